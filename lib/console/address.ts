/** From what a person types or pastes to the one origin of a console. */
import { AppError } from "../errors.ts";

/** Those that the manifest lets us ask for over plain http; match patterns know no IPv6 address in every browser. */
const loopback = new Set(["localhost", "127.0.0.1"]);

/** Whether nothing sent to this host leaves the machine. */
export function isLoopback(hostname: string): boolean {
  return loopback.has(hostname);
}

/**
 * Understands an address with or without a scheme, with a path, a query, spaces or quotes around it.
 * @returns the origin, such as `https://console.example.com`.
 * @throws AppError `address_empty`, `address_invalid`, or `address_insecure` for plain http beyond loopback.
 */
export function parseAddress(typed: string): string {
  // a link somewhere in a pasted sentence; else all that was typed, without the spaces that crept in
  const typedText =
    /(?:^|[\s("'<[«“])(https?:\/\/[^\s"'<>()[\]]+(?:\[[\da-f:.]+\][^\s"'<>()]*)?)/i.exec(typed)?.[1] ?? typed;
  // words are not put together to one: somebody pasted a sentence
  if (/[\p{L}\p{N}]\s+[\p{L}\p{N}]/u.test(typedText.trim())) throw new AppError("address_invalid");
  const text = typedText.replaceAll(/[\s\u200b-\u200f\ufeff]+/gu, "").replaceAll(/^["'<«“]+|["'>»”,;.]+$/gu, "");
  if (text === "") throw new AppError("address_empty");
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = parse(hasScheme ? text : `https://${text.replace(/^\/+/, "")}`);
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === "")
    throw new AppError("address_invalid");
  // "localhost:8101" is typed for a development console, and those speak plain http
  if (!hasScheme && isLoopback(url.hostname)) return parse(`http://${text}`)?.origin ?? url.origin;
  if (url.protocol === "http:" && !isLoopback(url.hostname)) throw new AppError("address_insecure", { host: url.host });
  // `*` would ask for the access to any number of hosts
  if (!/^(?:\[[\da-f:.]+\]|[a-z\d._-]+)$/i.test(url.hostname)) throw new AppError("address_invalid");
  // without a scheme, a word without a dot is a slip of the finger far more often than a host of a company's network
  if (!hasScheme && !(/[.:]/.test(text) && /[.:]/.test(url.hostname))) throw new AppError("address_invalid");
  return url.origin;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
