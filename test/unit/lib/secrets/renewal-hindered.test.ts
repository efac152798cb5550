// @vitest-environment node
/** What stands in the way of new credentials: no room for them, or an answer that does not arrive or makes no sense. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs, type Course, csrfToken } from "../../../fakes/cloudmc.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { bothKinds, createRenewing, type Renewing, whenChanging } from "../../../fakes/renewing.ts";

let scene: Renewing;
beforeEach(async () => {
  scene = await createRenewing();
});
const nothingLeft = async () => expect([await scene.all(), await scene.fresh()]).toEqual([[], {}]);
const areas = ["local", "session"] as const;
const areaOf = (area: (typeof areas)[number]) => scene.browser[area];
const fill = (area: (typeof areas)[number]) => {
  areaOf(area).quota = areaOf(area).usedBytes();
};

describe("without room", () => {
  it.each(bothKinds.flatMap((what) => areas.map((area) => [what, area] as const)))(
    "for %s in %s the console is never asked",
    async (what, area) => {
      // sessions are written in the meantime: they have their room
      areaOf(area).quota = areaOf(area).usedBytes() + 100;
      expect(await kindOf(scene.renew(what))).toBe("storage_full");
      expect(scene.posts()).toBe(0);
      areaOf(area).quota = null;
      await nothingLeft();
      await scene.renew(what);
      expect(await scene.one()).toMatchObject({ state: "received" });
    },
  );

  /** Every request after which the room may be gone, counted from the one that changes something. */
  const requests = [1, 2, 3, 4, 5];
  const cases = bothKinds.flatMap((what) =>
    areas.flatMap((area) =>
      (["post", "result"] as const).flatMap((tellIn) => requests.map((nth) => ({ what, area, tellIn, nth }))),
    ),
  );
  it.each(cases)("in $area from request $nth on, $what told in $tellIn are there at the end", async (each) => {
    scene.plan.tellIn = each.tellIn;
    let left = each.nth;
    scene.browser.cloud.course = async (_request, work) => {
      const answer = work();
      if (scene.posts() > 0 && --left === 0) fill(each.area);
      return answer;
    };
    await scene.renew(each.what);
    expect(await scene.secret()).toBe(scene.valid(each.what));
    areaOf(each.area).quota = null;
    await scene.worker.renewals.resume();
    expect(await scene.one()).toMatchObject({ state: "received" });
    expect(await scene.secret()).toBe(scene.valid(each.what));
    expect([scene.posts(), scene.browser.isAlarmSet]).toEqual([1, false]);
  });

  it("for very long credentials says that they arrived: the console shows them at any time", async () => {
    scene.plan.isSynchronous = true;
    scene.browser.cloud.course = whenChanging(async (_request, work) => {
      fill("session");
      work();
      const fields = [{ key: "password", value: "x".repeat(1_000_000), sensitive: true }];
      return { status: 200, json: { data: { canRegenerateCredentials: true, fields } }, clockOffset: 0 };
    });
    await scene.renew("credentials");
    expect([await scene.one(), await scene.fresh()]).toMatchObject([{ state: "received" }, {}]);
  });

  it("for a very long S3 key does not say that nothing was replaced", async () => {
    scene.browser.cloud.course = whenChanging(async (_request, work) => {
      const { json, ...answer } = work();
      fill("session");
      const data = { accessKeyId: "x".repeat(1_000_000), secretKey: "s", region: "east" };
      return { ...answer, json: { ...(json as object), data } };
    });
    // an error says for certain that nothing was replaced
    expect(await kindOf(scene.renew("s3Key"))).toBe("it went well");
    expect((await scene.one())?.state).not.toBe("sent");
  });
});

describe("an answer that is lost", () => {
  const courses: readonly [string, Course][] = [
    ["when the connection breaks", async () => Promise.reject(new AppError("cut_off"))],
    ["when the console is out of reach", async () => Promise.reject(new AppError("unreachable"))],
    ["when it takes too long", async () => Promise.reject(new AppError("timed_out"))],
    ["when there is no network", async () => Promise.reject(new AppError("offline"))],
    ["behind a web page", async () => Promise.reject(new AppError("html_page"))],
    ["behind a redirect", async () => Promise.reject(new AppError("redirected"))],
    ["behind a 500", async () => ({ status: 500, json: undefined, clockOffset: 0 })],
    ["behind a 408", async () => ({ status: 408, json: undefined, clockOffset: 0 })],
    ["in an answer without sense", async () => ({ status: 200, json: {}, clockOffset: 0 })],
    ["in a list", async () => ({ status: 200, json: [], clockOffset: 0 })],
  ];

  it.each(courses)("%s, after the work: the S3 key is lost, and said to be", async (_what, course) => {
    scene.plan.isSynchronous = true;
    scene.browser.cloud.course = whenChanging(async (request, work) => {
      work();
      return course(request, work);
    });
    await scene.renew("s3Key");
    expect([await scene.one(), await scene.fresh(), scene.posts()]).toMatchObject([{ state: "lost" }, {}, 1]);
  });

  it.each([
    ...courses,
    ["in an empty answer", async () => ({ status: 204, json: undefined, clockOffset: 0 })] as const,
  ])("%s, before the work: the S3 key is the old one, and that is said", async (_what, course) => {
    scene.browser.cloud.course = whenChanging(course);
    await scene.renew("s3Key");
    expect([await scene.one(), await scene.fresh(), scene.posts()]).toMatchObject([{ state: "absent" }, {}, 1]);
  });

  it.each(courses)("%s leaves it unknown whether there is a new password", async (_what, course) => {
    scene.browser.cloud.course = whenChanging(course);
    await scene.renew("credentials");
    expect([await scene.one(), await scene.fresh(), scene.posts()]).toMatchObject([{ state: "unknown" }, {}, 1]);
  });

  it("of a task that ends later after all is called lost then", async () => {
    scene.browser.cloud.course = whenChanging(async (_request, work) => {
      work();
      throw new AppError("cut_off");
    });
    await scene.renew("s3Key");
    expect(await scene.one()).toMatchObject({ state: "absent" });
    scene.browser.cloud.services.endTasks();
    await scene.browser.start().renewals.resume();
    expect(await scene.one()).toMatchObject({ state: "lost" });
  });

  it.each([400, 403, 404])(
    "and then a %i in the way to the S3 keys is no proof that there is a new one",
    async (status) => {
      scene.browser.cloud.course = async ({ url, method }, work) => {
        if (method === "POST") throw new AppError("cut_off");
        return scene.posts() > 0 && url.endsWith("/apiCredentials")
          ? { status, json: undefined, clockOffset: 0 }
          : work();
      };
      await scene.renew("s3Key");
      expect(scene.valid("s3Key")).toMatch(/-old-/);
      expect((await scene.one())?.state).toBe("unknown");
    },
  );
});

