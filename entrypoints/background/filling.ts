/** Wires filling to what people use besides the popup: the shortcut, the context menu, and the news from the page. */
import type { Autofill } from "../../lib/autofill/autofill.ts";
import { labelOfKind } from "../../lib/autofill/kind-label.ts";
import { browser } from "../../lib/browser.ts";
import { type Role, roles } from "../../lib/credentials/role.ts";
import { AppError } from "../../lib/errors.ts";
import type { Translator } from "../../lib/i18n.ts";
import { z } from "../../lib/schema.ts";
import type { Fills } from "../../lib/storage/fill-items.ts";
import type { Items } from "../../lib/storage/items.ts";

const menuId = "fill";

/** What forms ask for, the most frequent first. */
const inMenu: readonly Role[] = [
  "username",
  "password",
  "userDomainName",
  "projectName",
  "projectId",
  "authUrl",
  "regionName",
  "accessKeyId",
  "secretAccessKey",
  "endpointUrl",
  "apiUrl",
  "apiKey",
  "secretKey",
  "applicationCredentialId",
  "applicationCredentialSecret",
];

/** What our own script in a page says; web pages themselves cannot. */
const FieldsMessage = z.object({ llavero: z.literal("fields"), token: z.string() });

/** The part of a message's sender that is used. */
interface PageSender {
  readonly id?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

export interface FillingEdge {
  readonly autofill: Autofill;
  readonly fills: Items["fills"];
  readonly settings: Items["settings"];
  readonly translator: () => Promise<Translator>;
  /** Resolves when the background may serve. */
  readonly ready: Promise<unknown>;
  readonly report: (name: string, fault: unknown) => void;
}

export function wireFilling({ autofill, fills, settings, translator, ready, report }: FillingEdge): void {
  /** What has to be asked or said is said by the popup; where a browser does not open it, its icon asks for a click. */
  const showPopup = async (tabId: number) => {
    try {
      await browser.action.openPopup();
    } catch {
      await browser.action.setBadgeText({ tabId, text: "?" });
    }
  };

  const show = async (tabId: number, end: string | null) => {
    if (end === "done") await browser.action.setBadgeText({ tabId, text: "✓" });
    else await showPopup(tabId);
  };

  const act = async (name: string, tabId: number | undefined, work: (tabId: number) => Promise<string | null>) => {
    if (tabId === undefined) return;
    await ready;
    try {
      await show(tabId, await work(tabId));
    } catch (fault) {
      if (!(await autofill.noteFailure(tabId, fault))) report(name, fault);
      await showPopup(tabId);
    }
  };

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "fill-page") void act("shortcut", tab?.id, autofill.quick);
  });

  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const role = roles.find((one) => menuItemId === `${menuId}-${one}`);
    if (role !== undefined) void act("menu", tab?.id, (tabId) => autofill.byHand(tabId, role));
  });

  /** News of a page that is followed: most of it is seen on the page, and a form that was waited for is asked about. */
  const follow = async (tabId: number, work: () => Promise<string | null>) => {
    await ready;
    try {
      const end = await work();
      if (end !== null) await show(tabId, end);
    } catch (fault) {
      // the page may have gone while it was looked at; whatever else it is, the user would wait in vain
      const isGone = fault instanceof AppError && (fault.kind === "page_gone" || fault.kind === "page_changed");
      if (!isGone && !(await autofill.noteFailure(tabId, fault))) report("a page that is followed", fault);
    }
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: PageSender) => {
    const said = FieldsMessage.safeParse(message);
    const tabId = sender.tab?.id;
    if (!said.success || tabId === undefined || sender.id !== browser.runtime.id) return undefined;
    void follow(tabId, () => autofill.onFields(tabId, said.data.token));
    return undefined;
  });

  const onRemoved = (tabId: number) => void ready.then(() => autofill.forgetTab(tabId)).catch(() => undefined);
  const onUpdated = (tabId: number, { status }: { status?: string | undefined }) => {
    // a page may be there for long before all that it shows has loaded
    if (status === "loading" || status === "complete") void follow(tabId, () => autofill.onLoaded(tabId));
  };
  // Added at once, since one of them may be what the background was started for.
  browser.tabs.onRemoved.addListener(onRemoved);
  browser.tabs.onUpdated.addListener(onUpdated);
  let isListening = true;
  /** Every page that loads in any tab would start the background: it listens only while there is a fill to follow. */
  const listen = (all: Fills) => {
    const isNeeded = Object.keys(all).length > 0;
    if (isNeeded === isListening) return;
    isListening = isNeeded;
    const change = isNeeded ? "addListener" : "removeListener";
    browser.tabs.onRemoved[change](onRemoved);
    browser.tabs.onUpdated[change](onUpdated);
  };
  /** What the icon said of a tab is over once it was answered or dismissed; the badge of all tabs shows again. */
  const clearBadges = (all: Fills, before: Fills) => {
    for (const [tab, { state }] of Object.entries(before)) {
      const now = all[tab]?.state;
      const isAnswered = state === "asking" && now === "filling";
      if (now !== undefined && !isAnswered) continue;
      // the tab may have gone
      void browser.action.setBadgeText({ tabId: Number(tab), text: null }).catch(() => undefined);
    }
  };
  let last: Fills = {};
  const onFills = (all: Fills) => {
    listen(all);
    clearBadges(all, last);
    last = all;
  };
  fills.watch(onFills);
  void ready
    .then(() => fills.get())
    .then(onFills)
    .catch((fault: unknown) => report("what was being filled", fault));

  const makeMenu = async () => {
    const { t, language } = await translator();
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: menuId, title: t("fill.menu"), contexts: ["editable"] });
    for (const role of inMenu) {
      const title = labelOfKind(role)[language];
      browser.contextMenus.create({ id: `${menuId}-${role}`, parentId: menuId, title, contexts: ["editable"] });
    }
  };
  const remake = () => void makeMenu().catch((fault: unknown) => report("menu", fault));
  browser.runtime.onInstalled.addListener(remake);
  browser.runtime.onStartup.addListener(remake);
  settings.watch(remake);
}
