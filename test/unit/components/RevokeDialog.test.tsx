import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RevokeDialog } from "../../../components/RevokeDialog.tsx";
import { AppError } from "../../../lib/errors.ts";
import type { App } from "../../../lib/models/app.ts";
import { createGate, createPages, type FakePages, settled } from "../../fakes/pages.ts";
import { sampleKey, sampleProfile, sampleSnapshot } from "../../fakes/samples.ts";
import { all, clear, click, get, press, show } from "../../fakes/view.ts";

let pages: FakePages;
let app: App;

function Question() {
  const { revoked } = app.keys;
  return revoked.value === null ? <p>closed</p> : <RevokeDialog app={app} revoked={revoked.value} />;
}

beforeEach(async () => {
  pages = await createPages(sampleProfile("one"));
  await pages.items.snapshot("one").set(sampleSnapshot([sampleKey("ci")]));
  app = await pages.open();
  app.keys.loadAll();
  await settled();
  app.keys.openRevoke(sampleKey("ci"));
  await show(<Question />);
});
afterEach(clear);

describe("the question before a key is revoked", () => {
  it("is closed by Esc, and nothing is asked", async () => {
    await press("Escape", get("button", "Cancel"));
    expect(document.body.textContent).toContain("closed");
    expect(pages.asked).toEqual([]);
  });

  it("stays while the console works, to say what became of it", async () => {
    const gate = createGate();
    pages.answers["keys.revoke"] = async () => {
      await gate.passed;
      throw new AppError("forbidden");
    };
    await click(get("button", "Revoke"));
    await press("Escape", get("button", "Revoking…"));
    expect(all("button", "Cancel")).toEqual([]);
    await act(async () => {
      gate.open();
      await settled();
    });
    expect(get("alert").textContent).toContain("Your account may not do this");
    await press("Escape", get("button", "Cancel"));
    expect(document.body.textContent).toContain("closed");
  });
});