describe("while a task is followed", () => {
  const odd: readonly (readonly [string, number, unknown])[] = [
    ["nothing", 204, undefined],
    ["an empty answer", 200, undefined],
    ["null", 200, null],
    ["{}", 200, {}],
    ["no data", 200, { data: null }],
    ["an empty list", 200, { data: [] }],
    ["an empty object", 200, { data: {} }],
    ["a status that nobody knows", 200, { taskId: "task-1", taskStatus: "RUNNING", data: {} }],
    ["an older status that nobody knows", 200, { data: { id: "task-1", status: "IN_PROGRESS" } }],
    ["a status in small letters", 200, { data: { id: "task-1", status: "pending" } }],
    ["no id", 200, { taskId: null, taskStatus: "PENDING", data: null }],
    ["a task within data", 200, { data: { taskId: "task-1", taskStatus: "PENDING" } }],
  ];
  it.each(bothKinds.flatMap((what) => odd.map((one) => [what, ...one] as const)))(
    "%s: %s is not taken for its success",
    async (what, _title, status, json) => {
      Object.assign(scene.plan, { tellIn: what === "s3Key" ? "post" : "result", outcome: "never" });
      scene.browser.cloud.course = async ({ url }, work) =>
        url.includes("/tasks/") ? { status, json, clockOffset: 0 } : work();
      await scene.renew(what);
      expect(scene.valid(what)).toMatch(/-old-/);
      expect(await scene.one()).toMatchObject({ state: "unfinished" });
    },
  );

  it.each(bothKinds)("a failed task’s words about %s bring no secret to the disk", async (what) => {
    Object.assign(scene.plan, { tellIn: "post", outcome: "failed" });
    scene.plan.failure = {
      errors: [{ message: `Could not set ${what === "s3Key" ? "s3-secret" : "password"}-new-1.` }],
    };
    await scene.renew(what);
    expect(await scene.one()).toMatchObject({ state: "failed", reason: expect.stringContaining("Could not set") });
    expect(scene.disk()).not.toContain("-new-1");
  });

  it.each(bothKinds)("nor the beginning of one, of %s: a long reason is cut after it was cleared", async (what) => {
    Object.assign(scene.plan, { tellIn: "post", outcome: "failed" });
    const secret = what === "s3Key" ? "s3-secret-new-1" : "password-new-1";
    scene.plan.failure = { errors: [{ message: `${"x".repeat(300 - secret.length + 2)}${secret}` }] };
    await scene.renew(what);
    expect((await scene.one())?.state).toBe("failed");
    expect(scene.disk()).not.toContain(secret.slice(0, -2));
  });

  it.each(bothKinds)("nor do they bring the session’s token there, of %s", async (what) => {
    Object.assign(scene.plan, { polls: 0, outcome: "failed" });
    scene.plan.failure = { errors: [{ message: `Wrong: ${csrfToken}` }] };
    await scene.renew(what);
    expect(await scene.one()).toMatchObject({ state: "failed", reason: expect.stringContaining("Wrong") });
    expect(scene.disk()).not.toContain(csrfToken);
  });

  it.each(bothKinds)("what passes is waited out, of %s", async (what) => {
    Object.assign(scene.plan, { tellIn: "both", polls: 3 });
    let asked = 0;
    scene.browser.cloud.course = async ({ url }, work) => {
      if (url.includes("/tasks/") && ++asked % 2 === 1) throw new AppError("unreachable");
      return work();
    };
    await scene.renew(what);
    scene.browser.cloud.course = asIs;
    expect([(await scene.one())?.state, await scene.secret()]).toEqual(["received", scene.valid(what)]);
  });
});

describe("what nobody expects", () => {
  it.each(bothKinds)("after the answer about %s is reported, for nobody waits for it any more", async (what) => {
    scene.browser.cloud.course = async ({ url }, work) => {
      if (url.includes("/tasks/")) throw new TypeError("a bug");
      return work();
    };
    await scene.renew(what);
    expect(scene.browser.reports).toEqual([[expect.any(TypeError)]]);
  });

  it.each(bothKinds)("is reported of %s once, and not what was said to whoever asked", async (what) => {
    scene.browser.cloud.course = whenChanging(async () => ({ status: 403, json: undefined, clockOffset: 0 }));
    expect(await kindOf(scene.renew(what))).toBe("environment_forbidden");
    expect(scene.browser.reports).toEqual([]);
  });
});
