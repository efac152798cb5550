/** Replacing credentials end to end, with every way in which a console's task can go: asked for once, and the log tells the truth. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ownerOf } from "../../lib/console/console.ts";
import { refusals } from "../../lib/console/refusals.ts";
import type { HttpRequest } from "../../lib/console/transport.ts";
import type { Renewal } from "../../lib/storage/service-items.ts";
import { cloudMc, people } from "./cloudmc.ts";
import { createSignedIn, type ExtensionOptions } from "./extension.ts";
import { faultCases } from "./faults.ts";
import { refusalOf } from "./refusal.ts";
import { serviceOutcome } from "./service-faults.ts";
import { entryNamed, serviceRoutes, swift, truthOf, vault } from "./services-of.ts";
import { requestsOf, type Stage } from "./subject.ts";

type What = Renewal["what"];
const whats = ["credentials", "s3Key"] as const;
const nameOf: Readonly<Record<What, string>> = { credentials: swift, s3Key: vault };
const actionOf = { credentials: "regenerate", s3Key: "generateS3Key" } as const;
const isChange = ({ method, url }: HttpRequest) => method === "POST" && url.includes("operation=");

describe.each(["cloudops", "tigo"] as const)("replacing credentials on %s", (brand) => {
  const person = people.withServices;
  let stage: Stage;
  beforeAll(async () => {
    stage = await cloudMc(brand).start();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.control.clear();
    await stage.control.endTasks();
    await stage.control.tasks({});
  });

  const enter = async (options: ExtensionOptions = {}) => {
    const extension = await createSignedIn(stage, person, options);
    const { connections, renewals, items, consoleId } = extension;
    const session = (await items.sessions.get())[consoleId];
    const owner = session?.state === "open" ? ownerOf(session.account) : "";
    const { list } = await connections.list(consoleId);
    await stage.control.clearRequests();
    return {
      ...extension,
      owner,
      async renew(what: What, renewalId = "renewal", region: string | null = what === "s3Key" ? "ca-east-1" : null) {
        await renewals.renew({
          consoleId,
          owner,
          renewalId,
          what,
          entry: entryNamed(list.entries, nameOf[what]),
          region,
        });
        await vi.waitFor(async () => {
          const states = (await items.renewals.get()).map(({ state }) => state);
          expect(states).not.toContain("sent");
          expect(states).not.toContain("pending");
        }, 5_000);
      },
      one: async () => (await items.renewals.get())[0],
      async secret() {
        const fields = (await items.freshCredentials.get()).renewal?.fields ?? [];
        return fields.find(({ key }) => key === "password" || key === "secretKey")?.value ?? null;
      },
    };
  };
  type Extension = Awaited<ReturnType<typeof enter>>;

  /** The secret that works now, and all secrets there are. */
  const truth = async (what: What) => {
    const { valueUnder, apiCredentials, secrets, isValid } = await truthOf(stage, person, nameOf[what]);
    const key = apiCredentials.find(({ region }) => region === "ca-east-1");
    const secret = what === "credentials" ? valueUnder("password") : (key?.secretKey ?? null);
    return { secret: isValid ? secret : null, secrets };
  };
  const asked = async (what: What) => (await requestsOf(stage, serviceRoutes[actionOf[what]])).length;
  const nothingOnDisk = ({ written, local }: Extension, secrets: readonly string[]) => {
    for (const secret of secrets) expect(written.join() + local.dump()).not.toContain(secret);
  };

  describe("tells the truth of a task", () => {
    const outcomes = ["success", "failed", "half-way", "never", "expired", "lost"] as const;
    const configurations = whats.flatMap((what) =>
      outcomes.flatMap((outcome) =>
        ([undefined, "post", "result", "both"] as const).flatMap((data) =>
          ([0, 1, 3] as const).flatMap((polls) =>
            (["documented", "older"] as const).map((form) => ({ what, outcome, data, polls, form })),
          ),
        ),
      ),
    );
    it.each(configurations)(
      "over $what: $outcome after $polls, told in $data, $form",
      async ({ what, data, ...settings }) => {
        const before = await truth(what);
        await stage.control.tasks({ ...settings, ...(data === undefined ? {} : { data }) });
        const extension = await enter();
        await extension.renew(what);
        const after = await truth(what);
        const renewal = await extension.one();
        const shown = await extension.secret();
        expect(await asked(what)).toBe(1);
        nothingOnDisk(extension, [...before.secrets, ...after.secrets, ...(shown === null ? [] : [shown])]);
        expect(extension.alarms.at(-1)).toBe(false);
        const state = renewal?.state ?? "";
        if (state === "received") expect([shown, shown === before.secret]).toEqual([after.secret, false]);
        if (state === "absent") expect(after.secret).toBe(before.secret);
        if (state === "lost") expect(after.secret).not.toBe(before.secret);
        if (state === "failed") expect(renewal?.reason).toBe("The service did not do it.");
        if (state !== "received" && state !== "unfinished") expect(shown).toBeNull();
        const isToldOnce = what === "s3Key";
        const expected: Record<typeof settings.outcome, readonly string[]> = {
          // a task that has ended already is not asked about, and so tells nothing any more
          success: isToldOnce && data === "result" && settings.polls === 0 ? ["lost"] : ["received"],
          failed: ["failed"],
          "half-way": ["failed"],
          never: ["unfinished"],
          expired: isToldOnce ? ["received", "lost"] : ["received", "unknown"],
          lost: isToldOnce ? ["absent"] : ["unknown"],
        };
        expect(expected[settings.outcome]).toContain(state);
        // nobody waits for what is over, and this account may ask again
        await stage.control.endTasks();
      },
    );

    it.each(whats)("that takes none: %s", async (what) => {
      await stage.control.tasks({ synchronous: true });
      const extension = await enter();
      await extension.renew(what);
      expect((await extension.one())?.state).toBe("received");
      expect(await extension.secret()).toBe((await truth(what)).secret);
    });

    it("whose words are anything at all", async () => {
      for (const errors of [null, [], {}, "words", [{ message: null }], [{ message: "x".repeat(100_000) }]]) {
        await stage.control.tasks({ outcome: "failed", errors, polls: 1 });
        const extension = await enter();
        await extension.renew("s3Key");
        const renewal = await extension.one();
        expect(renewal?.state).toBe("failed");
        expect(renewal?.reason?.length ?? 0).toBeLessThan(302);
      }
    });
  });

  describe("tells the truth after", () => {
    const cases = faultCases.flatMap((each) => whats.map((what) => ({ each, what, title: each.title })));
    it.each(cases)("$title over $what", async ({ each, what }) => {
      const before = await truth(what);
      await stage.control.tasks({ polls: 0 });
      const extension = await enter({ isHasty: (request) => each.silent && isChange(request) });
      await stage.control.fault({ ...serviceRoutes[actionOf[what]], fault: each.fault });
      const outcome = serviceOutcome(each, actionOf[what]);
      // "already at it" may be said of what the browser sent once more by itself
      const isConflict = each.fault.kind === "status" && each.fault.status === 409;
      const isRefused = !isConflict && (refusals as readonly string[]).includes(outcome);
      const { csrfToken, password } = { csrfToken: await csrfOf(extension), password: person.password };
      if (isRefused) {
        const refusal = await refusalOf(extension.renew(what), [...before.secrets, csrfToken, password]);
        expect(refusal.kind).toBe(outcome);
        expect([await extension.items.renewals.get(), await extension.items.freshCredentials.get()]).toEqual([[], {}]);
      } else await extension.renew(what);
      const after = await truth(what);
      expect(await asked(what)).toBe(1);
      nothingOnDisk(extension, [...before.secrets, ...after.secrets, ...(csrfToken === null ? [] : [csrfToken])]);
      const state = (await extension.one())?.state;
      const isNew = after.secret !== before.secret;
      if (each.done) expect([isNew, isRefused]).toEqual([true, false]);
      if (state === "received") expect(await extension.secret()).toBe(after.secret);
      if (state === "received" && what === "s3Key") expect(isNew).toBe(true);
      if (state === "lost") expect(isNew).toBe(true);
      if (state === "absent") expect(isNew).toBe(false);
      if (what === "s3Key" && !isRefused) expect(["received", "lost", "absent"]).toContain(state);
    });
  });

  const csrfOf = async ({ items, consoleId }: Extension) => {
    const session = (await items.sessions.get())[consoleId];
    return session?.state === "open" ? session.csrfToken : null;
  };

  describe("once", () => {
    it.each(whats)("however often %s are wished for, from however many windows", async (what) => {
      const extension = await enter();
      const wishes = ["renewal", "renewal", "other", "renewal"].map((id) => extension.renew(what, id));
      const ends = await Promise.allSettled(wishes);
      expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
      expect([await asked(what), (await extension.one())?.state]).toEqual([1, "received"]);
    });

    it("while the console is at it already for somebody else, says so, and that nobody knows the end", async () => {
      await stage.control.tasks({ outcome: "never" });
      const [one, other] = [await enter(), await enter()];
      await one.renew("credentials");
      await other.renew("credentials");
      expect(await other.one()).toMatchObject({ state: "unknown", reason: expect.stringContaining("already") });
      expect(await other.secret()).toBeNull();
    });
  });

  it("replaces them in every environment of the connection of which one is a member", async () => {
    const secretIn = async (name: string) => (await truthOf(stage, person, name)).valueUnder("password");
    const before = await secretIn("Objects-r1 / staging");
    const extension = await enter();
    await extension.renew("credentials");
    expect(await secretIn("Objects-r1 / staging")).not.toBe(before);
    expect(await secretIn("Objects-r2 / production")).not.toBeNull();
  });

  it("goes on after the session ended in the middle, when somebody signs in again", async () => {
    await stage.control.tasks({ outcome: "success", polls: 2 });
    const extension = await enter();
    await stage.control.fault({ ...serviceRoutes.followTask, fault: { kind: "status", status: 401 } });
    await extension.renew("s3Key");
    expect((await extension.one())?.state).toBe("unfinished");
    await extension.sessions.signIn(extension.consoleId, person);
    await extension.renewals.resume();
    expect([(await extension.one())?.state, await extension.secret()]).toEqual([
      "received",
      (await truth("s3Key")).secret,
    ]);
  });

  it("deletes an S3 key, and says when it could not", async () => {
    const { connections, consoleId, owner, ...extension } = await enter();
    await extension.renew("s3Key", "renewal", "ca-west-1");
    const { list } = await connections.list(consoleId);
    const entry = entryNamed(list.entries, vault);
    const remove = (region: string) => connections.deleteS3Key(consoleId, entry, region, owner);
    await stage.control.tasks({ outcome: "failed" });
    expect(await refusalOf(remove("ca-west-1"))).toMatchObject({
      kind: "task_failed",
      facts: { reason: expect.stringContaining("did not") },
    });
    await stage.control.tasks({ outcome: "never" });
    expect((await refusalOf(remove("ca-west-1"))).kind).toBe("task_unfinished");
    await stage.control.tasks({});
    await remove("ca-west-1");
    expect((await refusalOf(remove("ca-west-1"))).kind).toBe("not_found");
    expect((await refusalOf(remove("nowhere"))).kind).toBe("not_found");
    const regions = (await truthOf(stage, person, vault)).apiCredentials.map(({ region }) => region);
    expect(regions).not.toContain("ca-west-1");
  });
});
