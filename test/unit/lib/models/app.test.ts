// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { t } from "../../../../lib/models/language.ts";
import { createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleProfile } from "../../../fakes/samples.ts";

let pages: FakePages;
beforeEach(async () => {
  pages = await createPages(sampleProfile("one", { name: "TIGO MCO" }), sampleProfile("two"));
});

const refreshes = () => pages.asked.filter(([name]) => name === "keys.refresh").map(([, input]) => input);
const select = async (currentId: string) => {
  await pages.items.consoles.update((consoles) => ({ ...consoles, currentId }));
  await settled();
};

describe("a page", () => {
  it("asks nobody anything before it is started", async () => {
    await pages.open();
    await settled();
    expect(pages.asked).toEqual([]);
  });

  it("brings the list up to date once, and again for another console or a new session", async () => {
    const app = await pages.open();
    await app.start();
    await settled();
    expect(refreshes()).toEqual([{ consoleId: "one" }]);
    await select("two");
    expect(refreshes()).toEqual([{ consoleId: "one" }, { consoleId: "two" }]);
    const account = { userName: "ana", displayName: null, organization: null };
    await pages.items.sessions.set({ two: { state: "open", account, csrfToken: null } });
    await settled();
    expect(refreshes()).toHaveLength(3);
  });

  it("without a console asks nothing", async () => {
    pages = await createPages();
    const app = await pages.open();
    await app.start();
    await settled();
    expect(pages.asked).toEqual([]);
  });

  it("shows no failure where nobody is signed in, and one where something is wrong", async () => {
    for (const [kind, expected] of [
      ["signed_out", null],
      ["session_expired", null],
      ["unreachable", "unreachable"],
    ] as const) {
      pages.answers["keys.refresh"] = async () => {
        throw new AppError(kind);
      };
      const app = await pages.open();
      await app.start();
      await settled();
      expect(app.keys.refreshing.problem.value?.kind ?? null).toBe(expected);
    }
  });
});

describe("access", () => {
  it("that the user took away is noticed, and the console is not asked", async () => {
    pages.permissions.granted.clear();
    const app = await pages.open();
    await settled();
    expect(app.consoles.lacksAccess.value).toBe(true);
    await app.start();
    await settled();
    expect(refreshes()).toEqual([]);
  });

  it("that is given again lets the page go on", async () => {
    pages.permissions.granted.clear();
    const app = await pages.open();
    await app.start();
    await settled();
    expect(await app.consoles.allowingAccess.run()).toBe(true);
    await settled();
    expect(pages.permissions.asked).toEqual(["https://one.example.com/*"]);
    expect(app.consoles.lacksAccess.value).toBe(false);
    expect(refreshes()).toEqual([{ consoleId: "one" }]);
  });

  it("that is not given again stays away, and that is said", async () => {
    pages.permissions.granted.clear();
    pages.permissions.answer = false;
    const app = await pages.open();
    await app.consoles.allowingAccess.run();
    expect(app.consoles.allowingAccess.problem.value?.kind).toBe("permission_refused");
    expect(app.consoles.lacksAccess.value).toBe(true);
  });

  it("is that to the current console", async () => {
    const app = await pages.open();
    pages.permissions.granted.delete("https://two.example.com/*");
    await select("two");
    expect(app.consoles.lacksAccess.value).toBe(true);
    await select("one");
    expect(app.consoles.lacksAccess.value).toBe(false);
  });
});

describe("copying", () => {
  it("copies, and says what", async () => {
    const app = await pages.open();
    expect(await app.copying.run("secret", "the key ci")).toBe(true);
    expect([pages.clipboard.text, app.status.value?.text]).toEqual(["secret", "Copied: the key ci"]);
  });

  it("that the browser refuses says so, and nothing of success", async () => {
    pages.clipboard.isRefused = true;
    const app = await pages.open();
    expect(await app.copying.run("secret", "the key ci")).toBe(false);
    expect(app.copying.problem.value).toEqual({ kind: "clipboard_refused", facts: {} });
    expect(app.status.value).toBeNull();
  });

  it("of the same thing again is said again", async () => {
    const app = await pages.open();
    await app.copying.run("x", "x");
    const first = app.status.value?.id;
    await app.copying.run("x", "x");
    expect(app.status.value?.id).not.toBe(first);
  });
});

describe("the language", () => {
  it("is the browser’s, with the words of the current console’s brand", async () => {
    pages.preferredLanguages = ["es-MX", "en"];
    const app = await pages.open();
    expect([app.browserLanguage, t("keys.revokeTitle")]).toEqual(["es", "Eliminar clave API"]);
    await select("two");
    expect(t("keys.revokeTitle")).toBe("Revocar clave API");
  });

  it("is the one that the user chose, here and in other windows", async () => {
    const app = await pages.open();
    await app.setLanguage.run("fr");
    await settled();
    expect(t("app.save")).toBe("Enregistrer");
    expect((await pages.items.settings.get()).language).toBe("fr");
  });
});

describe("the clock", () => {
  it("moves on when it ticks", async () => {
    const app = await pages.open();
    pages.clock += 60_000;
    expect(app.clock.value).toBe(pages.clock - 60_000);
    app.tick();
    expect(app.clock.value).toBe(pages.clock);
  });
});
