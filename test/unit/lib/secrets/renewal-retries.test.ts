// @vitest-environment node
/** Trying again after a renewal that came to nothing, or of which nobody knows what it came to. */
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs } from "../../../fakes/cloudmc.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { createRenewing, entryOf, type Renewing, whenChanging } from "../../../fakes/renewing.ts";

let scene: Renewing;
beforeEach(async () => {
  scene = await createRenewing();
});

describe("a renewal that came to nothing", () => {
  beforeEach(async () => {
    scene.plan.tellIn = "post";
    scene.browser.cloud.course = whenChanging(async () => Promise.reject(new AppError("unreachable")));
    await scene.renew("s3Key", "first");
    scene.browser.cloud.course = asIs;
    expect(await scene.one("first")).toMatchObject({ state: "absent" });
  });
  const look = () => scene.worker.connections.credentials(scene.consoleId, entryOf.s3Key, "\nana");

  it("is not called lost because a later one succeeds", async () => {
    await scene.renew("s3Key", "second");
    expect(await scene.secret("second")).toBe(scene.valid("s3Key"));
    await look();
    await scene.worker.renewals.resume();
    expect((await scene.one("first"))?.state ?? "absent").toBe("absent");
  });

  it("is not called lost because the key is deleted", async () => {
    await scene.worker.connections.deleteS3Key(scene.consoleId, entryOf.s3Key, "east", "\nana");
    await look();
    expect((await scene.one("first"))?.state ?? "absent").toBe("absent");
  });

  it.each([403, 422, 429])("stays known when the next try is refused by a %i", async (status) => {
    scene.browser.cloud.course = whenChanging(async () => ({ status, json: undefined, clockOffset: 0 }));
    expect(await kindOf(scene.renew("s3Key", "second"))).not.toBe("it went well");
    expect((await scene.all()).map(({ id, state }) => [id, state])).toEqual([["first", "absent"]]);
  });

  it("stays known when there is no room for the next try", async () => {
    scene.browser.session.quota = scene.browser.session.usedBytes() + 100;
    expect(await kindOf(scene.renew("s3Key", "second"))).toBe("storage_full");
    expect((await scene.all()).map(({ id, state }) => [id, state])).toEqual([["first", "absent"]]);
  });

  it("is called lost by a later look when it was done after all", async () => {
    scene.browser.cloud.services.of("ana").s3.set("east", { accessKeyId: "AK-late", secretKey: "s3-secret-new-late" });
    await look();
    expect((await scene.one("first"))?.state).toBe("lost");
  });
});
