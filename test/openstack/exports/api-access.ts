/** Horizon's own “API Access” page: its openrc and clouds.yaml, for somebody who signs in there. */

export interface ApiAccess {
  readonly openrc: string;
  readonly cloudsYaml: string;
}

export async function apiAccess(origin: string, user: { name: string; password: string }): Promise<ApiAccess> {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const headers = { Cookie: cookie, Referer: `${origin}/auth/login/` };
    const response = await fetch(origin + path, { ...init, redirect: "manual", headers });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    return { status: response.status, text: await response.text() };
  };
  await ask("/auth/login/");
  const csrfmiddlewaretoken = cookies.get("csrftoken") ?? "";
  // the region is a hidden field where there is but one
  const form = { csrfmiddlewaretoken, region: "default", username: user.name, password: user.password };
  const { status } = await ask("/auth/login/", { method: "POST", body: new URLSearchParams(form) });
  if (status !== 302) throw new Error(`Horizon did not sign ${user.name} in: it answered ${status}.`);
  const [openrc, cloudsYaml] = [
    await ask("/project/api_access/openrc/"),
    await ask("/project/api_access/clouds.yaml/"),
  ];
  return { openrc: openrc.text, cloudsYaml: cloudsYaml.text };
}
