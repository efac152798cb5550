/**
 * What can be said of an origin before a secret is put into a page of it: whether it belongs to the service, and whether
 * it only looks like one that is trusted. Pure.
 */
import punycode from "punycode/punycode.js";
import { getDomain, getDomainWithoutSuffix } from "tldts";
import type { OriginWarning } from "../storage/fill-items.ts";
import { type ReadingOfOne, readAs, readingsOfOne } from "./drawn-alike.ts";

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
  // one that belongs to the service, or to who is trusted already, is no other that looks like it
  const isKnownSite = known.some((one) => isSameSite(origin, one));
  const lookalike = isKnownSite ? undefined : known.find((one) => looksLike(origin, one));
  if (lookalike !== undefined) warnings.push({ kind: "lookalike", of: lookalike });
  const variant = trusted.find((one) => hostOf(one) === hostOf(origin));
  if (variant !== undefined) warnings.push({ kind: "variant", of: variant });
  if (!isSecureOrigin(origin)) warnings.push({ kind: "insecure" });
  if (!serviceUrls.some((url) => isSameSite(origin, url))) warnings.push({ kind: "unrelated" });
  return warnings;
}

function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed === null || parsed.origin === "null" ? null : parsed.origin;
}

/** A dot at the end leads to the same host, by way of another origin. */
function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? "").replace(/\.$/, "");
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

/** Punycode that says nothing is shown by browsers as it is. */
function readable(host: string): string {
  try {
    return punycode.toUnicode(host);
  } catch {
    return host;
  }
}

/** A host as people read it. */
interface Reading {
  readonly host: string;
  /** What was registered, such as `example.com`; null for hosts that nobody registered: addresses, names at home. */
  readonly domain: string | null;
  /** That without what it was registered under, such as `example`, and without hyphens. */
  readonly name: string;
  /** The same with its hyphens, and before anything was read into it. */
  readonly written: string;
}

function readingOf(host: string, one: ReadingOfOne): Reading {
  const domain = ownDomain(host);
  const written = readable(getDomainWithoutSuffix(host, { allowPrivateDomains: true }) ?? "");
  return {
    host: readAs(readable(host), one),
    domain: domain === null ? null : readAs(readable(domain), one),
    name: readAs(written.replaceAll("-", ""), one),
    written,
  };
}

const readingsOf = (host: string) => readingsOfOne.map((one) => readingOf(host, one));

/** Whether people would take one host for the other, though it is not. */
export function looksLike(origin: string, known: string): boolean {
  const [host, knownHost] = [hostOf(origin), hostOf(known)];
  if (host === "" || knownHost === "" || isSameSite(origin, known)) return false;
  // numbers are compared by people and machines alike
  if (/^[\d.]+$|^\[/.test(host)) return false;
  const knownReadings = readingsOf(knownHost);
  return readingsOf(host).some((one) => knownReadings.some((other) => isReadAs(one, other)));
}

function isReadAs(one: Reading, known: Reading): boolean {
  if (one.host === known.host || contains(one.host, known.domain ?? known.host)) return true;
  if (one.domain === null || known.domain === null) return false;
  if (one.domain === known.domain) return true;
  // the same name, registered under another suffix
  if (known.name.length >= 4 && one.name === known.name) return true;
  return isMisspelt(one, known) || isExtended(one.name, known.name);
}

/** In letters: a short name is one slip away from many others. */
const shortestForSlips = 6;

function isMisspelt(one: Reading, known: Reading): boolean {
  const [words, knownWords] = [one, known].map(({ written }) => written.replaceAll(/\d+/g, ""));
  // cloud1 and cloud2 are brothers
  const areNumbered = words === knownWords && /\d/.test(one.written) && /\d/.test(known.written);
  return known.name.length >= shortestForSlips && !areNumbered && isOneSlip(one.name, known.name);
}

/** What is put before or behind a name so that it seems to be another door of the same house. */
const additions = [
  ...["access", "account", "accounts", "admin", "api", "app", "apps", "auth", "cloud", "console", "dashboard"],
  ...["help", "horizon", "id", "identity", "keystone", "login", "logon", "my", "official", "online", "openstack"],
  ...["panel", "portal", "secure", "security", "service", "services", "signin", "sso", "support", "verify", "web"],
  ...["www", "com", "net", "org", "acceso", "cuenta", "entrar", "compte", "connexion"],
].map((word) => readAs(word, "l"));
const onlyAdditions = new RegExp(`^(?:${additions.join("|")})+$`, "u");

/** A name of common words is nobody's own: others have it within theirs. */
const isCommon = (name: string) => onlyAdditions.test(name);

/** example-login, myexample */
function isExtended(name: string, known: string): boolean {
  const at = name.indexOf(known);
  if (known.length < 5 || at === -1 || isCommon(known)) return false;
  const around = [name.slice(0, at), name.slice(at + known.length)].filter((text) => text !== "");
  return around.length > 0 && around.every((text) => onlyAdditions.test(text));
}

/** horizon.example.com.evil.net, horizon-example-com.evil.net: whole words alone, or many hosts would be within others. */
function contains(host: string, known: string): boolean {
  const [name = ""] = known.split(".");
  // what is common is often a part of something else: storage.cloud.ca-east.example.net
  const joint = isCommon(name) ? /\./ : /[.-]/;
  const [words, knownWords] = [host.split(joint), known.split(joint)];
  if (knownWords.length < 2 || knownWords.join("").length < 5) return false;
  return `.${words.join(".")}.`.includes(`.${knownWords.join(".")}.`);
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
