import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GenerateForm } from "../../../components/GenerateForm.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { App } from "../../../lib/models/app.ts";
import { createGate, createPages, type FakePages, settled } from "../../fakes/pages.ts";
import { sampleKey, sampleProfile, sampleSnapshot } from "../../fakes/samples.ts";
import { all, clear, click, get, press, show, submit, type } from "../../fakes/view.ts";

let pages: FakePages;
let app: App;

function Form() {
  const form = app.keys.draft.value.generate;
  return form === null ? <p>closed</p> : <GenerateForm keys={app.keys} name={form.name} />;
}

beforeEach(async () => {
  pages = await createPages(sampleProfile("one"));
  await pages.items.snapshot("one").set(sampleSnapshot([sampleKey("ci")]));
  app = await pages.open();
  app.keys.loadAll();
  app.keys.openGenerate();
  await settled();
  await show(<Form />);
});
afterEach(clear);

const creates = () => pages.asked.filter(([name]) => name === "keys.create");
const form = () => get("form", "Generate API key");
const box = () => get("textbox", "Name") as HTMLInputElement;

describe("the form for a new key", () => {
  it("has the focus in its text box, and keeps what is typed", async () => {
    expect(document.activeElement).toBe(box());
    await type("ci-runner", box());
    expect(box().value).toBe("ci-runner");
    await settled();
    expect((await pages.items.drafts.get()).byConsole.one?.generate?.name).toBe("ci-runner");
  });

  it("asks once, submitted twice, and shows that it does", async () => {
    const gate = createGate();
    pages.answers["keys.create"] = async () => {
      await gate.passed;
      return { outcome: "created" };
    };
    await type("ci-runner", box());
    await submit(form());
    await submit(form());
    await click(get("button", "Generating…"));
    expect(creates()).toHaveLength(1);
    expect(get("button", "Generating…").getAttribute("aria-disabled")).toBe("true");
    expect(all("button", "Cancel")).toEqual([]);
    await press("Escape", box());
    expect(all("form")).toHaveLength(1);
    gate.open();
    await settled();
    expect(document.body.textContent).toContain("closed");
  });

  it("says what went wrong and what to do, and stays", async () => {
    pages.answers["keys.create"] = async () => {
      throw new AppError("rejected", { reason: "The name is too long" });
    };
    await type("x", box());
    await submit(form());
    await settled();
    expect(get("alert").textContent).toContain("The console refused this: The name is too long");
    expect(box().getAttribute("aria-invalid")).toBe("true");
    await type("y", box());
    expect(all("alert")).toEqual([]);
  });

  it("warns of a name that is there already, and does not forbid it", async () => {
    await type("ci", box());
    const note = document.getElementById(box().getAttribute("aria-describedby") ?? "");
    expect(note?.textContent).toMatch(/already a key with this name/);
    await submit(form());
    expect(creates()).toHaveLength(1);
  });

  it.each([
    ["Cancel", () => click(get("button", "Cancel"))],
    ["Esc", () => press("Escape", box())],
  ])("is closed by %s, and nothing is asked", async (_what, close) => {
    await close();
    expect(document.body.textContent).toContain("closed");
    expect(creates()).toEqual([]);
  });
});
