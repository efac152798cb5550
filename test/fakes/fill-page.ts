/** Pages in tabs as our script tells of them: fields that stand where a test puts them, and a record of what was written. */
import type { PageAccess } from "../../lib/autofill/page-access.ts";
import { AppError, type ErrorKind } from "../../lib/errors.ts";
import type { FieldFacts, FormFacts, PageFacts } from "../../lib/forms/facts.ts";
import type { FillOrder, FillOutcome } from "../../lib/forms/order.ts";

/** Where the samples' page is, beside the services that the fake console tells of. */
export const dashboard = "https://dashboard.example.com";

/** The tab that tests fill unless they say otherwise. */
export const tab = 7;

export function sampleFieldFacts(id: number, name: string, change: Partial<FieldFacts> = {}): FieldFacts {
  return {
    id,
    tag: "input",
    type: name === "password" ? "password" : "text",
    attributes: { name },
    label: name,
    labelledBy: "",
    describedBy: "",
    textBefore: "",
    options: [],
    visibility: "visible",
    isEmpty: true,
    isRequired: false,
    isReadOnly: false,
    isDisabled: false,
    isFocused: false,
    ...change,
  };
}

export function sampleForm(fields: readonly FieldFacts[], change: Partial<FormFacts> = {}): FormFacts {
  return {
    index: 0,
    tag: "form",
    id: "loginform",
    name: "",
    action: "/auth/login/",
    method: "post",
    heading: "Log in",
    buttons: ["Sign In"],
    fields,
    ...change,
  };
}

export function samplePage(forms: readonly FormFacts[], change: Partial<PageFacts> = {}): PageFacts {
  return {
    token: "0123456789abcdef",
    origin: dashboard,
    isSecure: true,
    title: "Login - OpenStack Dashboard",
    forms,
    isCut: false,
    ...change,
  };
}

export const userField = (change: Partial<FieldFacts> = {}): FieldFacts =>
  sampleFieldFacts(1, "username", { label: "User Name", ...change });
export const passwordField = (change: Partial<FieldFacts> = {}): FieldFacts =>
  sampleFieldFacts(2, "password", { label: "Password", ...change });

/** A sign-in page with a user name and a password. */
export const signInPage = (change: Partial<PageFacts> = {}): PageFacts =>
  samplePage([sampleForm([userField(), passwordField()])], change);

/** What was asked of a page, beside looking at it. */
export type PageCall =
  | { readonly what: "fill"; readonly tabId: number; readonly order: FillOrder; readonly origin: string }
  | { readonly what: "watch"; readonly tabId: number; readonly token: string; readonly milliseconds: number }
  | { readonly what: "stop"; readonly tabId: number };

export interface FakePage extends PageAccess {
  /** What is in each tab; its token is made up anew at each look. A kind of error where nobody may look. */
  readonly tabs: Map<number, PageFacts | ErrorKind>;
  readonly calls: PageCall[];
  /** How often each tab was looked at. */
  looks: number;
  /** The last token that was told of a tab; an order for another one is refused, and each is good for one order. */
  readonly tokens: Map<number, string>;
  /** What the page does while it is being looked at or written to, before it answers. */
  before: (what: "collect" | "fill" | "watch", tabId: number) => Promise<void> | void;
  /** Whether a tab that has loaded shows the same document as before: frames load, and addresses change. */
  stays: boolean;
  /** Whether tabs are of a private window. */
  isSecretive: boolean;
  /** What it says of what was written. */
  answer: (order: FillOrder) => readonly FillOutcome[];
  /** Everything that was written into pages, in order. */
  written(): { readonly fieldId: number; readonly value: string; readonly origin: string }[];
}

const done = ({ items }: FillOrder): readonly FillOutcome[] =>
  items.map(({ fieldId }) => ({ fieldId, status: "filled", reason: null }));

export function createFakePage(): FakePage {
  const current = (tabId: number): PageFacts => {
    const facts = fake.tabs.get(tabId) ?? "page_gone";
    if (typeof facts === "string") throw new AppError(facts);
    return facts;
  };
  const fake: FakePage = {
    tabs: new Map([[tab, signInPage()]]),
    calls: [],
    looks: 0,
    tokens: new Map(),
    before: () => undefined,
    stays: false,
    isSecretive: false,
    answer: done,
    written: () =>
      fake.calls.flatMap((call) =>
        call.what === "fill"
          ? call.order.items.map(({ fieldId, value }) => ({ fieldId, value, origin: call.origin }))
          : [],
      ),
    async collect(tabId) {
      await fake.before("collect", tabId);
      const facts = current(tabId);
      const token = `token-${String(++fake.looks).padStart(12, "0")}`;
      fake.tokens.set(tabId, token);
      return { ...facts, token };
    },
    async fill(tabId, order) {
      await fake.before("fill", tabId);
      const { origin } = current(tabId);
      if (fake.tokens.get(tabId) !== order.token)
        return order.items.map(({ fieldId }) => ({ fieldId, status: "changed", reason: "document" }));
      fake.tokens.delete(tabId);
      fake.calls.push({ what: "fill", tabId, order, origin });
      return fake.answer(order);
    },
    async watch(tabId, token, milliseconds) {
      await fake.before("watch", tabId);
      current(tabId);
      fake.calls.push({ what: "watch", tabId, token, milliseconds });
    },
    isStillThere: async () => fake.stays,
    isPrivate: async () => fake.isSecretive,
    async stop(tabId) {
      fake.calls.push({ what: "stop", tabId });
    },
  };
  return fake;
}
