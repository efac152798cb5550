import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FreshKeys } from "../../../components/FreshKeys.tsx";
import type { App } from "../../../lib/models/app.ts";
import type { Intent } from "../../../lib/storage/items.ts";
import { createPages, type FakePages, settled } from "../../fakes/pages.ts";
import { sampleFresh, sampleIntent, sampleProfile } from "../../fakes/samples.ts";
import { all, clear, click, get, names, show } from "../../fakes/view.ts";

const secret = "the-secret-itself";
let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"), sampleProfile("two"));
});
afterEach(clear);

async function open(change: Partial<Intent>, key: string | null = null) {
  if (key !== null) await pages.items.fresh.set({ intent: sampleFresh(key) });
  await pages.items.intents.set([sampleIntent(change)]);
  app = await pages.open();
  await show(<FreshKeys app={app} />);
}
const dismissals = () => pages.asked.filter(([name]) => name === "fresh.dismiss");
const inDialog = (name: string) => all("button", name).filter((button) => button.closest("dialog") !== null);
const press = async (button: HTMLElement | undefined) => {
  if (button === undefined) throw new Error("no such button");
  await click(button);
  await settled();
};

describe("a new key", () => {
  beforeEach(() => open({ state: "received", keyId: "k1" }, secret));

  it("is masked: its value is nowhere in the document until it is revealed", async () => {
    expect(document.documentElement.outerHTML).not.toContain(secret);
    await click(get("button", "Reveal key"));
    expect(document.querySelector("output")?.textContent).toBe(secret);
    await click(get("button", "Hide key"));
    expect(document.documentElement.outerHTML).not.toContain(secret);
  });

  it("is copied without being revealed", async () => {
    await press(get("button", "Copy key"));
    expect([pages.clipboard.text, app.status.value?.text]).toEqual([secret, "Copied: the key ci"]);
    expect(document.documentElement.outerHTML).not.toContain(secret);
  });

  const load = async () => {
    await app.start();
    await vi.waitUntil(() => app.fresh.formats.value.length > 0);
  };

  it("can be copied in every form that takes an API key, by the form’s own name", async () => {
    await load();
    await click(get("button", "Copy as…"));
    expect(names("menuitem")).toEqual([
      "HTTP header",
      "curl",
      "Terraform (cloud.ca)",
      ".env",
      "JSON",
      "Kubernetes Secret",
    ]);
  });

  it.each([
    ["HTTP header", `MC-Api-Key: ${secret}`],
    ["curl", `curl --header 'MC-Api-Key: ${secret}' 'https://one.example.com/api/v2/environments'`],
    [".env", `MC_API_KEY='${secret}'`],
  ])("is copied as %s", async (name, text) => {
    await load();
    await click(get("button", "Copy as…"));
    await press(get("menuitem", name));
    expect([pages.clipboard.text, app.status.value?.text]).toEqual([text, `Copied: ${name}`]);
    expect(pages.asked).toContainEqual(["fresh.copied", { intentId: "intent" }]);
  });

  it("that a form cannot carry is not copied, nor taken for copied", async () => {
    await pages.items.fresh.set({ intent: sampleFresh("two\nlines") });
    await load();
    await click(get("button", "Copy as…"));
    await press(get("menuitem", "HTTP header"));
    expect([pages.clipboard.text, app.copying.problem.value?.kind]).toEqual(["", "export_line_break"]);
    expect(pages.asked.map(([name]) => name)).not.toContain("fresh.copied");
  });

  it("is dismissed only after a question, unless it was copied", async () => {
    await press(get("button", "Dismiss"));
    expect(dismissals()).toEqual([]);
    await press(inDialog("Cancel")[0]);
    expect([dismissals(), all("dialog")]).toEqual([[], []]);
    await press(get("button", "Dismiss"));
    await press(inDialog("Dismiss")[0]);
    expect(dismissals()).toEqual([["fresh.dismiss", { intentId: "intent" }]]);
  });

  it("is dismissed at once when it was copied", async () => {
    pages.answers["fresh.copied"] = async () => {
      await pages.items.fresh.set({ intent: { ...sampleFresh(secret), copied: true } });
    };
    await press(get("button", "Copy key"));
    await press(get("button", "Dismiss"));
    expect(dismissals()).toHaveLength(1);
  });

  it("that could not be copied is not taken for copied", async () => {
    pages.clipboard.isRefused = true;
    await press(get("button", "Copy key"));
    await press(get("button", "Dismiss"));
    expect(dismissals()).toEqual([]);
  });
});

describe("news of a key that never arrived", () => {
  it("that was lost offers to revoke it, and then to make another one", async () => {
    await open({ state: "lost", keyId: "k1" });
    expect(get("alert").textContent).toContain("ci was created, but its value never arrived");
    await press(get("button", "Revoke ci"));
    expect(pages.asked).toEqual([["fresh.revokeLost", { intentId: "intent" }]]);
    expect(app.keys.draft.value.generate?.name).toBe("ci");
  });

  it("that is absent offers to make it again", async () => {
    await open({ state: "absent" });
    expect(get("alert").textContent).toContain("the console has no such key");
    await press(get("button", "Generate ci again"));
    expect(app.keys.draft.value.generate?.name).toBe("ci");
  });

  it.each([
    ["lost", "Revoke ci"],
    ["absent", "Generate ci again"],
  ] as const)("that is %s leaves a name alone that is being typed", async (state, button) => {
    await open({ state, keyId: state === "lost" ? "k1" : null });
    app.keys.openGenerate();
    app.keys.typeName("half a name");
    await press(get("button", button));
    expect(app.keys.draft.value.generate?.name).toBe("half a name");
  });

  it("of another console never opens the form on this one", async () => {
    await open({ state: "absent", consoleId: "two" });
    const again = all("button", "Generate ci again")[0];
    if (again !== undefined) await press(again);
    expect(app.drafts.of("one").generate).toBeNull();
  });

  it("of another console says which", async () => {
    await open({ state: "lost", keyId: "k1", consoleId: "two" });
    expect(get("alert").textContent).toContain("Brand two");
  });

  it("that nobody knows anything about is said as well", async () => {
    await open({ state: "unknown" });
    expect(document.body.textContent).toContain("Nobody knows yet whether ci was created");
  });

  it("is none while the answer may still arrive", async () => {
    await open({ state: "sent" });
    expect(document.body.textContent).toBe("");
  });

  it("can be dismissed", async () => {
    await open({ state: "lost", keyId: "k1" });
    await press(get("button", "Dismiss"));
    expect(dismissals()).toHaveLength(1);
  });
});
