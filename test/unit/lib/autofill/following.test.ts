// @vitest-environment node
/** For two minutes after a yes: fields that appear, in the same document or the next one, and nothing twice. */
import { beforeEach, describe, expect, it } from "vitest";
import { followPageFor } from "../../../../lib/autofill/write.ts";
import {
  dashboard,
  passwordField,
  sampleFieldFacts,
  sampleForm,
  samplePage,
  signInPage,
  tab,
  userField,
} from "../../../fakes/fill-page.ts";
import {
  anasPassword,
  createFillStage,
  type FillStage,
  s3Form,
  s3Page,
  tell,
  toldKeystone,
  toldS3,
} from "../../../fakes/filling.ts";
import { kindOf } from "../../../fakes/problem.ts";

let stage: FillStage;
beforeEach(async () => {
  stage = await createFillStage();
});
const autofill = () => stage.worker.autofill;
const page = () => stage.browser.page;
const put = (facts: Parameters<typeof stage.browser.page.tabs.set>[1]) => page().tabs.set(tab, facts);
const values = () =>
  page()
    .written()
    .map(({ value }) => value);
const secrets = () => values().filter((value) => value === anasPassword);
const onFields = async () => autofill().onFields(tab, (await stage.fill())?.token ?? "");
const onlyUser = (origin = dashboard) => samplePage([sampleForm([userField()])], { origin });
const onlyPassword = (origin = dashboard) =>
  samplePage([sampleForm([passwordField()], { heading: "Enter your password", buttons: ["Sign in"] })], { origin });

describe("fields that appear in the page", () => {
  it("are filled, each once, and the news tells of all", async () => {
    put(onlyUser());
    await stage.approve();
    expect(page().calls.at(-1)).toMatchObject({ what: "watch", milliseconds: followPageFor });
    put(signInPage());
    stage.browser.clock += 30_000;
    await onFields();
    expect(values()).toEqual(["ana", anasPassword]);
    expect((await stage.fill())?.lines.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["username", "filled"],
      ["password", "filled"],
    ]);
    expect(page().calls.at(-1)).toMatchObject({ what: "watch", milliseconds: followPageFor - 30_000 });
  });

  it("are left alone once two minutes are over, however often the page says so", async () => {
    put(onlyUser());
    await stage.approve();
    put(signInPage());
    for (const later of [followPageFor, 1, 60 * 60_000]) {
      stage.browser.clock += later;
      await onFields();
    }
    expect(secrets()).toEqual([]);
  });

  it("are filled in the last millisecond, and the page is not followed for longer than that", async () => {
    put(onlyUser());
    await stage.approve();
    put(signInPage());
    stage.browser.clock += followPageFor - 1;
    await onFields();
    expect(secrets()).toHaveLength(1);
    expect(page().calls.at(-1)).toMatchObject({ what: "watch", milliseconds: 1 });
  });

  it("are left alone when it is another reading of the page that speaks, or another tab", async () => {
    put(onlyUser());
    await stage.approve();
    put(signInPage());
    await autofill().onFields(tab, "another token of 16");
    await autofill().onFields(tab + 1, (await stage.fill())?.token ?? "");
    expect(secrets()).toEqual([]);
  });

  it("get the secret once, also when the page says so twice at the same time", async () => {
    put(onlyUser());
    await stage.approve();
    put(signInPage());
    const { token = "" } = (await stage.fill()) ?? {};
    await Promise.allSettled([autofill().onFields(tab, token), autofill().onFields(tab, token)]);
    expect(secrets()).toHaveLength(1);
  });

  it("do not get the secret again under another name, nor the next time the page is heard", async () => {
    await stage.approve();
    for (const name of ["pw", "confirm", "again"]) {
      put(
        samplePage([
          sampleForm([userField(), passwordField({ id: 9, attributes: { name }, label: `Password (${name})` })]),
        ]),
      );
      await onFields();
      await onFields();
    }
    expect(secrets()).toHaveLength(1);
  });

  it.each(["filled", "reformatted", "truncated", "refused", "gone", "changed", "blocked"] as const)(
    "do not get the secret again when the page says of it: %s",
    async (status) => {
      page().answer = ({ items }) => items.map(({ fieldId }) => ({ fieldId, status, reason: null }));
      await stage.approve();
      put(samplePage([sampleForm([userField(), passwordField({ id: 9, attributes: { name: "pw" } })])]));
      for (let time = 0; time < 3; time++) await onFields();
      expect(secrets()).toHaveLength(1);
    },
  );

  it("do not get the secret again when the page keeps silent about what was written", async () => {
    page().answer = () => [];
    await stage.approve();
    put(samplePage([sampleForm([userField(), passwordField({ id: 9, attributes: { name: "pw" } })])]));
    for (let time = 0; time < 4; time++) await onFields();
    expect(secrets()).toHaveLength(1);
  });

  it("of other credentials than those that were said yes to are not filled", async () => {
    tell(stage.browser, [...toldKeystone(), ...toldS3]);
    await stage.approve();
    put(s3Page());
    await onFields();
    expect(values()).not.toContain("s3-secret-of-ana");
  });

  it("of a kind that the user has not chosen are not filled", async () => {
    tell(stage.browser, [...toldKeystone(), ...toldS3]);
    await autofill().begin(tab, stage.source, "keystoneV3");
    await autofill().confirm(tab, (await stage.fill())?.id ?? "", false);
    put(s3Page());
    await onFields();
    expect(values()).not.toContain("s3-secret-of-ana");
  });

  it("are not filled after one value was put in by hand", async () => {
    put(samplePage([sampleForm([userField({ isFocused: true })])]));
    await stage.worker.items.fillOrigins.set({
      [dashboard]: { isTrusted: false, source: stage.source, usedAt: 1, taught: {} },
    });
    expect(await autofill().byHand(tab, "username")).toBe("asking");
    await autofill().confirm(tab, (await stage.fill())?.id ?? "", false);
    put(signInPage());
    await onFields();
    await autofill().onLoaded(tab);
    expect(values()).toEqual(["ana"]);
    expect(page().calls.filter(({ what }) => what === "watch")).toEqual([]);
  });

  it("are not filled when somebody else has signed in meanwhile, and that is said", async () => {
    put(onlyUser());
    await stage.approve();
    put(signInPage());
    stage.browser.cloud.userName = "bruno";
    expect(await kindOf(onFields())).toBe("other_account");
    expect(secrets()).toEqual([]);
  });
});

