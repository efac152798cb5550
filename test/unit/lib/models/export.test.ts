// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceField } from "../../../../lib/console/service.ts";
import type { App } from "../../../../lib/models/app.ts";
import type { Renewal } from "../../../../lib/storage/service-items.ts";
import { type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleRenewal } from "../../../fakes/samples.ts";
import {
  ana,
  askedFor,
  createServicePages,
  credentials,
  keystoneFields,
  objects,
  openStarted,
  s3Fields,
  sampleField,
  setServicesDraft,
  setSession,
} from "../../../fakes/services.ts";

const secret = "S3cret-value";
let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
});

async function open(fields: ServiceField[] = keystoneFields(secret), renewalId: string | null = null) {
  pages.answers["services.credentials"] = async () => credentials({ fields });
  app = await openStarted(pages);
  app.exporting.open(renewalId);
  await vi.waitUntil(() => app.exporting.isOpen.value);
  await settled();
}
const setNews = async (fields: ServiceField[], change: Partial<Renewal> = {}) => {
  const what = change.what ?? "s3Key";
  const renewal = sampleRenewal({ id: "r", owner: ana, entry: objects, what, state: "received", ...change });
  await pages.items.freshCredentials.set({ r: { fields, reserve: "", copied: false, renewal } });
  await pages.items.renewals.set([renewal]);
};
const kinds = () => app.exporting.groups.value.map(({ kind }) => kind);
const previewed = () => app.exporting.preview.value.files.map(({ text }) => text).join("\n");
const marks = () => askedFor(pages, "renewal.copied");

describe("what can be exported", () => {
  it("is nothing until it is asked for, and until the formats are there", async () => {
    pages.answers["services.credentials"] = async () => credentials();
    app = await openStarted(pages);
    expect(app.exporting.isOpen.value).toBe(false);
    app.exporting.open(null);
    await vi.waitUntil(() => app.exporting.isOpen.value);
    expect(app.exporting.title.value).toBe("Objects / production");
    app.exporting.close();
    expect(app.exporting.isOpen.value).toBe(false);
  });

  it("is every kind that the fields are enough for, the recommended ones first", async () => {
    const v2 = sampleField("authenticationEndpoint", "https://auth.example.com/v2.0");
    await open([...keystoneFields(secret), v2, sampleField("s3AccessKey", "AK"), sampleField("s3SecretKey", secret)]);
    expect(kinds()).toEqual(["keystoneV3", "s3", "keystoneV2"]);
    expect(app.exporting.choice.value?.credentials.kind).toBe("keystoneV3");
  });

  it("is nothing when the fields are not enough, and that is no failure", async () => {
    await open([sampleField("container", "web")]);
    expect([kinds(), app.exporting.choice.value, app.exporting.preview.value]).toEqual([
      [],
      null,
      { files: [], problem: null },
    ]);
    await app.exporting.copying.run(0);
    await app.exporting.saving.run(0);
    expect([pages.clipboard.text, pages.saved, app.exporting.copying.problem.value]).toEqual(["", [], null]);
  });

  it("is gone with the values: in time, at sign-out", async () => {
    await open();
    pages.clock += 5 * 60_000;
    app.tick();
    expect([app.exporting.isOpen.value, app.exporting.choice.value]).toEqual([false, null]);
    await app.services.fetching.run();
    await setSession(pages, "one", null);
    expect([app.exporting.isOpen.value, previewed()]).toEqual([false, ""]);
  });
});

describe("the format", () => {
  it("is remembered with its kind, in a popup opened later too", async () => {
    await open();
    app.exporting.choose("keystoneV3 json");
    await settled();
    await open();
    expect(app.exporting.choice.value?.id).toBe("keystoneV3 json");
  });

  it("that is remembered and not there, or made up, is the first there is", async () => {
    await setServicesDraft(pages, "one", { format: "s3 aws-profile" });
    await open();
    expect(app.exporting.choice.value?.credentials.kind).toBe("keystoneV3");
    app.exporting.choose("made up");
    expect(app.exporting.choice.value?.credentials.kind).toBe("keystoneV3");
  });

  it("shows what it writes with the secrets masked, in every one of them", async () => {
    await open([...keystoneFields(secret), sampleField("s3AccessKey", "AK"), sampleField("s3SecretKey", `${secret}2`)]);
    const choices = app.exporting.groups.value.flatMap((group) => group.choices);
    expect(choices.length).toBeGreaterThan(15);
    for (const { id } of choices) {
      app.exporting.choose(id);
      expect([id, app.exporting.preview.value.problem]).toEqual([id, null]);
      expect(previewed()).not.toContain(secret);
      expect(previewed().length).toBeGreaterThan(0);
    }
  });

  it("that cannot carry a value says which, in words of the screen, and has nothing to copy", async () => {
    await open(keystoneFields("two\nlines"));
    app.exporting.choose("keystoneV3 rclone-swift");
    const { files, problem } = app.exporting.preview.value;
    expect([files, problem?.kind, problem?.facts.item]).toEqual([[], "export_line_break", "Password"]);
    await app.exporting.copying.run(0);
    expect(pages.clipboard.text).toBe("");
    app.exporting.choose("keystoneV3 json");
    expect(app.exporting.preview.value.problem).toBeNull();
    await app.exporting.copying.run(0);
    expect(pages.clipboard.text).toContain("two\\nlines");
  });
});

