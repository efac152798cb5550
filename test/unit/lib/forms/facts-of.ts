/** Makes facts of short notes, and counts how well a plan does against what is right. */
import type { AttributeName, FieldFacts, PageFacts } from "../../../../lib/forms/facts.ts";
import { attributeNames, hiddenReasons } from "../../../../lib/forms/facts.ts";
import { loginOffer, type Offer, type ValueKind } from "../../../../lib/forms/offer.ts";
import { planPage } from "../../../../lib/forms/plan.ts";

/** A field as `forms.json` and our own forms tell of it. */
export interface Note {
  readonly tag: "input" | "select" | "textarea";
  readonly attributes: Readonly<Record<string, string>>;
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly textBefore?: string | undefined;
  readonly hidden?: string | undefined;
  readonly options?: readonly (readonly [string, string])[] | undefined;
  readonly expect?: string | undefined;
  readonly optional?: string | undefined;
  readonly accept?: readonly string[] | undefined;
  readonly mustNotFill?: true | undefined;
}

export interface NotedForm {
  readonly tag: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly action?: string | undefined;
  readonly method?: string | undefined;
  readonly heading?: string | undefined;
  readonly buttons: readonly string[];
  readonly fields: readonly Note[];
}

export interface NotedPage {
  readonly name: string;
  readonly kind: string;
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly forms: readonly NotedForm[];
}

const isAttribute = (name: string): name is AttributeName => (attributeNames as readonly string[]).includes(name);

function visibilityOf(hidden: string | undefined): FieldFacts["visibility"] {
  if (hidden === undefined) return "visible";
  const own = hidden.replace("parent-", "");
  return hiddenReasons.find((reason) => reason === own) ?? "display";
}

function fieldOf(note: Note, id: number): FieldFacts {
  const { attributes } = note;
  return {
    id,
    tag: note.tag,
    type: note.tag === "input" ? (attributes.type ?? "text") : note.tag,
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => isAttribute(name))),
    label: note.label ?? "",
    labelledBy: note.labelledBy ?? "",
    describedBy: note.describedBy ?? "",
    textBefore: note.textBefore ?? "",
    options: (note.options ?? []).map(([value, text]) => ({ value, text })),
    visibility: visibilityOf(note.hidden),
    isEmpty: true,
    isRequired: "required" in attributes,
    isReadOnly: "readonly" in attributes,
    isDisabled: "disabled" in attributes,
    isFocused: false,
  };
}

/** Fields are numbered through the page, from 0. */
export function factsOf(page: NotedPage): PageFacts {
  let id = 0;
  return {
    token: "0123456789abcdef",
    origin: "https://dashboard.example.com",
    isSecure: true,
    title: page.title ?? "",
    forms: page.forms.map((form, index) => ({
      index,
      tag: form.tag,
      id: form.id ?? "",
      name: form.name ?? "",
      action: form.action ?? "",
      method: form.method ?? "",
      heading: form.heading ?? "",
      buttons: form.buttons,
      fields: form.fields.map((field) => fieldOf(field, id++)),
    })),
    isCut: false,
  };
}

const keystone: Offer = {
  id: "keystone",
  kind: "keystoneV3",
  values: {
    authUrl: "https://keystone.example.com:5000/v3",
    username: "alice",
    password: "pass",
    userDomainName: "Labor Süd",
    userDomainId: "d1",
    projectName: "web",
    projectId: "p9",
    projectDomainName: "Labor Süd",
    regionName: "RegionTwo",
  },
};
const s3: Offer = {
  id: "s3",
  kind: "s3",
  values: {
    endpointUrl: "https://s3.example.com",
    accessKeyId: "AKIA",
    secretAccessKey: "s3cr3t",
    regionName: "RegionTwo",
  },
};
const cloudStack: Offer = {
  id: "cloudStack",
  kind: "cloudStack",
  values: { apiUrl: "https://cs.example.com/client/api", apiKey: "key", secretKey: "sec", projectId: "p7" },
};
const consoleKey: Offer = {
  id: "console",
  kind: "consoleApiKey",
  values: { apiUrl: "https://c.example.com/api/v2", apiKey: "key" },
};
const login = loginOffer("login", "alice", "pass");

