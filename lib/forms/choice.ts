/** Which option of a select a value is; none is better than a near one. */
import type { OptionFacts } from "./facts.ts";
import type { ValueKind } from "./offer.ts";

/** AngularJS and Angular write the value's type, or its index, before it. */
const bare = (text: string) => text.replace(/^(string|number):|^\d+: ?'?|'$/gu, "").trim();
const plain = (text: string) => bare(text).toLowerCase();
const url = (text: string) => plain(text).replace(/\/+$/u, "");
const version = (text: string) => /(?:^|[^\d.])v?([23])(?:\.0)?(?:$|[^\d.])/u.exec(plain(text))?.[1];

type Fits = (option: OptionFacts, value: string) => boolean;

/** From the most exact to the least; the first that fits exactly one option is taken. */
const tests: readonly Fits[] = [
  (option, value) => option.value === value,
  (option, value) => option.text.trim() === value,
  (option, value) => bare(option.value) === value,
  (option, value) => plain(option.value) === value.toLowerCase() || plain(option.text) === value.toLowerCase(),
  // "Europe (Ireland) (eu-west-1)", "eu-west-1 - Ireland": the value stands there as a word of its own.
  (option, value) =>
    value.length > 2 &&
    option.text
      .toLowerCase()
      .split(/[\s()[\],;|]+|\s[-–—:]\s/u)
      .includes(value.toLowerCase()),
];
const urlTests: readonly Fits[] = [
  (option, value) => url(option.value) === url(value) || url(option.text) === url(value),
  (option, value) => option.text.split(/[\s()[\],;|]+/u).some((word) => url(word) === url(value)),
];
const versionTests: readonly Fits[] = [
  (option, value) => version(option.value) === value,
  (option, value) => version(option.text) === value,
];

export function choose(options: readonly OptionFacts[], kind: ValueKind, value: string): OptionFacts | null {
  const own =
    kind === "identityApiVersion" ? versionTests : kind.endsWith("Url") ? [...tests.slice(0, 3), ...urlTests] : tests;
  for (const fits of own) {
    const [first, ...others] = options.filter((option) => fits(option, value));
    if (first === undefined) continue;
    return others.every((other) => other.value === first.value) ? first : null;
  }
  return null;
}
