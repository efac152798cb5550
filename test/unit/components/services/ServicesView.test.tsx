import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../../../components/App.tsx";
import { entryId } from "../../../../lib/console/service.ts";
import { AppError } from "../../../../lib/errors.ts";
import type { App as AppModel } from "../../../../lib/models/app.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import {
  ana,
  askedFor,
  createServicePages,
  credentials,
  keystoneFields,
  listOf,
  objects,
  openStarted,
  sampleEntry,
  selectConsole,
  setServicesDraft,
  setSession,
  vault,
  withState,
} from "../../../fakes/services.ts";
import { all, clear, click, get, names, show } from "../../../fakes/view.ts";

const secret = "S3cret-value";
let pages: FakePages;
let app: AppModel;
beforeEach(async () => {
  pages = await createServicePages();
  pages.answers["services.credentials"] = async () => credentials({ fields: keystoneFields(secret) });
});
afterEach(clear);

async function open() {
  app = await openStarted(pages);
  await show(<App app={app} surface="popup" />);
  await act(settled);
}
const later = (work: () => unknown) =>
  act(async () => {
    await work();
    await settled();
  });
const text = () => document.body.textContent ?? "";
const html = () => document.documentElement.outerHTML;
const chooseRemembered = (entry = objects) => setServicesDraft(pages, "one", { chosen: entry });
const press = async (button: HTMLElement) => {
  await click(button);
  await act(settled);
};

describe("the services", () => {
  it("are a tab beside the keys, with a panel named by it and a heading", async () => {
    await open();
    expect(names("tab")).toEqual(["API keys", "Services"]);
    expect(get("tab", "Services").getAttribute("aria-selected")).toBe("true");
    expect(get("tabpanel").getAttribute("aria-labelledby")).toBe("tab-services");
    expect(document.querySelector("h1")?.textContent).toBe("Services");
  });

  it("ask for a choice first, and fetch nothing before it", async () => {
    await open();
    expect(text()).toContain("Choose a service");
    expect(askedFor(pages, "services.credentials")).toEqual([]);
  });

  it("say that there are none, and whose console that is", async () => {
    pages.answers["services.list"] = async () => listOf([]);
    await open();
    expect(text()).toContain("No services yet");
    expect(text()).toContain("Brand one has no service for your account.");
    expect(all("combobox")).toEqual([]);
  });

  it("that are none show nothing of one that was chosen before", async () => {
    await chooseRemembered();
    pages.answers["services.list"] = async () => listOf([]);
    await open();
    expect(text()).toContain("No services yet");
    expect(text()).not.toContain("User name");
  });

  it("that nobody could read are not none", async () => {
    pages.answers["services.list"] = async () => listOf([], ana, 2);
    await open();
    expect(text()).not.toContain("No services yet");
    expect(text()).toContain("2 entries of the list could not be understood and are not shown.");
  });

  it("that could not be listed say why, and try again when told to", async () => {
    pages.answers["services.list"] = async () => {
      throw new AppError("timed_out", { host: "one.example.com" });
    };
    await open();
    expect(get("alert").textContent).toContain("one.example.com did not answer in time.");
    pages.answers["services.list"] = async () => listOf([vault]);
    await press(get("button", "Try again"));
    expect([all("alert"), app.services.list.value?.entries]).toEqual([[], [vault]]);
  });

  it("leave the rest to the sign-in where nobody is signed in", async () => {
    await chooseRemembered();
    await open();
    expect(text()).toContain("ana@shop");
    await later(() => setSession(pages, "one", null));
    expect(text()).toContain("Sign in to Brand one");
    expect([all("combobox"), all("alert"), text().includes("ana@shop")]).toEqual([[], [], false]);
  });
});

