/** What one field asks for, by everything that it says: each meaning with a score, and the words that gave it. */
import type { FieldFacts } from "./facts.ts";
import type { Meaning } from "./meaning.ts";
import { areAlike, findMeanings, readExample, readText } from "./read-text.ts";

export interface Reason {
  readonly score: number;
  /** Such as `label “User name”`. */
  readonly reason: string;
}

export interface Reading {
  readonly field: FieldFacts;
  readonly meanings: ReadonlyMap<Meaning, Reason>;
  /** By what people read, without names in the code. */
  readonly seen: ReadonlyMap<Meaning, Reason>;
  /** By names in the code alone: a person does not read them. */
  readonly names: ReadonlyMap<Meaning, Reason>;
  /** The most likely meaning, where one is likely at all. */
  readonly top: Meaning | null;
  readonly says: string;
}

/** How far a source can be believed: what a person reads before what a program calls it. */
const weights = { label: 1, before: 0.9, longBefore: 0.5, placeholder: 0.85, title: 0.5, description: 0.3, name: 0.75 };

/** Text that stands before a field is about it as long as it is short. */
const LONGEST_LABEL = 60;

/** A word that leaves open what a more exact one may tell. */
const refinedBy: Partial<Record<Meaning, readonly Meaning[]>> = {
  url: ["authUrl", "endpointUrl", "apiUrl", "otherUrl"],
  host: ["authUrl", "endpointUrl", "apiUrl", "otherUrl"],
  endpointUrl: ["authUrl", "apiUrl", "otherUrl"],
  port: ["otherUrl"],
  key: ["accessKeyId", "apiKey", "secretKey", "secretAccessKey", "otherSecret"],
  secret: ["secretAccessKey", "secretKey", "applicationCredentialSecret", "otherSecret"],
  secretKey: ["secretAccessKey"],
  domain: ["userDomain", "userDomainId", "projectDomain", "projectDomainId"],
  project: ["projectName", "projectId"],
  userDomain: ["userDomainId"],
  email: ["username"],
};

/** The reason of a password that no word calls so. */
export const byTypeAlone = "type password";

const nameAttributes = [
  "name",
  "id",
  "formcontrolname",
  "ng-model",
  "v-model",
  "ng-reflect-name",
  "data-testid",
  "data-test",
  "data-cy",
  "data-bind",
] as const;

/** "Location constraint - must be set to match the region": what comes after the dash explains. */
function titleOf(label: string): readonly [title: string, explained: string] {
  const [, title, explained] = /^(.{3,60}?)\s+[-–—]\s+(\S+\s+\S+\s+\S+.*)$/u.exec(label) ?? [];
  return title === undefined || explained === undefined ? [label, ""] : [title, explained];
}

/** What a field is called in the code. */
export const namesOf = ({ attributes }: FieldFacts): readonly string[] =>
  nameAttributes.flatMap((name) => attributes[name] ?? []).filter((text) => text !== "");

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
const autocompletes: readonly (readonly [RegExp, Meaning, number])[] = [
  [/\busername\b/, "username", 0.8],
  [/\bcurrent-password\b/, "password", 0.8],
  [/\bone-time-code\b/, "oneTimeCode", 0.95],
  [/\bcc-/, "payment", 0.95],
  [/\bemail\b/, "email", 0.7],
  [
    /^(name|(given|family|additional)-name|organization|street-address|address-.*|country.*|postal-code|tel.*|bday.*|sex|nickname)$/,
    "personal",
    0.9,
  ],
  // Put on genuine secrets as often as on new passwords, to keep browsers from filling them.
  [/\bnew-password\b/, "newPassword", 0.3],
];

