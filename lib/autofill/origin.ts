/**
 * What can be said of an origin before a secret is put into a page of it: whether it belongs to the service, and whether
 * it only looks like one that is trusted. Pure.
 */
import punycode from "punycode/punycode.js";
import { getDomain, getDomainWithoutSuffix } from "tldts";
import type { OriginWarning } from "../storage/fill-items.ts";

export interface OriginFacts {
  /** Of the frame that would be filled. */
  readonly origin: string;
  /** Addresses that the service's own credentials name, and the console's. */
  readonly serviceUrls: readonly string[];
  /** Origins that the user trusts already, for any service. */
  readonly trusted: readonly string[];
}

/** Whether a page may be filled at all: nobody on the way can read what is typed into it. */
export function isSecureOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  // an origin is a scheme, a host and a port, and nothing that could hide another host
  const isBare =
    url !== null && `${url.username}${url.password}${url.search}${url.hash}` === "" && url.pathname === "/";
  if (!isBare) return false;
  if (url.protocol === "https:") return true;
  return url.protocol === "http:" && isLoopback(url.hostname);
}

/** Names and addresses of this computer itself. https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy */
function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/** What a person should know of an origin, the worst first; nothing for one that is trusted as it is. */
export function warningsOf({ origin, serviceUrls, trusted }: OriginFacts): readonly OriginWarning[] {
  if (trusted.includes(origin)) return [];
  const warnings: OriginWarning[] = [];
  const known = [...new Set([...trusted, ...serviceUrls.flatMap((url) => originOf(url) ?? [])])];
  const lookalike = known.find((one) => looksLike(origin, one));
  if (lookalike !== undefined) warnings.push({ kind: "lookalike", of: lookalike });
  const variant = trusted.find((one) => hostOf(one) === hostOf(origin));
  if (variant !== undefined) warnings.push({ kind: "variant", of: variant });
  if (!isSecureOrigin(origin)) warnings.push({ kind: "insecure" });
  const isRelated = lookalike === undefined && serviceUrls.some((url) => isSameSite(origin, url));
  if (!isRelated) warnings.push({ kind: "unrelated" });
  return warnings;
}

function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed === null || parsed.origin === "null" ? null : parsed.origin;
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? "";
}

/** Hosts under one registrable domain belong to one owner; addresses and names without one have to be equal. */
export function isSameSite(one: string, other: string): boolean {
  const [host, otherHost] = [hostOf(one), hostOf(other)];
  if (host === "" || otherHost === "") return false;
  if (host === otherHost) return true;
  const domain = ownDomain(host);
  return domain !== null && domain === ownDomain(otherHost);
}

/** What somebody has registered, as the Public Suffix List tells: hosters let their customers have names too. */
function ownDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}

/** What somebody has registered, without what it was registered under. */
function nameOf(host: string): string {
  return shapeOf(getDomainWithoutSuffix(host, { allowPrivateDomains: true }) ?? host);
}

/** Whether people would take one host for the other, though it is not. */
export function looksLike(origin: string, known: string): boolean {
  const [host, knownHost] = [hostOf(origin), hostOf(known)];
  if (host === "" || knownHost === "" || host === knownHost || isSameSite(origin, known)) return false;
  // numbers are compared by people and machines alike
  if (/^[\d.]+$|^\[/.test(host)) return false;
  const [shape, knownShape] = [shapeOf(host), shapeOf(knownHost)];
  if (shape === knownShape) return true;
  const [domain, knownDomain] = [shapeOf(ownDomain(host) ?? host), shapeOf(ownDomain(knownHost) ?? knownHost)];
  if (domain === knownDomain) return true;
  const [name, knownName] = [nameOf(host), nameOf(knownHost)];
  // the same name, registered under another suffix
  if (name.length >= 4 && name === knownName) return true;
  // a short name is one slip away from many others
  if (Math.min(name.length, knownName.length) >= 5 && isOneSlip(name, knownName)) return true;
  // horizon.example.com.evil.net, horizon-example-com.evil.net
  const bare = (text: string) => text.replaceAll(/[.-]/g, "");
  return bare(knownDomain).length >= 6 && bare(shape).includes(bare(knownDomain));
}

/** Letters of other scripts, and digits, that are drawn like Latin ones. Unicode's confusables, those that hosts may have. */
const drawnAlike: Readonly<Record<string, string>> = {
  ...{
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    у: "y",
    х: "x",
    і: "i",
    ј: "j",
    ѕ: "s",
    ԁ: "d",
    һ: "h",
    ӏ: "l",
    ԛ: "q",
    ԝ: "w",
    в: "b",
    к: "k",
    м: "m",
    н: "h",
    т: "t",
  },
  ...{ α: "a", ο: "o", ν: "v", ρ: "p", τ: "t", υ: "u", ι: "i", κ: "k", ε: "e", γ: "y", χ: "x", η: "n", ω: "w" },
  ...{ ı: "i", ɡ: "g", ɑ: "a", ʏ: "y", ƅ: "b", ł: "l", ø: "o", đ: "d", ħ: "h" },
  ...{ "0": "o", "1": "l", "5": "s" },
};

/** Punycode that says nothing is shown by browsers as it is. */
function readable(host: string): string {
  try {
    return punycode.toUnicode(host);
  } catch {
    return host;
  }
}

/** How a host is read: without accents, in letters that look the same. */
function shapeOf(host: string): string {
  const plain = readable(host).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const letters = [...plain].map((letter) => drawnAlike[letter] ?? letter).join("");
  return letters.replaceAll("rn", "m").replaceAll("vv", "w").replaceAll("cl", "d");
}

/** One letter more, less, other, or two that changed places. */
function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (one[at] === other[at] && at < one.length) at++;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(one, at + 1) === rest(other, at + 1) ||
    rest(one, at) === rest(other, at + 1) ||
    rest(one, at + 1) === rest(other, at) ||
    (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, at + 2) === rest(other, at + 2))
  );
}
