// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { asIs, csrfToken, password } from "../../../fakes/cloudmc.ts";
import { kindOf } from "../../../fakes/problem.ts";
import { createSignedInBrowser, type FakeBrowser, type Worker } from "../../../fakes/worker.ts";

let browser: FakeBrowser;
let worker: Worker;
let consoleId: string;
beforeEach(async () => {
  ({ browser, worker, consoleId } = await createSignedInBrowser());
  browser.cloud.userName = null;
  browser.cloud.asked.length = 0;
});

const signIn = (userName: string, typed = password) => worker.sessions.signIn(consoleId, { userName, password: typed });
const failures = async () => (await worker.items.signInFailures.get())[consoleId] ?? {};
const session = async () => (await worker.items.sessions.get())[consoleId];
const account = { userName: "ana", displayName: "Ana Ruiz", organization: null };

describe("signing in", () => {
  it("opens a session, and remembers who but never the password", async () => {
    await signIn(" ana ");
    expect(await session()).toEqual({ state: "open", account, csrfToken });
    const { list } = await worker.items.consoles.get();
    expect(list[0]?.lastSignIn).toEqual({ userName: "ana", organization: "" });
    expect(browser.local.dump() + browser.session.dump()).not.toContain(password);
  });

  it("sends the password as it was typed, and what is asked for beside it", async () => {
    await worker.sessions
      .signIn(consoleId, { userName: "ana", password: " p ", organization: " Shop ", otp: "123" })
      .catch(() => undefined);
    expect(browser.cloud.requests.at(-1)?.body).toEqual({
      userName: "ana",
      password: " p ",
      organization: "Shop",
      otp: "123",
    });
  });

  it("is tried once, however it fails", async () => {
    for (const fault of ["timed_out", "unreachable", "server_failed"] as const) {
      browser.cloud.asked.length = 0;
      browser.cloud.course = async () => {
        throw new AppError(fault);
      };
      expect(await kindOf(signIn("ana"))).toBe(fault);
      expect(browser.cloud.asked).toEqual(["POST /session"]);
    }
  });

  it("counts failures in a row, for each user apart", async () => {
    expect(await kindOf(signIn("ana", "wrong"))).toBe("credentials_wrong");
    await kindOf(signIn(" ana ", "wrong"));
    await kindOf(signIn("leo", "wrong"));
    expect(await failures()).toEqual({ ana: 2, leo: 1 });
  });

  it.each(["constructor", "toString", "hasOwnProperty"])(
    "counts failures of a user called %s as well",
    async (userName) => {
      await kindOf(signIn(userName, "wrong"));
      await kindOf(signIn(userName, "wrong"));
      expect(Object.entries(await failures())).toEqual([[userName, 2]]);
    },
  );

  it("goes on counting others after somebody calls himself __proto__", async () => {
    await kindOf(signIn("ana", "wrong"));
    expect(await kindOf(signIn("__proto__", "wrong"))).toBe("credentials_wrong");
    await kindOf(signIn("ana", "wrong"));
    expect(await failures()).toEqual({ ana: 2 });
  });

  it("counts from nothing after a success", async () => {
    await kindOf(signIn("ana", "wrong"));
    await kindOf(signIn("leo", "wrong"));
    await signIn("ana");
    expect(await failures()).toEqual({ leo: 1 });
  });

  it("counts a wrong code, and nothing that was no wrong guess", async () => {
    const answering = (code: string) => async () => ({
      status: 403,
      json: { errors: [{ code, message: "" }] },
      clockOffset: null,
    });
    const cases = [
      ["OTP_INVALID", "code_wrong"],
      ["OTP_REQUIRED", "code_required"],
      ["ORGANIZATION_REQUIRED", "organization_required"],
      ["USER_LOCKED", "user_locked"],
    ] as const;
    for (const [code, kind] of cases) {
      browser.cloud.course = answering(code);
      expect(await kindOf(signIn("ana"))).toBe(kind);
    }
    expect(await failures()).toEqual({ ana: 1 });
  });
});

