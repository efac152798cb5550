// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { emptyDraft } from "../../../../lib/storage/items.ts";
import { kindOf, problemOf } from "../../../fakes/problem.ts";
import { origin, pattern } from "../../../fakes/samples.ts";
import { createFakeBrowser, type FakeBrowser, type Worker } from "../../../fakes/worker.ts";

let browser: FakeBrowser;
let worker: Worker;
beforeEach(() => {
  browser = createFakeBrowser();
  worker = browser.start();
});

const other = "https://other.example.com:8443";
const allowOther = () => {
  browser.permissions.granted.add("https://other.example.com/*");
  browser.cloud.endpoints.add(`${other}/api/v1`);
};
const profiles = async () => (await worker.items.consoles.get()).list;

describe("connecting", () => {
  it("recognises the console, and makes it the current one", async () => {
    const { consoleId } = await worker.consoles.connect("console.example.com/login");
    expect(browser.cloud.asked).toEqual(["GET /brandings"]);
    expect(browser.cloud.requests[0]?.withSession).toBe(false);
    expect(await worker.items.consoles.get()).toMatchObject({
      list: [{ id: consoleId, origin, endpointPath: "/api/v2", name: "Example Cloud", label: null, lastSignIn: null }],
      currentId: consoleId,
    });
  });

  it("finds the endpoint of an older install", async () => {
    allowOther();
    await worker.consoles.connect(other);
    expect(await profiles()).toMatchObject([{ origin: other, endpointPath: "/api/v1" }]);
  });

  it("again brings the branding up to date, and keeps what the user made of it", async () => {
    const { consoleId } = await worker.consoles.connect(origin);
    await worker.consoles.rename(consoleId, " Work ");
    await worker.sessions.signIn(consoleId, { userName: "ana", password: "correct horse battery staple" });
    browser.cloud.course = async (_request, work) => ({
      ...work(),
      json: { data: [{ applicationName: "New Brand", activeLanguages: "es" }] },
    });
    expect(await worker.consoles.connect(origin)).toEqual({ consoleId });
    expect(await profiles()).toMatchObject([
      { id: consoleId, label: "Work", name: "New Brand", languages: ["es"], lastSignIn: { userName: "ana" } },
    ]);
  });

  it.each([
    ["", "address_empty"],
    ["nonsense", "address_invalid"],
    ["http://console.example.com", "address_insecure"],
  ])("to %j fails before anyone is asked", async (typed, kind) => {
    expect(await kindOf(worker.consoles.connect(typed))).toBe(kind);
    expect(browser.cloud.asked).toEqual([]);
  });

  it("without access fails before anyone is asked", async () => {
    browser.permissions.granted.clear();
    expect(await problemOf(worker.consoles.connect(origin))).toEqual({
      kind: "permission_missing",
      facts: { host: "console.example.com" },
    });
    expect(browser.cloud.asked).toEqual([]);
  });

  const answers: readonly [string, FakeBrowser["cloud"]["course"], string][] = [
    ["JSON of another kind", async () => ({ status: 200, json: { hello: 1 }, clockOffset: null }), "not_a_console"],
    ["nothing of the sort", async () => ({ status: 404, json: undefined, clockOffset: null }), "not_a_console"],
    ["a failure of its own", async () => ({ status: 503, json: undefined, clockOffset: null }), "server_failed"],
    ["a web page", async () => Promise.reject(new AppError("html_page")), "html_page"],
    ["gibberish", async () => Promise.reject(new AppError("bad_answer")), "not_a_console"],
    ["nothing at all", async () => Promise.reject(new AppError("unreachable")), "unreachable"],
    ["a bad certificate", async () => Promise.reject(new AppError("certificate")), "certificate"],
    ["a redirect", async () => Promise.reject(new AppError("redirected")), "redirected"],
  ];

  it.each(answers)("to what answers with %s fails, and the access is given back", async (_what, course, kind) => {
    browser.cloud.course = course;
    expect(await kindOf(worker.consoles.connect(origin))).toBe(kind);
    expect(await profiles()).toEqual([]);
    expect([...browser.permissions.granted]).toEqual([]);
  });

  it("that fails keeps access that a connected console shares", async () => {
    await worker.consoles.connect(origin);
    browser.cloud.course = async () => Promise.reject(new AppError("unreachable"));
    expect(await kindOf(worker.consoles.connect(`${origin}:9443`))).toBe("unreachable");
    expect([...browser.permissions.granted]).toEqual([pattern]);
  });
});

