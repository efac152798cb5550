// @vitest-environment node
/** Looking at a page: which credentials are offered to it, and what is asked of the user. */
import { beforeEach, describe, expect, it } from "vitest";
import { sampleFieldFacts, sampleForm, samplePage, signInPage, tab } from "../../../fakes/fill-page.ts";
import {
  anasPassword,
  createFillStage,
  type FillStage,
  s3Form,
  s3Page,
  tell,
  told,
  toldKeystone,
  toldS3,
} from "../../../fakes/filling.ts";
import { kindOf } from "../../../fakes/problem.ts";

let stage: FillStage;
beforeEach(async () => {
  stage = await createFillStage();
});
const begin = (only: string | null = null) => stage.worker.autofill.begin(tab, stage.source, only);
const put = (facts: Parameters<typeof stage.browser.page.tabs.set>[1]) => stage.browser.page.tabs.set(tab, facts);
const asked = async () => (await stage.fill())?.lines.map(({ kind }) => kind);
const oldKeystone = [
  told("authenticationUrl", "https://auth.example.com/v2.0"),
  told("userName", "ana"),
  told("password", "old-password", true),
  told("tenantName", "shop"),
];

describe("credentials that are offered", () => {
  it("are those of the service that the form asks for", async () => {
    tell(stage.browser, [...toldKeystone(), ...toldS3]);
    put(s3Page());
    await begin();
    expect(await asked()).toEqual(["accessKeyId", "secretAccessKey", "endpointUrl"]);
  });

  it("are those of the kind that was chosen, and no others", async () => {
    tell(stage.browser, [...toldKeystone(), ...toldS3]);
    put(samplePage([...signInPage().forms, s3Form(1)]));
    await begin("s3");
    expect(await asked()).toEqual(["accessKeyId", "secretAccessKey", "endpointUrl"]);
    expect(await stage.fill()).toMatchObject({ only: "s3" });
  });

  it.each(["made up", "constructor", ""])("are none of a kind that there is not: %j", async (only) => {
    await begin(only).catch(() => undefined);
    expect((await stage.fill())?.lines ?? []).toEqual([]);
  });

  it("are Keystone's old ones where there are no newer ones", async () => {
    tell(stage.browser, oldKeystone);
    await begin();
    expect(await asked()).toEqual(["username", "password"]);
  });

  it("are Keystone's old ones where there are no newer ones, beside those of object storage", async () => {
    tell(stage.browser, [...oldKeystone, ...toldS3]);
    await begin();
    expect(await asked()).toEqual(["username", "password"]);
  });

  it("are none when the service has none", async () => {
    tell(stage.browser, [told("color", "blue")]);
    expect(await kindOf(begin())).toBe("nothing_to_fill");
    expect(await stage.fill()).toBeUndefined();
  });
});

describe("what is asked", () => {
  it("warns of a page that has nothing to do with the service, and not of one that has", async () => {
    put(signInPage({ origin: "https://other.net" }));
    await begin();
    expect((await stage.fill())?.warnings).toEqual([{ kind: "unrelated" }]);
    put(signInPage());
    await begin();
    expect((await stage.fill())?.warnings).toEqual([]);
  });

  it("warns of a page that looks like the console's own", async () => {
    put(signInPage({ origin: "https://c0nsole.examp1e.com" }));
    await begin();
    expect((await stage.fill())?.warnings[0]).toMatchObject({ kind: "lookalike" });
  });

  it("is no likeness of a page of the service's own site", async () => {
    const trusted = { isTrusted: true, source: stage.source, usedAt: 1, taught: {} };
    await stage.worker.items.fillOrigins.set({ "https://dashboard.examp1e.com": trusted });
    await begin();
    expect((await stage.fill())?.warnings).toEqual([]);
  });

  it("is which credentials are meant only where several are: not for two forms that are alike", async () => {
    const again = signInPage().forms.map((form) => ({
      ...form,
      index: 1,
      id: "other",
      fields: form.fields.map((field) => ({ ...field, id: field.id + 10 })),
    }));
    put(samplePage([...signInPage().forms, ...again]));
    await begin();
    expect(await stage.fill()).toMatchObject({ lines: [], choices: [] });
    expect((await stage.fill())?.gaps).toContainEqual({ label: "", kind: null, why: "forms" });
  });

  it("tells of a page that is too large to be read whole", async () => {
    put(samplePage([], { isCut: true }));
    await begin();
    expect((await stage.fill())?.gaps).toEqual([{ label: "", kind: null, why: "tooLarge" }]);
  });

  it("keeps no secret, also where the page says one", async () => {
    const quoting = sampleFieldFacts(2, "password", { label: `Password, ${anasPassword}` });
    put(samplePage([sampleForm([sampleFieldFacts(1, "username", { label: "User Name" }), quoting])]));
    await begin();
    expect(stage.stored.join("\n")).not.toContain(anasPassword);
  });

  it("can be put also of a host whose punycode is broken", async () => {
    put(signInPage({ origin: "https://xn--99999999.net" }));
    expect(await kindOf(begin())).not.toBe("internal");
  });

  it("tells that a field is not empty, and of a label what the page says", async () => {
    put(
      samplePage([
        sampleForm([
          sampleFieldFacts(1, "username", { label: "<b>User</b>", isEmpty: false }),
          ...signInPage().forms.flatMap(({ fields }) => fields.slice(1)),
        ]),
      ]),
    );
    await begin();
    expect((await stage.fill())?.lines[0]).toMatchObject({ label: "<b>User</b>", replaces: true });
  });
});
