/** The background: wires services to messages and to the toolbar's badge. Every listener is added before any wait. */
import { defineBackground } from "#imports";
import { createPageAccess } from "../../lib/autofill/page-access.ts";
import { badgeOf } from "../../lib/badge.ts";
import { browser } from "../../lib/browser.ts";
import { withReasons } from "../../lib/console/connection-errors.ts";
import { createTransport } from "../../lib/console/transport.ts";
import { createTranslator, languageOf } from "../../lib/i18n.ts";
import { background } from "../../lib/messaging/protocol.ts";
import { createServer, type Sender } from "../../lib/messaging/serve.ts";
import { createServices } from "../../lib/services.ts";
import { createItems } from "../../lib/storage/items.ts";
import { wireFilling } from "./filling.ts";
import { createHandlers } from "./handlers.ts";

/** Wakes the background, should the browser end it while a console is replacing credentials. */
const renewalAlarm = "renewals";

export default defineBackground({
  type: "module",
  main() {
    const items = createItems(browser.storage.local, browser.storage.session, (name, work) =>
      navigator.locks.request(name, work),
    );
    const reasons = withReasons(globalThis.fetch.bind(globalThis), browser.webRequest.onErrorOccurred);
    const report = (name: string, fault: unknown) => console.error(`Llavero: ${name}`, fault);
    const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const services = createServices({
      items,
      permissions: browser.permissions,
      page: createPageAccess({ scripting: browser.scripting, tabs: browser.tabs, script: "/filler.js", wait }),
      transport: createTransport({ ...reasons, now: Date.now, isOnline: () => navigator.onLine }),
      now: Date.now,
      newId: () => crypto.randomUUID(),
      wait,
      stayAwake: async (isNeeded) => {
        if (isNeeded) await browser.alarms.create(renewalAlarm, { periodInMinutes: 0.5 });
        else await browser.alarms.clear(renewalAlarm);
      },
      report: (fault) => report("new credentials", fault),
    });
    const recovered = Promise.all([
      services.freshKeys.recover(),
      services.renewals.recover(),
      services.autofill.recover(),
    ]).catch((fault: unknown) => report("recovery", fault));
    const resume = () => void services.renewals.resume().catch((fault: unknown) => report("resuming", fault));
    void recovered.then(resume);
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === renewalAlarm) resume();
    });

    const origin = new URL(browser.runtime.getURL("")).origin;
    const isOwnPage = ({ id, url }: Sender) => id === browser.runtime.id && url?.startsWith(`${origin}/`) === true;
    const answer = createServer(background, createHandlers(services), isOwnPage, report, recovered);
    browser.runtime.onMessage.addListener(answer);

    // being started is all it takes: what was lost with the browser's end is found, and the badge says so
    browser.runtime.onStartup.addListener(() => undefined);
    browser.runtime.onInstalled.addListener(() => undefined);

    const translator = async () => {
      const { language } = await items.settings.get();
      return createTranslator(languageOf(language, [browser.i18n.getUILanguage(), ...navigator.languages]));
    };
    wireFilling({
      autofill: services.autofill,
      fills: items.fills,
      settings: items.settings,
      translator,
      ready: recovered,
      report,
    });

    const showBadge = async () => {
      const [intents, renewals] = await Promise.all([items.intents.get(), items.renewals.get()]);
      const { text, title } = badgeOf(intents, renewals, await translator());
      await Promise.all([browser.action.setBadgeText({ text }), browser.action.setTitle({ title })]);
    };
    // what cannot be read is said by the popup, which asks what to do about it
    const tryBadge = () => void showBadge().catch(() => undefined);
    items.intents.watch(tryBadge);
    items.renewals.watch(tryBadge);
    items.settings.watch(tryBadge);
    void browser.action.setBadgeBackgroundColor({ color: "#b45309" });
    void recovered.then(tryBadge);
  },
});