describe("choosing and naming", () => {
  it("makes another console the current one", async () => {
    allowOther();
    const first = await worker.consoles.connect(origin);
    const second = await worker.consoles.connect(other);
    expect((await worker.items.consoles.get()).currentId).toBe(second.consoleId);
    await worker.consoles.select(first.consoleId);
    expect((await worker.items.consoles.get()).currentId).toBe(first.consoleId);
  });

  it("does not choose what is not there", async () => {
    const { consoleId } = await worker.consoles.connect(origin);
    expect(await kindOf(worker.consoles.select("nowhere"))).toBe("not_found");
    expect((await worker.items.consoles.get()).currentId).toBe(consoleId);
  });

  it.each([
    [" Work ", "Work"],
    ["  ", null],
  ])("takes %j for %j", async (typed, label) => {
    const { consoleId } = await worker.consoles.connect(origin);
    await worker.consoles.rename(consoleId, typed);
    expect((await profiles())[0]?.label).toBe(label);
  });
});

describe("opening", () => {
  it("follows the routes of the profile", async () => {
    const { consoleId } = await worker.consoles.connect(origin);
    await worker.items.consoles.update(({ list, currentId }) => ({
      list: list.map((profile) => ({ ...profile, routes: { keys: "/v3/keys", key: "/v3/keys/:id/x" } })),
      currentId,
    }));
    const console = await worker.consoles.open(consoleId);
    await kindOf(console.listKeys());
    await kindOf(console.revokeKey("a/b", null));
    expect(browser.cloud.asked.slice(-2)).toEqual(["GET /v3/keys", "DELETE /v3/keys/a%2Fb/x"]);
  });

  it("needs the access to be there still", async () => {
    const { consoleId } = await worker.consoles.connect(origin);
    browser.permissions.granted.clear();
    expect(await kindOf(worker.consoles.open(consoleId))).toBe("permission_missing");
  });
});

describe("removing", () => {
  it("forgets everything of the console, and nothing of another", async () => {
    allowOther();
    const ids: string[] = [];
    for (const address of [origin, other]) {
      const { consoleId } = await worker.consoles.connect(address);
      ids.push(consoleId);
      browser.cloud.addKey("ci");
      await kindOf(worker.sessions.signIn(consoleId, { userName: "ana", password: "wrong" }));
      await worker.keys.refresh(consoleId);
      await worker.freshKeys.create(consoleId, `intent of ${consoleId}`, "fresh");
      await worker.items.drafts.update((drafts) => ({
        ...drafts,
        byConsole: { ...drafts.byConsole, [consoleId]: emptyDraft },
      }));
    }
    const [first = "", second = ""] = ids;
    const dump = () => browser.local.dump() + browser.session.dump();
    expect(dump().split(first).length).toBeGreaterThan(6);

    await worker.consoles.remove(first);
    expect(dump()).not.toContain(first);
    expect(dump()).not.toContain(origin);
    expect(browser.local.keys()).toContain(`keys:${second}`);
    expect((await worker.items.intents.get()).map(({ id }) => id)).toEqual([`intent of ${second}`]);
    expect(Object.keys(await worker.items.fresh.get())).toEqual([`intent of ${second}`]);
    expect([...browser.permissions.granted]).toEqual(["https://other.example.com/*"]);
  });

  it("makes another console the current one, or none", async () => {
    allowOther();
    const first = await worker.consoles.connect(origin);
    const second = await worker.consoles.connect(other);
    await worker.consoles.remove(second.consoleId);
    expect((await worker.items.consoles.get()).currentId).toBe(first.consoleId);
    await worker.consoles.remove(first.consoleId);
    expect(await worker.items.consoles.get()).toEqual({ list: [], currentId: null });
  });

  it("keeps access that another console shares", async () => {
    browser.cloud.endpoints.add(`${origin}:9443/api/v2`);
    const { consoleId } = await worker.consoles.connect(origin);
    await worker.consoles.connect(`${origin}:9443`);
    await worker.consoles.remove(consoleId);
    expect([...browser.permissions.granted]).toEqual([pattern]);
  });

  it("of what is not there fails and changes nothing", async () => {
    await worker.consoles.connect(origin);
    const before = browser.local.dump();
    expect(await kindOf(worker.consoles.remove("nowhere"))).toBe("not_found");
    expect(browser.local.dump()).toBe(before);
  });
});
