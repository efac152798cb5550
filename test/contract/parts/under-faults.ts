/** Every fault in every action: what it becomes, that nothing is asked twice, and that no secret gets out with it. */
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Console } from "../../../lib/console/console.ts";
import { createCookieFetch } from "../cookie-fetch.ts";
import { type FaultCase, faultCases, hastyMs } from "../faults.ts";
import { kindOf, refusalOf } from "../refusal.ts";
import {
  type Action,
  actions,
  enter,
  newName,
  requestsOf,
  type Stage,
  type Subject,
  transportOver,
  visit,
  whose,
} from "../subject.ts";

export function describeFaults(subject: Subject, running: () => Stage): void {
  const { people, routes } = subject;
  describe("under faults", () => {
    let stage: Stage;
    /** A session that most actions share: signing out has one of its own. */
    let shared: Awaited<ReturnType<typeof enter>>;
    beforeAll(async () => {
      stage = running();
      shared = await enter(stage, people.writer);
    });
    afterEach(() => stage.control.clear());

    const stored = () => stage.control.keys(whose(people.writer));

    /** Gets everything ready for an action, so that only the action itself meets the fault. */
    const prepare = async (action: Action, timeoutMs: number) => {
      const name = newName();
      if (action === "recognize") {
        const transport = transportOver(createCookieFetch());
        return { name, csrfToken: null, act: () => stage.recognize(stage.origin, transport, timeoutMs) };
      }
      if (action === "signIn") {
        const console = stage.create(visit(stage).transport, { timeoutMs });
        return { name, csrfToken: null, act: () => console.signIn(people.writer) };
      }
      const { transport, csrfToken } = action === "signOut" ? await enter(stage, people.writer) : shared;
      const console = stage.create(transport, { timeoutMs });
      const target = async () => {
        const [key] = await stage.control.addKeys({ ...whose(people.writer), name });
        return key?.id ?? "";
      };
      const id = action === "renameKey" || action === "revokeKey" ? await target() : "";
      const act = {
        whoAmI: () => console.whoAmI(),
        signOut: () => console.signOut(csrfToken),
        listKeys: () => console.listKeys(),
        createKey: () => console.createKey(name, csrfToken),
        renameKey: () => console.renameKey(id, `${name} renamed`, csrfToken),
        revokeKey: () => console.revokeKey(id, csrfToken),
      }[action];
      return { name, csrfToken, act };
    };

    /** Plays one fault in some actions at the same time, each on its own route. */
    const play = async ({ fault, outcome, done, silent }: FaultCase, actions: readonly Action[]) => {
      const timeoutMs = silent ? hastyMs : 10_000;
      const prepared = new Map<Action, Awaited<ReturnType<typeof prepare>>>();
      for (const action of actions) prepared.set(action, await prepare(action, timeoutMs));
      await stage.control.clearRequests();
      for (const action of actions) await stage.control.fault({ ...routes[action], fault });
      const played = [...prepared].map(async ([action, { act, csrfToken }]) => {
        const became = await act().then(
          () => "success",
          (thrown: unknown) => kindOf(Promise.reject(thrown), [csrfToken, people.writer.password]),
        );
        return { action, became };
      });
      expect(await Promise.all(played)).toEqual(actions.map((action) => ({ action, became: outcome(action) })));

      const names = new Set((await stored()).map((key) => key.name));
      for (const [action, { name }] of prepared) {
        const requests = await requestsOf(stage, routes[action]);
        const different = new Set(requests.map(({ query }) => JSON.stringify(query)));
        // only a list that is short is walked a second time
        const isShort = action === "listKeys" && fault.kind === "paging" && fault.how === "drop";
        expect([action, requests.length]).toEqual([action, different.size * (isShort ? 2 : 1)]);
        if (action !== "listKeys") expect(requests).toHaveLength(1);
        if (action === "createKey") expect(names.has(name)).toBe(done);
        if (action === "renameKey") expect(names.has(`${name} renamed`)).toBe(done);
        if (action === "revokeKey") expect(names.has(name)).toBe(!done);
      }
    };

    const table = faultCases.flatMap((each) =>
      actions.map((action) => ({ each, action, outcome: each.outcome(action) })),
    );
    it.each(table.filter(({ each }) => !each.silent))("$each.title in $action is $outcome", ({ each, action }) =>
      play(each, [action]),
    );

    // these take time, and so are waited for together
    it.each(faultCases.filter(({ silent }) => silent))("$title in any action is timed_out", (each) =>
      play(each, actions),
    );

    const changing = ["signOut", "createKey", "renameKey", "revokeKey"] as const;
    it.each(changing)("%s does not give the session's token away when the console quotes it", async (action) => {
      const { csrfToken, act } = await prepare(action, 10_000);
      const body = stage.refusalQuoting(`Wrong: ${csrfToken}`);
      await stage.control.fault({ ...routes[action], fault: { kind: "status", status: 400, body } });
      expect((await refusalOf(act(), [csrfToken])).facts.reason).toContain("Wrong");
    });

    const odd: readonly (readonly [what: string, set: Record<string, unknown>, made: Record<string, unknown>])[] = [
      ["no id", { id: null }, { id: null }],
      ["a number for an id", { id: 7 }, { id: "7" }],
      ["an object for an id", { id: {} }, { id: null }],
      ["no name", { name: null }, { name: null }],
      ["another name", { name: "changed by the console" }, { name: "changed by the console" }],
      ["a strange date", { creationDate: 1e20 }, {}],
    ];
    it.each(odd)("a new key that arrives with %s is not lost", async (_what, set, made) => {
      await stage.control.fault({ ...routes.createKey, fault: { kind: "patchItems", set } });
      const created = await shared.console.createKey(newName(), shared.csrfToken);
      expect(created).toMatchObject(made);
      expect(await stage.useKey(created.key)).toBe(200);
    });

    it.each([null, "", 7, {}, []])("a new key that arrives as %j is not taken for one", async (key) => {
      const name = newName();
      await stage.control.fault({ ...routes.createKey, fault: { kind: "patchItems", set: { key } } });
      const refusal = await refusalOf(shared.console.createKey(name, shared.csrfToken), [shared.csrfToken]);
      expect(refusal.kind).toBe("bad_answer");
      expect((await stored()).map((each) => each.name)).toContain(name);
    });

    it("a session without a token, or with names that are no names, is still one", async () => {
      const set = { csrfToken: null, organization: 7 };
      await stage.control.fault({ ...routes.whoAmI, fault: { kind: "patchItems", set } });
      const session = await shared.console.whoAmI();
      expect(session?.csrfToken).toBeNull();
      expect(session?.account.userName).toBe(people.writer.userName);
    });

    it("a fault that is over leaves nothing behind", async () => {
      const acts: readonly ((console: Console) => Promise<unknown>)[] = [
        (console) => console.whoAmI(),
        (console) => console.listKeys(),
        (console) => console.createKey(newName(), shared.csrfToken),
      ];
      for (const act of acts) {
        await stage.control.fault({ path: ".*", fault: { kind: "reset", when: "before" } });
        await refusalOf(act(shared.console));
        await act(shared.console);
      }
    });
  });
}
