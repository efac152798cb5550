import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Options } from "../../../components/options/Options.tsx";
import type { App } from "../../../lib/models/app.ts";
import { createPages, type FakePages, settled } from "../../fakes/pages.ts";
import { sampleProfile, sampleRenewal } from "../../fakes/samples.ts";
import { s3Fields } from "../../fakes/services.ts";
import { clear, click, get, show } from "../../fakes/view.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"));
});
afterEach(clear);

async function open() {
  app = await pages.open();
  await show(<Options app={app} about={{ version: "1.0", shortcut: "" }} />);
}
const choices = () => [...document.querySelectorAll<HTMLInputElement>("input[name=show-minutes]")];
const labels = () => choices().map((choice) => choice.closest("label")?.textContent);
const chosen = () => labels()[choices().findIndex(({ checked }) => checked)];

describe("how long credentials stay on screen", () => {
  it("is a choice with a name, of which five minutes are the first", async () => {
    await open();
    expect(get("radiogroup", "Service credentials stay on screen for")).toBeInstanceOf(HTMLElement);
    expect(labels()).toEqual(["1 minute", "5 minutes", "15 minutes", "60 minutes"]);
    expect(chosen()).toBe("5 minutes");
  });

  it("is five minutes also for settings from before there was a choice", async () => {
    pages.local.put("settings", { version: 1, data: { language: "fr" } });
    await open();
    expect([app.state.trouble.value, app.state.settings.value]).toEqual([null, { language: "fr", showMinutes: 5 }]);
    expect(chosen()).toBe("5 minutes");
  });

  it("is kept, beside the language, and followed by other windows", async () => {
    await open();
    const other = await pages.open();
    const [first] = choices();
    if (first === undefined) throw new Error("no choice");
    first.checked = true;
    await act(async () => {
      first.dispatchEvent(new Event("change", { bubbles: true }));
      await settled();
    });
    expect(await pages.items.settings.get()).toEqual({ language: "auto", showMinutes: 1 });
    expect([chosen(), other.state.settings.value.showMinutes]).toEqual(["1 minute", 1]);
  });

  it("that is none of these is damaged, and not taken for something else", async () => {
    pages.local.put("settings", { version: 1, data: { language: "auto", showMinutes: 100_000 } });
    await open();
    expect(app.state.trouble.value).toEqual({ kind: "storage_corrupt", facts: { item: "settings" } });
  });

  it("that cannot be kept is said", async () => {
    await open();
    pages.local.quota = 0;
    await act(async () => void (await app.setShowMinutes.run(60)));
    expect([get("alert").textContent?.includes("no room left"), chosen()]).toEqual([true, "5 minutes"]);
  });
});

describe("removing a console", () => {
  it("says that a new S3 secret waits, which goes with it", async () => {
    const renewal = sampleRenewal({ what: "s3Key", region: "east", state: "received" });
    const fresh = { fields: s3Fields("secret"), reserve: "", copied: false, renewal };
    await pages.items.freshCredentials.set({ renewal: fresh });
    await pages.items.renewals.set([renewal]);
    await open();
    await click(get("button", "Remove Brand one"));
    expect(document.querySelector("dialog")?.textContent).toMatch(/goes with it/);
  });
});
