/** Which option of a select a value is; none is better than a near one. */
import type { OptionFacts } from "./facts.ts";
import type { ValueKind } from "./offer.ts";
import { toWords } from "./words.ts";

/** AngularJS and Angular write the value's type, or its index, before it. */
const bare = (text: string) => text.replace(/^(string|number):|^\d+: ?'?|'$/gu, "").trim();
const plain = (text: string) => bare(text).toLowerCase();
/** Case, spaces and punctuation aside: "RegionTwo" is "Region two", and "eu-1" is "EU 1", but not "eu-10". */
const worded = (text: string) => toWords(bare(text)).join(" ");
const url = (text: string) => plain(text).replace(/\/+$/u, "");
const version = (text: string) => /(?:^|[^\d.])v?([23])(?:\.0)?(?:$|[^\d.])/u.exec(plain(text))?.[1];

type Fits = (option: OptionFacts, value: string) => boolean;

/** From the most exact to the least; the first that fits exactly one option is taken. */
const tests: readonly Fits[] = [
  (option, value) => option.value === value,
  (option, value) => option.text.trim() === value,
  (option, value) => bare(option.value) === value,
  (option, value) => plain(option.value) === value.toLowerCase() || plain(option.text) === value.toLowerCase(),
  (option, value) => worded(value) !== "" && [option.value, option.text].some((text) => worded(text) === worded(value)),
];

/** What stands at the end of "Europe (Ireland) (eu-west-1)", "Ireland [eu-west-1]" and "Ireland - eu-west-1". */
const atEnd = (text: string): string =>
  /[([]([^()[\]]+)[)\]]\s*$|\s[-–—:|/]\s+(\S+)\s*$/u.exec(text)?.slice(1).join("") ?? "";

/** Regions are written with what they are called elsewhere; of anything else, more words are another thing. */
const regionTests: readonly Fits[] = [
  ...tests,
  (option, value) => value.length > 2 && plain(atEnd(option.text)) === plain(value),
];
const urlTests: readonly Fits[] = [
  (option, value) => url(option.value) === url(value) || url(option.text) === url(value),
  (option, value) => option.text.split(/[\s()[\],;|]+/u).some((word) => url(word) === url(value)),
];
const versionTests: readonly Fits[] = [
  (option, value) => version(option.value) === value,
  (option, value) => version(option.text) === value,
];

function testsFor(kind: ValueKind): readonly Fits[] {
  if (kind === "identityApiVersion") return versionTests;
  if (kind === "regionName") return regionTests;
  return kind.endsWith("Url") ? [...tests.slice(0, 3), ...urlTests] : tests;
}

export function choose(options: readonly OptionFacts[], kind: ValueKind, value: string): OptionFacts | null {
  for (const fits of testsFor(kind)) {
    const [first, ...others] = options.filter((option) => fits(option, value));
    if (first === undefined) continue;
    return others.every((other) => other.value === first.value) ? first : null;
  }
  return null;
}
