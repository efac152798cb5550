// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import type { ServiceField } from "../../../../lib/console/service.ts";
import { createRenewalStore, type RenewalStore } from "../../../../lib/secrets/renewal-store.ts";
import { createItems, type Items } from "../../../../lib/storage/items.ts";
import type { Renewal } from "../../../../lib/storage/service-items.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { sampleRenewal } from "../../../fakes/samples.ts";
import { createStorageArea, type FakeStorageArea } from "../../../fakes/storage-area.ts";
import { createWithLock } from "../../../fakes/with-lock.ts";

let local: FakeStorageArea;
let session: FakeStorageArea;
let items: Items;
let store: RenewalStore;
const open = () => {
  items = createItems(local, session, createWithLock());
  store = createRenewalStore(items);
};
beforeEach(() => {
  [local, session] = [createStorageArea(), createStorageArea()];
  open();
});
const fields: ServiceField[] = [{ key: "password", value: "s3cret", isSensitive: true, isEnvironmentSpecific: false }];
const renewal = sampleRenewal();
const states = async () => (await items.renewals.get()).map(({ id, state }) => [id, state]);
const inMemory = async () => Object.keys(await items.freshCredentials.get());
const arrive = async (change: Partial<Renewal> = {}) => {
  const one = sampleRenewal(change);
  await store.begin(one);
  await store.keep(one, fields);
  await store.close(one.id, { state: "received" });
  return one;
};

describe("the room for what is to come", () => {
  it("is taken before, and enough for long credentials", async () => {
    await store.begin(renewal);
    session.quota = session.usedBytes();
    const long = Array.from({ length: 12 }, (_, index) => ({
      ...fields[0],
      key: `key ${index}`,
      value: "x".repeat(1000),
    }));
    await store.keep(renewal, long as ServiceField[]);
    expect((await store.freshOf("renewal"))?.fields).toHaveLength(12);
  });

  it("is enough for the longest S3 key there may be, of any characters", async () => {
    await store.begin(sampleRenewal({ what: "s3Key" }));
    session.quota = session.usedBytes();
    const longest = "é".repeat(2_000);
    const long = ["accessKeyId", "secretKey", "region"].map((key) => ({ ...fields[0], key, value: longest }));
    expect(await kindOf(store.keep(renewal, long as ServiceField[]))).toBe("it went well");
  });

  it("is given back with what it was taken for, where the log does not fit", async () => {
    local.quota = local.usedBytes() + 20;
    expect(await kindOf(store.begin(renewal))).toBe("storage_full");
    expect([await states(), await inMemory()]).toEqual([[], []]);
  });

  it("is not there: nothing is written", async () => {
    session.quota = 100;
    expect(await kindOf(store.begin(renewal))).toBe("storage_full");
    expect([await states(), await inMemory()]).toEqual([[], []]);
  });

  it("of several at a time is each its own", async () => {
    await Promise.all(["a", "b", "c"].map((id) => store.begin(sampleRenewal({ id }))));
    expect([(await states()).length, (await inMemory()).length]).toEqual([3, 3]);
  });
});

describe("what has arrived", () => {
  it("is in memory alone", async () => {
    await arrive();
    expect([local.dump().includes("s3cret"), session.dump().includes("s3cret")]).toEqual([false, true]);
  });

  it("is not kept for what was forgotten meanwhile", async () => {
    await store.begin(renewal);
    await store.forget("renewal");
    await store.keep(renewal, fields);
    expect(await inMemory()).toEqual([]);
  });

  it("is said to be copied, and nothing else is", async () => {
    await arrive();
    await store.markCopied("renewal");
    await store.markCopied("nobody");
    expect(await items.freshCredentials.get()).toMatchObject({ renewal: { copied: true, fields } });
    expect(await inMemory()).toEqual(["renewal"]);
  });

  it("stays when the log has no room for its end", async () => {
    await store.begin(renewal);
    local.quota = local.usedBytes();
    await store.keep(renewal, fields);
    await store.close("renewal", { state: "received" });
    expect([await states(), (await store.freshOf("renewal"))?.fields]).toEqual([[["renewal", "sent"]], fields]);
  });

  it("goes with the news of it, and takes nothing else along", async () => {
    await arrive({ id: "a" });
    await arrive({ id: "b" });
    await arrive({ id: "c" });
    await store.forget("a", "c", "nobody");
    expect([await states(), await inMemory()]).toEqual([[["b", "received"]], ["b"]]);
  });

  it("is never read as something else when it is damaged", async () => {
    session.put("freshCredentials", { version: 1, data: { renewal: { fields: "s3cret" } } });
    local.put("renewals", { version: 1, data: [{ id: "renewal", state: "sent" }] });
    expect([await kindOf(store.freshOf("renewal")), await kindOf(store.all())]).toEqual([
      "storage_corrupt",
      "storage_corrupt",
    ]);
  });
});

describe("at a start", () => {
  const kinds = ["credentials", "s3Key"] as const;
  const restart = async (isBrowserGone: boolean) => {
    if (isBrowserGone) session = createStorageArea();
    open();
    await store.recover();
  };

  it.each(kinds)("%s that are still there are left alone", async (what) => {
    await arrive({ what });
    const before = [local.dump(), session.dump()];
    await restart(false);
    expect([local.dump(), session.dump()]).toEqual(before);
  });

  it("an S3 key that is gone is lost, and a password that is gone is no news", async () => {
    await arrive({ id: "key", what: "s3Key" });
    await arrive({ id: "password" });
    await restart(true);
    expect(await states()).toEqual([["key", "lost"]]);
  });

  it.each(["sent", "pending", "failed", "unfinished", "lost", "absent", "unknown"] as const)(
    "what is %s stays so",
    async (state) => {
      await items.renewals.set([sampleRenewal({ state, what: "s3Key" }), sampleRenewal({ id: "other", state })]);
      await restart(true);
      expect((await states()).map(([, now]) => now)).toEqual([state, state]);
    },
  );

  it.each(kinds)("%s whose log was damaged and given up are found again", async (what) => {
    const one = await arrive({ what });
    await items.renewals.remove();
    await restart(false);
    expect(await items.renewals.get()).toEqual([{ ...one, state: "received" }]);
    expect((await store.freshOf("renewal"))?.fields).toEqual(fields);
  });

  it("what a task was still at when its log was given up is followed, and not called received", async () => {
    const one = sampleRenewal({ what: "s3Key", taskId: "t", state: "pending" });
    await store.begin(one);
    await store.keep(one, fields);
    await items.renewals.remove();
    await restart(false);
    expect(await states()).toEqual([["renewal", "pending"]]);
  });

  it("room that nobody needs any more is given back, and other secrets are not touched", async () => {
    await store.begin(sampleRenewal({ id: "begun" }));
    await arrive({ id: "there" });
    await items.renewals.update((all) => all.filter(({ id }) => id === "there"));
    await restart(false);
    expect([await states(), await inMemory()]).toEqual([[["there", "received"]], ["there"]]);
  });

  it("nothing is written where nothing is to be done", async () => {
    const written: unknown[] = [];
    for (const area of [local, session]) area.onChanged.addListener((changes) => void written.push(changes));
    await restart(false);
    expect([written, local.keys(), session.keys()]).toEqual([[], [], []]);
  });
});
