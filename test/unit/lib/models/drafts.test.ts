// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDraft } from "../../../../lib/storage/items.ts";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleProfile } from "../../../fakes/samples.ts";

let pages: FakePages;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one"), sampleProfile("two"));
});

const generate = { name: "ci-runner", intentId: "i" };

describe("drafts", () => {
  it("are empty at first", async () => {
    expect((await pages.open()).drafts.of("one")).toEqual(emptyDraft);
  });

  it("are written in the very task of the change: the popup may be gone in the next", async () => {
    const set = vi.spyOn(pages.local, "set");
    const { drafts } = await pages.open();
    drafts.change("one", { generate });
    expect(set).toHaveBeenCalledOnce();
  });

  it("survive the popup, for each console apart", async () => {
    const first = await pages.open();
    first.drafts.change("one", { generate, search: "ci" });
    first.drafts.change("two", { rename: { keyId: "k", name: "new" } });
    first.drafts.setTab("saved");
    first.drafts.setConnect({ address: "a.example", asked: true });
    await settled();
    const { drafts, state } = await pages.open();
    expect(drafts.of("one")).toEqual({ ...emptyDraft, generate, search: "ci" });
    expect(drafts.of("two")).toEqual({ ...emptyDraft, rename: { keyId: "k", name: "new" } });
    expect(state.drafts.value).toMatchObject({ tab: "saved", connect: { address: "a.example", asked: true } });
  });

  it("are taken over by another window, which then goes on with them", async () => {
    const [one, two] = [await pages.open(), await pages.open()];
    one.drafts.change("one", { search: "ci" });
    await settled();
    expect(two.drafts.of("one").search).toBe("ci");
    two.drafts.change("one", { generate });
    await settled();
    expect(one.drafts.of("one")).toEqual({ ...emptyDraft, search: "ci", generate });
  });

  it("are not set back by the echo of an earlier keystroke of the same window", async () => {
    const { drafts, state } = await pages.open();
    const seen: (string | undefined)[] = [];
    state.drafts.subscribe(({ byConsole }) => void seen.push(byConsole.one?.search));
    for (const search of ["c", "ci", "ci-"]) drafts.change("one", { search });
    await settled();
    expect(seen).toEqual([undefined, "c", "ci", "ci-"]);
  });

  it("that cannot be kept go on here, and the user is told", async () => {
    const { drafts, keepingProblem } = await pages.open();
    pages.local.quota = 0;
    drafts.change("one", { search: "ci" });
    await vi.waitUntil(() => keepingProblem.value !== null);
    expect(keepingProblem.value).toEqual({ kind: "storage_full", facts: { item: "drafts" } });
    expect(drafts.of("one").search).toBe("ci");
    pages.local.quota = 1_000_000;
    drafts.change("one", { search: "ci-" });
    await vi.waitUntil(() => keepingProblem.value === null);
  });

  it("that are damaged are given up without a question", async () => {
    pages.local.put("drafts", { version: 1, data: { tab: 7 } });
    const { drafts, state } = await pages.open();
    expect(state.trouble.value).toBeNull();
    expect(drafts.of("one")).toEqual(emptyDraft);
  });
});
