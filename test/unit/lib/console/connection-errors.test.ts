// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ErrorEvents, kindOfConnectionError, withReasons } from "../../../../lib/console/connection-errors.ts";

const url = "https://console.example.com:8443/api/v2/brandings";

function createEvents() {
  type Listener = Parameters<ErrorEvents["addListener"]>[0];
  const listeners = new Map<Listener, { urls: string[] }>();
  return {
    addListener: (listener: Listener, filter: { urls: string[] }) => void listeners.set(listener, filter),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (failed: string, error: string) => {
      for (const listener of listeners.keys()) listener({ url: failed, error });
    },
    filters: () => [...listeners.values()].map(({ urls }) => urls),
  };
}

describe("the name that a browser gives a failure", () => {
  it.each([
    ["net::ERR_CERT_AUTHORITY_INVALID", "certificate"],
    ["net::ERR_CERT_DATE_INVALID", "certificate"],
    ["net::ERR_SSL_PROTOCOL_ERROR", "certificate"],
    ["SEC_ERROR_UNKNOWN_ISSUER", "certificate"],
    ["SSL_ERROR_BAD_CERT_DOMAIN", "certificate"],
    ["MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", "certificate"],
    ["Peer’s Certificate issuer is not recognized.", "certificate"],
    ["net::ERR_INTERNET_DISCONNECTED", "offline"],
    ["net::ERR_CONNECTION_TIMED_OUT", "timed_out"],
    ["net::ERR_TIMED_OUT", "timed_out"],
    ["NS_ERROR_NET_TIMEOUT", "timed_out"],
    ["net::ERR_NAME_NOT_RESOLVED", null],
    ["net::ERR_CONNECTION_REFUSED", null],
    ["NS_ERROR_UNKNOWN_HOST", null],
    ["net::ERR_ABORTED", null],
    ["", null],
  ])("%j is of kind %j", (error, kind) => {
    expect(kindOfConnectionError(error)).toBe(kind);
  });
});

describe("a request that is watched", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const failing = async () => {
    throw new TypeError("Failed to fetch");
  };
  const explained = async (explain: (url: string) => Promise<string | null>, asked = url) => {
    const explanation = explain(asked);
    await vi.advanceTimersByTimeAsync(1000);
    return explanation;
  };

  it("passes on what it was given and what came back", async () => {
    const answer = new Response("{}");
    const fetch = vi.fn(async () => answer);
    const watched = withReasons(fetch, createEvents());
    expect(await watched.fetch(url, { method: "POST" })).toBe(answer);
    expect(fetch).toHaveBeenCalledWith(url, { method: "POST" });
  });

  it("is explained by an event that came before the failure", async () => {
    const events = createEvents();
    const { fetch, explain } = withReasons(async () => {
      events.fire(url, "net::ERR_CERT_DATE_INVALID");
      return failing();
    }, events);
    await expect(fetch(url)).rejects.toThrow(TypeError);
    expect(await explained(explain)).toBe("certificate");
  });

  it("is explained by an event that comes a moment later", async () => {
    const events = createEvents();
    const { fetch, explain } = withReasons(failing, events);
    await expect(fetch(url)).rejects.toThrow(TypeError);
    const explanation = explain(url);
    await vi.advanceTimersByTimeAsync(30);
    events.fire(url, "net::ERR_INTERNET_DISCONNECTED");
    await vi.advanceTimersByTimeAsync(30);
    expect(await explanation).toBe("offline");
  });

  it("stays unexplained when no event comes, and that is soon known", async () => {
    const { fetch, explain } = withReasons(failing, createEvents());
    await expect(fetch(url)).rejects.toThrow(TypeError);
    const explanation = explain(url);
    await vi.advanceTimersByTimeAsync(100);
    expect(await explanation).toBeNull();
  });

  it("is not explained by what befell another request, nor by an earlier failure", async () => {
    const events = createEvents();
    const { fetch, explain } = withReasons(failing, events);
    await expect(fetch(url)).rejects.toThrow(TypeError);
    events.fire(`${url}/other`, "net::ERR_CERT_DATE_INVALID");
    expect(await explained(explain)).toBeNull();

    await expect(fetch(url)).rejects.toThrow(TypeError);
    events.fire(url, "net::ERR_CERT_DATE_INVALID");
    await expect(fetch(url)).rejects.toThrow(TypeError);
    expect(await explained(explain)).toBeNull();
  });

  it("is watched by its origin, without the port, and no longer than needed", async () => {
    const events = createEvents();
    const { fetch } = withReasons(async () => new Response("{}"), events);
    const answer = fetch(url);
    expect(events.filters()).toEqual([["https://console.example.com/*"]]);
    await answer;
    await vi.advanceTimersByTimeAsync(999);
    expect(events.filters()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(events.filters()).toEqual([]);
  });
});
