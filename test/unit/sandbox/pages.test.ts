// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { known } from "./known.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await control(sandbox.tigo.origin).reset();
  visitor = createVisitor(sandbox.tigo);
});

const whoAmI = async () => (await visitor.api("GET", "/session")).json.data?.user.userName;
const csrfTokenIn = (text: string) => /name="csrfToken" value="([^"]+)"/.exec(text)?.[1] ?? "";
const unescaped = (text: string) => text.replaceAll("&amp;", "&");

describe("the sign-in pages", () => {
  it("open the session that the API answers to, and close it", async () => {
    expect((await visitor.go("/api-credentials")).headers.get("Location")).toBe("/login");
    expect((await visitor.go("/login")).text).toContain("Iniciar sesión");
    const { status, headers } = await visitor.post("/login", known("ana"));
    expect([status, headers.get("Location")]).toEqual([303, "/api-credentials"]);
    expect(await whoAmI()).toBe("ana");
    const csrfToken = csrfTokenIn((await visitor.go("/api-credentials")).text);
    await visitor.post("/logout", { csrfToken });
    expect(await whoAmI()).toBeUndefined();
  });

  it.each([
    ["a wrong password", { ...known("ana"), password: "no" }, 401, "no son correctos"],
    ["nothing", { userName: "", password: "" }, 401, "no son correctos"],
    ["a locked user", known("luis"), 403, "bloqueado"],
    ["single sign-on only", known("sofia"), 403, "único"],
    ["a name of two organizations", known("sam"), 400, "varias organizaciones"],
  ])("say what is wrong with %s", async (_what, form, status, words) => {
    const reply = await visitor.post("/login", form);
    expect(reply.status).toBe(status);
    expect(reply.text).toMatch(new RegExp(`role="alert">[^<]*${words}`));
    expect(visitor.jar.size).toBe(0);
  });

  it("ask for the one-time code before there is a session", async () => {
    expect((await visitor.post("/login", known("otto"))).headers.get("Location")).toBe("/login/second-factor");
    expect(await whoAmI()).toBeUndefined();
    expect((await visitor.post("/login/second-factor", { otp: "12345" })).status).toBe(403);
    const otp = await control(sandbox.tigo.origin).otp({ userName: "otto" });
    expect((await visitor.post("/login/second-factor", { otp })).headers.get("Location")).toBe("/api-credentials");
    expect(await whoAmI()).toBe("otto");
    expect([...visitor.jar.keys()]).toEqual(["tigo_mco_session"]);
    expect((await visitor.go("/login/second-factor")).status).toBe(403);
  });

  it("refuse a form of another site, and escape what was typed", async () => {
    const body = new URLSearchParams(known("ana"));
    const foreign = { method: "POST", body, headers: { Origin: "http://elsewhere.example" } };
    expect((await visitor.go("/login", foreign)).status).toBe(403);
    const { text } = await visitor.post("/login", { userName: '"><script>', password: "no" });
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it("allow no scripts", async () => {
    const policy = (await visitor.go("/login")).headers.get("Content-Security-Policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
  });
});

describe("single sign-on", () => {
  /** Everything up to the address at which the identity provider sends the browser back. */
  async function comeBack(account: { userName: string; password: string }): Promise<string> {
    const authorize = (await visitor.go("/login/sso")).headers.get("Location") ?? "";
    expect(new URL(authorize).origin).toBe(sandbox.identityProvider.origin);
    const asking = await visitor.go(authorize);
    expect(asking.headers.get("Content-Security-Policy")).toContain(`form-action 'self' ${sandbox.tigo.origin}`);
    const action = unescaped(/action="([^"]+)"/.exec(asking.text)?.[1] ?? "");
    const url = new URL(action, sandbox.identityProvider.origin).href;
    expect((await visitor.post(url, { ...account, password: "no" })).status).toBe(401);
    return (await visitor.post(url, account)).headers.get("Location") ?? "";
  }

  it("lets in people who have no password here", async () => {
    const callback = await comeBack(known("sofia"));
    expect((await visitor.go(callback)).headers.get("Location")).toBe("/api-credentials");
    expect(await whoAmI()).toBe("sofia");
  });

  it("takes a code once", async () => {
    const callback = await comeBack(known("sofia"));
    const cookies = new Map(visitor.jar);
    await visitor.go(callback);
    visitor = createVisitor(sandbox.tigo);
    for (const [name, value] of cookies) visitor.jar.set(name, value);
    expect((await visitor.go(callback)).status).toBe(403);
    expect(await whoAmI()).toBeUndefined();
  });

  it("takes a code only from the browser that set out", async () => {
    const callback = await comeBack(known("sofia"));
    visitor = createVisitor(sandbox.tigo);
    await visitor.go("/login/sso");
    expect((await visitor.go(callback)).status).toBe(403);
    expect(await whoAmI()).toBeUndefined();
  });

  it("keeps locked users out", async () => {
    const reply = await visitor.go(await comeBack(known("luis")));
    expect([reply.status, await whoAmI()]).toEqual([403, undefined]);
  });

  it("sends nobody to a site that is not registered", async () => {
    const query = new URLSearchParams({ client_id: "tigo", redirect_uri: "http://elsewhere.example/", state: "x" });
    expect((await visitor.go(`${sandbox.identityProvider.origin}/authorize?${query}`)).status).toBe(400);
  });
});

describe("the page for API keys", () => {
  let csrfToken: string;
  beforeEach(async () => {
    await visitor.post("/login", known("ana"));
    csrfToken = csrfTokenIn((await visitor.go("/api-credentials")).text);
  });
  const keys = () => control(sandbox.tigo.origin).keys({ userName: "ana" });

  it("shows the endpoint and the keys, escaped", async () => {
    const { text } = await visitor.go("/api-credentials");
    expect(text).toContain(`${sandbox.tigo.origin}/api/v2`);
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text).not.toContain("<script>");
  });

  it("makes a key, shows it once, renames and revokes it", async () => {
    const made = await visitor.post("/api-credentials", { csrfToken, name: "from a page" });
    const key = /id="key">([^<]+)</.exec(made.text)?.[1] ?? "";
    expect((await visitor.api("GET", "/users", undefined, { "MC-Api-Key": key })).status).toBe(200);
    expect((await visitor.go("/api-credentials")).text).not.toContain(key);

    const id = (await keys()).find(({ name }) => name === "from a page")?.id;
    expect((await visitor.go(`/api-credentials/${id}/rename`)).text).toContain('value="from a page"');
    await visitor.post(`/api-credentials/${id}/rename`, { csrfToken, name: "renamed" });
    expect(await keys()).toContainEqual({ id, name: "renamed" });

    expect((await visitor.go(`/api-credentials/${id}/revoke`)).text).toContain("Eliminar");
    await visitor.post(`/api-credentials/${id}/revoke`, { csrfToken });
    expect((await visitor.api("GET", "/users", undefined, { "MC-Api-Key": key })).status).toBe(401);
  });

  it("does nothing without the form's token", async () => {
    const before = await keys();
    expect((await visitor.post("/api-credentials", { name: "forged" })).status).toBe(403);
    expect((await visitor.post(`/api-credentials/${before[0]?.id}/revoke`, { csrfToken: "x" })).status).toBe(403);
    expect(await keys()).toEqual(before);
  });

  it("comes in pages", async () => {
    await visitor.post("/login", known("mila"));
    const { text } = await visitor.go("/api-credentials?page=2");
    expect(text).toContain("?page=1");
    expect(text).toContain("?page=3");
  });

  it("is closed to those without the permission", async () => {
    await visitor.post("/login", known("nora"));
    expect((await visitor.go("/api-credentials")).status).toBe(403);
  });
});