describe("credentials", () => {
  it("are shown in a table, with the secrets masked", async () => {
    await chooseRemembered();
    await open();
    expect(document.querySelector("table")?.getAttribute("aria-label")).toBe("Credentials of Objects / production");
    expect(text()).toContain("ana@shop");
    expect(html()).not.toContain(secret);
    await press(get("button", "Copy Password"));
    expect([pages.clipboard.text, app.status.value?.text]).toEqual([secret, "Copied: Password"]);
    expect(html()).not.toContain(secret);
  });

  it("on their way are a progress bar with a name", async () => {
    const gate = createGate();
    pages.answers["services.credentials"] = () => gate.passed.then(() => credentials());
    await chooseRemembered();
    await open();
    expect(get("progressbar", "Loading…")).toBeInstanceOf(HTMLElement);
    await later(() => gate.open());
    expect([all("progressbar"), document.querySelectorAll("tr").length]).toEqual([[], 4]);
  });

  it("that were revealed are gone, and those of another service masked", async () => {
    await chooseRemembered();
    await open();
    await click(get("button", "Reveal Password"));
    expect(html()).toContain(secret);
    const gate = createGate();
    pages.answers["services.credentials"] = async () => {
      await gate.passed;
      return credentials({ fields: keystoneFields("other-secret") });
    };
    await later(() => app.services.choose(entryId(vault)));
    expect([html().includes(secret), text().includes("ana@shop")]).toEqual([false, false]);
    await later(() => gate.open());
    expect(text()).toContain("ana@shop");
    expect([html().includes(secret), html().includes("other-secret")]).toEqual([false, false]);
  });

  it("leave the document in time, and come back masked when asked for", async () => {
    await chooseRemembered();
    await open();
    await click(get("button", "Reveal Password"));
    pages.clock += 5 * 60_000;
    await later(() => app.tick());
    expect(text()).toContain("Credentials leave the screen after 5 minutes.");
    expect([html().includes(secret), text().includes("ana@shop")]).toEqual([false, false]);
    await press(get("button", "Show credentials"));
    expect([html().includes(secret), text().includes("ana@shop")]).toEqual([false, true]);
  });

  it.each<[string, () => unknown]>([
    ["the keys", () => app.drafts.setTab("keys")],
    ["another console", () => selectConsole(pages, "two")],
    ["another account", () => setSession(pages, "one", "bob")],
    ["the console’s removal", () => pages.items.consoles.set({ list: [], currentId: null })],
  ])("leave the document with %s", async (_what, happen) => {
    await chooseRemembered();
    await open();
    await click(get("button", "Reveal Password"));
    pages.answers["services.credentials"] = () => new Promise(() => undefined);
    await later(happen);
    expect([html().includes(secret), text().includes("ana@shop")]).toEqual([false, false]);
  });

  it("that cannot be had say why, and try again", async () => {
    pages.answers["services.credentials"] = async () => {
      throw new AppError("worker_gone");
    };
    await chooseRemembered();
    await open();
    expect(get("alert").textContent).toContain("The browser stopped Llavero in the middle of this.");
    pages.answers["services.credentials"] = async () => credentials();
    await press(get("button", "Try again"));
    expect([all("alert"), document.querySelectorAll("tr").length]).toEqual([[], 4]);
  });

  it("that a service does not have leave nothing to try again", async () => {
    pages.answers["services.credentials"] = async () => {
      throw new AppError("no_credentials");
    };
    await chooseRemembered();
    await open();
    expect(text()).toContain("This service hands out no credentials.");
    expect([...all("alert"), ...all("button", "Try again")]).toEqual([]);
  });

  it("of a service that shows none say so, with nothing to export or replace", async () => {
    pages.answers["services.credentials"] = async () => credentials({ fields: [] });
    await chooseRemembered();
    await open();
    expect(text()).toContain("The console shows no credentials for this service.");
    expect([all("button", "Export as…"), all("button", "Regenerate")]).toEqual([[], []]);
  });

  it("that the console cannot replace have no button for it", async () => {
    pages.answers["services.credentials"] = async () => credentials({ canRegenerate: false });
    await chooseRemembered();
    await open();
    expect([all("button", "Export as…").length, all("button", "Regenerate")]).toEqual([1, []]);
  });

  it.each([
    [withState(objects, "PENDING"), "still being set up (PENDING)", 0],
    [withState(objects, "ERROR_PROVISIONING"), "Setting up this environment failed", 0],
    [withState(objects, "PURGED"), "has been removed or is about to be (PURGED)", 0],
    [sampleEntry("Objects"), "You are a member of no environment", 0],
    [{ ...objects, isReachable: false }, "cannot reach this service at the moment", 4],
  ])("are explained where there are none, or doubtful ones: %#", async (entry, sentence, rows) => {
    pages.answers["services.list"] = async () => listOf([entry]);
    await chooseRemembered(entry);
    await open();
    expect(text()).toContain(sentence);
    expect(document.querySelectorAll("tr")).toHaveLength(rows);
  });
});