describe("the next document", () => {
  it("of the same origin is filled as the next step", async () => {
    put(onlyUser());
    await stage.approve();
    put(onlyPassword());
    await autofill().onLoaded(tab);
    expect(values()).toEqual(["ana", anasPassword]);
  });

  it.each(["https://evil.example.net", "https://other.example.com", "https://dashboard.example.com:444"])(
    "of %s is not, and the page is not followed any longer, also when it comes back",
    async (origin) => {
      put(onlyUser());
      await stage.approve();
      put(onlyPassword(origin));
      await autofill().onLoaded(tab);
      expect(await stage.fill()).toBeUndefined();
      put(onlyPassword());
      await autofill().onLoaded(tab);
      expect(secrets()).toEqual([]);
    },
  );

  it("gets no credentials fetched for it when it is of another origin", async () => {
    put(onlyUser());
    await stage.approve();
    put(onlyPassword("https://evil.example.net"));
    const before = stage.browser.cloud.asked.length;
    await autofill().onLoaded(tab);
    expect(stage.browser.cloud.asked.slice(before)).toEqual([]);
  });

  it("does not get the same secret again, as when the sign-in failed", async () => {
    await stage.approve();
    for (let time = 0; time < 3; time++) await autofill().onLoaded(tab);
    expect(secrets()).toHaveLength(1);
  });

  it("is not filled after two minutes", async () => {
    put(onlyUser());
    await stage.approve();
    put(onlyPassword());
    stage.browser.clock += followPageFor;
    await autofill().onLoaded(tab);
    expect(secrets()).toEqual([]);
  });

  it("is followed also when its fields come a moment after it has loaded", async () => {
    put(onlyUser());
    await stage.approve();
    put(samplePage([]));
    await autofill().onLoaded(tab);
    const token = page().tokens.get(tab) ?? "";
    put(onlyPassword());
    await autofill().onFields(tab, token);
    expect(secrets()).toHaveLength(1);
  });

  it.each(["page_forbidden", "page_not_granted", "page_gone"] as const)(
    "where nobody may look ends it, without a word: %s",
    async (kind) => {
      await stage.approve();
      put(kind);
      await autofill().onLoaded(tab);
      expect(await stage.fill()).toBeUndefined();
    },
  );

  it("of another form of the page gets nothing that the page did not ask for", async () => {
    await stage.approve();
    put(samplePage([sampleForm([sampleFieldFacts(1, "q", { label: "Search" })]), s3Form(1)]));
    await autofill().onLoaded(tab);
    expect(secrets()).toHaveLength(1);
  });
});

