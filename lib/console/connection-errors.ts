/**
 * Why a connection failed. `fetch` tells a bad certificate and an unplugged cable apart in no browser; the non-blocking
 * webRequest events do, for origins that we may reach anyway. They are listened to only while a request of ours runs.
 */
import type { ErrorKind } from "../errors.ts";
import { originPattern } from "../permissions.ts";

interface ErrorDetails {
  readonly url: string;
  readonly error: string;
}

/** The part of `browser.webRequest` that is used. */
export interface ErrorEvents {
  addListener(listener: (details: ErrorDetails) => void, filter: { urls: string[] }): void;
  removeListener(listener: (details: ErrorDetails) => void): void;
}

/** Chromium's net error names; in Firefox those of NSS and mozilla::pkix, or a sentence in its own language. */
export function kindOfConnectionError(error: string): ErrorKind | null {
  if (/ERR_CERT_|ERR_SSL_|SEC_ERROR_|SSL_ERROR_|MOZILLA_PKIX_ERROR|SecurityError|certifica|zertifika/i.test(error))
    return "certificate";
  if (/ERR_INTERNET_DISCONNECTED/.test(error)) return "offline";
  if (/TIMED_OUT|NET_TIMEOUT/.test(error)) return "timed_out";
  return null;
}

/** Wraps `fetch` so that `explain` can say why the last request to a URL failed. */
export function withReasons(
  fetch: typeof globalThis.fetch,
  events: ErrorEvents,
): { fetch: typeof globalThis.fetch; explain: (url: string) => Promise<ErrorKind | null> } {
  const reasons = new Map<string, string>();
  return {
    async fetch(input, init) {
      const url = String(input);
      reasons.delete(url);
      const listener = (details: ErrorDetails) => {
        if (details.url === url) reasons.set(url, details.error);
      };
      events.addListener(listener, { urls: [originPattern(new URL(url).origin)] });
      try {
        return await fetch(input, init);
      } finally {
        // the event may come a moment after the failure
        setTimeout(() => events.removeListener(listener), 1000);
      }
    },
    async explain(url) {
      for (let turn = 0; turn < 5 && !reasons.has(url); turn++) await new Promise((resolve) => setTimeout(resolve, 20));
      const reason = reasons.get(url);
      reasons.delete(url);
      return reason === undefined ? null : kindOfConnectionError(reason);
    },
  };
}