describe("whoever is signed in", () => {
  it("is asked of the console: a session opened in a tab counts", async () => {
    browser.cloud.userName = "ana";
    const { session: found } = await worker.sessions.resume(consoleId);
    expect(found).toEqual({ account, csrfToken });
    expect(await session()).toEqual({ state: "open", account, csrfToken });
  });

  it("is nobody when nobody ever was", async () => {
    expect(await kindOf(worker.sessions.resume(consoleId))).toBe("signed_out");
    expect(await session()).toEqual({ state: "none" });
    expect(await kindOf(worker.sessions.resume(consoleId))).toBe("signed_out");
  });

  it("was there until the session ended", async () => {
    await signIn("ana");
    browser.cloud.userName = null;
    expect(await kindOf(worker.sessions.resume(consoleId))).toBe("session_expired");
    expect(await session()).toEqual({ state: "ended", account });
    expect(await kindOf(worker.sessions.resume(consoleId))).toBe("session_expired");
  });

  it("is somebody else when another one has signed in in a tab", async () => {
    await signIn("ana");
    browser.cloud.userName = "leo";
    await worker.sessions.resume(consoleId);
    expect(await session()).toMatchObject({ state: "open", account: { userName: "leo" } });
  });

  it("stays known while the console cannot be asked", async () => {
    await signIn("ana");
    browser.cloud.course = async () => {
      throw new AppError("unreachable");
    };
    expect(await kindOf(worker.sessions.resume(consoleId))).toBe("unreachable");
    expect(await session()).toMatchObject({ state: "open" });
  });
});

describe("work in a session", () => {
  it("has the token of the session that is there now", async () => {
    browser.cloud.userName = "ana";
    expect(await worker.sessions.inSession(consoleId, async (_console, { csrfToken: token }) => token)).toBe(csrfToken);
  });

  it("that finds the session ended says so and notes it", async () => {
    await signIn("ana");
    browser.cloud.course = async (request, work) => {
      if (request.url.includes("api_keys")) browser.cloud.userName = null;
      return work();
    };
    const outcome = worker.sessions.inSession(consoleId, (console) => console.listKeys());
    expect(await kindOf(outcome)).toBe("session_expired");
    expect(await session()).toEqual({ state: "ended", account });
  });

  it("is not begun without a session", async () => {
    let begun = false;
    const outcome = worker.sessions.inSession(consoleId, async () => {
      begun = true;
    });
    expect([await kindOf(outcome), begun]).toEqual(["signed_out", false]);
  });

  it("is not begun without access to the console", async () => {
    browser.permissions.granted.clear();
    expect(await kindOf(worker.sessions.inSession(consoleId, async () => undefined))).toBe("permission_missing");
    expect(browser.cloud.asked).toEqual([]);
  });
});

describe("signing out", () => {
  beforeEach(async () => {
    await signIn("ana");
    browser.cloud.addKey("ci");
    await worker.keys.refresh(consoleId);
  });

  it("ends the session on the console, and what is known of its keys goes", async () => {
    expect(await worker.items.snapshot(consoleId).get()).not.toBeNull();
    await worker.sessions.signOut(consoleId);
    expect(browser.cloud.userName).toBeNull();
    expect(await session()).toEqual({ state: "none" });
    expect(await worker.items.snapshot(consoleId).get()).toBeNull();
    expect(await worker.items.heads.get()).toEqual({});
    expect(browser.local.keys()).not.toContain(`keys:${consoleId}`);
  });

  it("goes well when the session has ended already", async () => {
    browser.cloud.userName = null;
    await worker.sessions.signOut(consoleId);
    expect(await session()).toEqual({ state: "none" });
    expect(await worker.items.snapshot(consoleId).get()).toBeNull();
  });

  it("fails when the console cannot be told, and then nobody is called signed out", async () => {
    browser.cloud.course = async (request, work) => {
      if (request.method === "DELETE") throw new AppError("unreachable");
      return work();
    };
    expect(await kindOf(worker.sessions.signOut(consoleId))).toBe("unreachable");
    expect(await session()).toMatchObject({ state: "open" });
    browser.cloud.course = asIs;
    await worker.sessions.signOut(consoleId);
    expect(await session()).toEqual({ state: "none" });
  });
});