describe("copying and saving", () => {
  it("takes everything, unmasked, and says what", async () => {
    await open();
    app.exporting.choose("keystoneV3 json");
    await app.exporting.copying.run(0);
    expect(pages.clipboard.text).toContain(secret);
    expect(app.status.value?.text).toBe("Copied: objects-production.json");
    await app.exporting.saving.run(0);
    expect(pages.saved).toEqual([{ name: "objects-production.json", text: pages.clipboard.text }]);
    expect(app.status.value?.text).toBe("Saved: objects-production.json");
    expect(marks()).toEqual([]);
  });

  it("takes the file that is meant, and no file that is not there", async () => {
    await open();
    app.exporting.choose("keystoneV3 clouds-yaml-secure");
    await app.exporting.copying.run(0);
    expect(pages.clipboard.text).not.toContain(secret);
    await app.exporting.copying.run(1);
    expect(pages.clipboard.text).toContain(secret);
    await app.exporting.saving.run(2);
    expect(pages.saved).toEqual([]);
  });

  it("that the browser refuses is not taken for done", async () => {
    await setNews(s3Fields(secret));
    await open([], "r");
    pages.clipboard.isRefused = true;
    await app.exporting.copying.run(0);
    expect([app.copying.problem.value?.kind, marks(), app.status.value]).toEqual(["clipboard_refused", [], null]);
  });

  it("stores nothing secret, whatever is typed and chosen", async () => {
    await open([sampleField("accessKeyId", "AK"), sampleField("secretKey", secret)]);
    app.exporting.typeExtra("endpointUrl", "https://s3.example.com");
    app.exporting.choose("s3 rclone-s3");
    await app.exporting.copying.run(0);
    await app.exporting.saving.run(0);
    await settled();
    expect(pages.local.dump() + pages.session.dump()).not.toContain(secret);
  });
});

describe("new credentials that wait", () => {
  it("are exported by themselves, and marked once a secret was taken", async () => {
    await setNews(s3Fields(secret));
    await open([], "r");
    expect(kinds()).toEqual(["s3"]);
    app.exporting.choose("s3 aws-profile");
    await app.exporting.copying.run(1);
    await app.exporting.saving.run(1);
    expect([pages.clipboard.text.includes(secret), marks()]).toEqual([false, []]);
    await app.exporting.saving.run(0);
    expect(marks()).toEqual([{ renewalId: "r" }]);
    await app.exporting.copying.run(0);
    expect(marks()).toHaveLength(2);
  });

  it("are taken also when they cannot be marked", async () => {
    pages.answers["renewal.copied"] = () => Promise.reject(new Error("gone"));
    await setNews(s3Fields(secret));
    await open([], "r");
    expect(await app.exporting.copying.run(0)).toBe(true);
    expect([pages.clipboard.text.includes(secret), app.exporting.copying.problem.value]).toEqual([true, null]);
  });

  it("of S3 are never mixed with older ones on screen, but take the endpoint from there", async () => {
    await setNews(s3Fields(secret));
    await open(
      [
        sampleField("s3AccessKey", "AK-old"),
        sampleField("s3SecretKey", "old-secret", true),
        sampleField("s3Region", "west"),
        sampleField("s3Endpoint", "https://s3.example.com"),
        sampleField("apiKey", "cloudstack-key"),
      ],
      "r",
    );
    expect(app.exporting.choice.value?.credentials).toEqual({
      kind: "s3",
      accessKeyId: "AK-new",
      secretAccessKey: secret,
      regionName: "east",
      endpointUrl: "https://s3.example.com",
    });
  });
});

describe("what the console does not say", () => {
  it("is asked for, completes the export, and is remembered for that service", async () => {
    await open([sampleField("accessKeyId", "AK"), sampleField("secretKey", secret)]);
    expect(app.exporting.asked.value).toEqual(["endpointUrl", "regionName"]);
    app.exporting.typeExtra("endpointUrl", " https://s3.example.com ");
    app.exporting.typeExtra("regionName", " ");
    expect(app.exporting.choice.value?.credentials).toMatchObject({
      endpointUrl: "https://s3.example.com",
      regionName: null,
    });
    expect([app.exporting.extras.value.endpointUrl, app.exporting.asked.value.length]).toEqual([
      " https://s3.example.com ",
      2,
    ]);
    await settled();
    await open([sampleField("accessKeyId", "AK"), sampleField("secretKey", secret)]);
    expect(app.exporting.extras.value.endpointUrl).toBe(" https://s3.example.com ");
  });

  it("never takes the place of what it says", async () => {
    await open([...s3Fields(secret), sampleField("s3Endpoint", "https://s3.example.com")]);
    expect(app.exporting.asked.value).toEqual([]);
    app.exporting.typeExtra("regionName", "west");
    expect(app.exporting.choice.value?.credentials).toMatchObject({ regionName: "east" });
  });
});