export function readField(field: FieldFacts): Reading {
  const { attributes } = field;
  const seen = new Map<Meaning, Reason>();
  const put = (into: Map<Meaning, Reason>, meaning: Meaning, score: number, reason: string) => {
    if (score > (into.get(meaning)?.score ?? 0)) into.set(meaning, { score, reason });
  };

  const before = field.textBefore;
  const [title, explained] = titleOf(field.label);
  const sources: readonly (readonly [string, string, number])[] = [
    ["label", title, weights.label],
    ["label", explained, weights.description],
    ["label", field.labelledBy, weights.label],
    ["label", attributes["aria-label"] ?? "", weights.label],
    ["text before", before, before.length <= LONGEST_LABEL ? weights.before : weights.longBefore],
    ["placeholder", attributes.placeholder ?? "", weights.placeholder],
    ["title", attributes.title ?? "", weights.title],
    ["description", field.describedBy, weights.description],
  ];
  let decisive: Meaning | null = null;
  for (const [source, text, weight] of sources) {
    if (text === "") continue;
    const read = source === "placeholder" && /:\/\/|^http/u.test(text) ? new Map(readExample(text)) : readText(text);
    const [first] = [...read].toSorted(([, a], [, b]) => b - a);
    for (const [meaning, strength] of read) {
      const isContradicted = decisive !== null && !isCompatible(decisive, meaning);
      put(seen, meaning, strength * weight * (isContradicted ? 0.4 : 1), `${source} “${text}”`);
    }
    const least = source === "text before" ? 0.8 : 0.7;
    if (decisive === null && first !== undefined && first[1] >= least && weight >= 0.85) decisive = first[0];
  }

  // Whatever stands between the two, in whichever order and language.
  if ([title, before].some((text) => /\bversion|versi[oó]n\b/iu.test(text) && /\b(keystone|identi\w+)\b/iu.test(text)))
    put(seen, "identityApiVersion", 0.95, "a version of Keystone");
  // Versions of Keystone to choose from say what the label "API version" does not.
  if (field.options.some(({ text }) => /\bkeystone\b.*\b(v?[23](\.0)?)\b/iu.test(text)))
    put(seen, "identityApiVersion", 1, "its options");

  const names = new Map<Meaning, Reason>();
  for (const attribute of nameAttributes) {
    const text = attributes[attribute];
    if (text === undefined || text === "") continue;
    const { matches, content, last } = findMeanings(text);
    for (const meaning of last?.meanings ?? []) {
      put(names, meaning, last?.words === content ? weights.name : weights.name - 0.05, `${attribute} “${text}”`);
    }
    if (matches.some(({ meanings }) => meanings.includes("decoy"))) put(names, "decoy", 1, `${attribute} “${text}”`);
  }
  if (isForNobody(field)) put(names, "decoy", 1, "hidden from people who listen or tab");

  const total = new Map(seen);
  const add = (meaning: Meaning, score: number, reason: string) => {
    const isContradicted = decisive !== null && !isCompatible(decisive, meaning);
    const old = total.get(meaning);
    const own = isContradicted ? score * 0.4 : score;
    if (old === undefined) total.set(meaning, { score: own, reason });
    else total.set(meaning, { score: 1 - (1 - old.score) * (1 - own), reason: old.score >= own ? old.reason : reason });
  };
  for (const [meaning, { score, reason }] of names) add(meaning, score, reason);
  for (const [pattern, meaning, score] of autocompletes) {
    if (pattern.test(attributes.autocomplete ?? "")) add(meaning, score, `autocomplete “${attributes.autocomplete}”`);
  }
  if (field.type === "password") add("password", 0.5, byTypeAlone);
  if (field.type === "email") add("email", 0.7, "type email");
  if (field.type === "search" && attributes.role !== "combobox") add("search", 0.7, "type search");
  if (names.get("decoy")?.score === 1) total.set("decoy", { score: 2, reason: names.get("decoy")?.reason ?? "" });

  const [best] = [...total].toSorted(([, a], [, b]) => b.score - a.score);
  const says = sources.map(([, text]) => text).join(" ");
  return {
    field,
    meanings: total,
    seen,
    names,
    top: best !== undefined && best[1].score >= 0.5 ? best[0] : null,
    says,
  };
}

const isCompatible = (decisive: Meaning, other: Meaning): boolean =>
  decisive === other || (refinedBy[decisive]?.includes(other) ?? false) || areAlike(decisive, other);

/** Bound to nothing that is read, and kept from the keyboard or from screen readers: nobody is meant to write there. */
function isForNobody({ attributes, label, labelledBy, tag }: FieldFacts): boolean {
  if (attributes["aria-hidden"] === "true" || attributes.role === "presentation" || attributes.role === "none")
    return true;
  const isNamed =
    label !== "" ||
    labelledBy !== "" ||
    (attributes["aria-label"] ?? "") !== "" ||
    (attributes.placeholder ?? "") !== "";
  return tag === "input" && attributes.tabindex === "-1" && !isNamed;
}