const offered: Readonly<Record<string, readonly Offer[]>> = {
  "openstack-login": [keystone],
  "openstack-form": [keystone],
  "s3-form": [s3],
  "cloudstack-form": [cloudStack],
  "generic-login": [login],
};
const all = [keystone, s3, cloudStack, consoleKey, login];

/** Roles as `forms.json` calls them. */
const named: Partial<Record<ValueKind, string>> = {
  userDomainName: "domain",
  userDomainId: "domain",
  projectDomainName: "projectDomain",
  projectDomainId: "projectDomain",
  regionName: "region",
  accessKeyId: "s3AccessKey",
  secretAccessKey: "s3SecretKey",
  endpointUrl: "s3Endpoint",
  "endpointUrl:host": "s3Endpoint:host",
  "endpointUrl:authority": "s3Endpoint:host",
  "endpointUrl:port": "s3Endpoint:port",
  "authUrl:authority": "authUrl:host",
  apiUrl: "apiEndpoint",
};

export interface Score {
  readonly expected: number;
  readonly found: number;
  /** Of what was filled, neutral fields aside. */
  readonly right: number;
  readonly wrong: number;
  readonly misplacedSecrets: number;
  /** Every fault, in words. */
  readonly faults: readonly string[];
}

function scorePage(page: NotedPage, offers: readonly Offer[]): Score {
  const notes = page.forms.flatMap(({ fields }) => fields);
  const plan = planPage(factsOf(page), offers);
  const put = new Map(plan.assignments.map((one) => [one.fieldId, one]));
  const faults: string[] = [];
  let [expected, found, right, wrong, misplacedSecrets] = [0, 0, 0, 0, 0];
  notes.forEach((note, id) => {
    const one = put.get(id);
    const filled = one === undefined ? null : (named[one.kind] ?? one.kind);
    const wanted = [...(note.accept ?? []), ...(note.expect === undefined ? [] : [note.expect])];
    const called = `${page.name} ${note.label ?? note.textBefore ?? ""}|${note.attributes.name ?? note.attributes.id ?? note.attributes.placeholder ?? ""}`;
    const kinds = plan.forms.map(({ kind, reason }) => `${kind}: ${reason}`).join("; ");
    if (wanted.length > 0) {
      expected += 1;
      if (filled !== null && wanted.includes(filled)) found += 1;
      else faults.push(`${called}: ${filled ?? "nothing"} instead of ${wanted} (${kinds})`);
    }
    if (one === undefined || filled === null) return;
    const may = [...wanted, ...(note.optional === undefined ? [] : [note.optional])];
    if (may.includes(filled)) right += 1;
    else if (may.length > 0 || note.mustNotFill === true || one.isSecret) {
      wrong += 1;
      if (one.isSecret) misplacedSecrets += 1;
      faults.push(`${called}: ${filled} is wrong (${one.reason}; ${kinds})`);
    }
  });
  return { expected, found, right, wrong, misplacedSecrets, faults };
}

export function scoreAll(
  pages: readonly NotedPage[],
  withAll = false,
): Score & { readonly precision: number; readonly recall: number } {
  const scores = pages.map((page) => scorePage(page, withAll ? all : (offered[page.kind] ?? all)));
  const sum = (key: "expected" | "found" | "right" | "wrong" | "misplacedSecrets") =>
    scores.reduce((total, score) => total + score[key], 0);
  const [expected, found, right, wrong] = [sum("expected"), sum("found"), sum("right"), sum("wrong")];
  return {
    expected,
    found,
    right,
    wrong,
    misplacedSecrets: sum("misplacedSecrets"),
    faults: scores.flatMap(({ faults }) => faults),
    precision: right + wrong === 0 ? 1 : right / (right + wrong),
    recall: expected === 0 ? 1 : found / expected,
  };
}