describe("fields that could not be filled", () => {
  const blockPassword = (reason: string) => {
    page().answer = ({ items }) =>
      items.map(({ fieldId, isSecret }) =>
        isSecret ? { fieldId, status: "blocked", reason } : { fieldId, status: "filled", reason: null },
      );
  };
  const fillAll = () => {
    page().answer = ({ items }) => items.map(({ fieldId }) => ({ fieldId, status: "filled", reason: null }));
  };

  it("are filled once they can be seen, and others are not filled again", async () => {
    blockPassword("covered");
    await stage.approve();
    fillAll();
    await onFields();
    expect((await stage.fill())?.lines.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["username", "filled"],
      ["password", "filled"],
    ]);
    expect(values()).toEqual(["ana", anasPassword, anasPassword]);
  });

  it.each(["tooLong", "readonly", "notText"])("are left alone where that does not pass: %s", async (reason) => {
    blockPassword(reason);
    await stage.approve();
    fillAll();
    await onFields();
    expect((await stage.fill())?.lines.map(({ outcome }) => outcome)).toEqual(["filled", "blocked"]);
  });
});

describe("a form that is not there yet", () => {
  const begin = () => autofill().begin(tab, stage.source, null);
  const wait = async () => {
    put(samplePage([]));
    expect(await kindOf(begin())).toBe("no_fields");
  };

  it("is waited for, and asked about when it is there", async () => {
    await wait();
    expect(page().calls.at(-1)).toMatchObject({ what: "watch", milliseconds: followPageFor });
    put(signInPage());
    expect(await onFields()).toBe("asking");
    expect(await stage.fill()).toMatchObject({ state: "asking", problem: null });
    expect(values()).toEqual([]);
  });

  it("is filled without asking where the user has said always", async () => {
    await stage.approve(true);
    await wait();
    put(signInPage());
    expect(await onFields()).toBe("done");
    expect(secrets()).toHaveLength(2);
  });

  it("is asked about when it comes with another document", async () => {
    await wait();
    put(signInPage());
    expect(await autofill().onLoaded(tab)).toBe("asking");
  });

  it("is not waited for on another origin", async () => {
    await wait();
    put(signInPage({ origin: "https://elsewhere.example.com" }));
    expect(await autofill().onLoaded(tab)).toBeNull();
    expect(await stage.fill()).toBeUndefined();
  });

  it("is waited for on, for as long as was said at first, while other fields come", async () => {
    await wait();
    stage.browser.clock += 30_000;
    put(
      samplePage([sampleForm([sampleFieldFacts(5, "q", { label: "Search" })], { heading: "", buttons: ["Search"] })]),
    );
    expect(await onFields()).toBeNull();
    expect(page().calls.at(-1)).toMatchObject({ what: "watch", milliseconds: followPageFor - 30_000 });
    put(signInPage());
    expect(await onFields()).toBe("asking");
  });

  it("is no longer waited for after two minutes, nor once the user has dismissed it", async () => {
    await wait();
    put(signInPage());
    stage.browser.clock += followPageFor;
    expect(await onFields()).toBeNull();
    await wait();
    const { token = "" } = (await stage.fill()) ?? {};
    await autofill().dismiss(tab);
    put(signInPage());
    expect(await autofill().onFields(tab, token)).toBeNull();
    expect(await stage.fill()).toBeUndefined();
  });

  it("is waited for by the shortcut too, whose failure is kept", async () => {
    await stage.approve();
    put(samplePage([]));
    const fault = await autofill()
      .quick(tab)
      .catch((cause: unknown) => cause);
    await autofill().noteFailure(tab, fault);
    put(signInPage());
    expect(await onFields()).toBe("asking");
  });
});

describe("a private window", () => {
  it("leaves nothing behind, however the user answers", async () => {
    page().isSecretive = true;
    await stage.approve(true);
    expect(secrets()).toHaveLength(1);
    expect(await stage.worker.items.fillOrigins.get()).toEqual({});
  });
});
