/**
 * Node's `fetch` with what a browser adds to it: a cookie jar for each origin, which `credentials: "omit"` neither reads
 * nor fills. One of these stands for one browser's profile.
 */

/** A fresh jar. Several clients may share the `fetch`, as the extension and the tabs of a browser share cookies. */
export function createCookieFetch(): typeof fetch {
  const jars = new Map<string, Map<string, string>>();

  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (init.credentials === "omit") return fetch(url, init);
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /;\s*max-age=0\b/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
