/** Which fields of a form could take which value of an offer, how surely, and why the others could not. */
import { choose } from "./choice.ts";
import type { FieldFacts, OptionFacts } from "./facts.ts";
import type { FormReading } from "./form-kind.ts";
import { isFillable } from "./form-signs.ts";
import { isSecretKind, type Offer, type ValueKind, valueFor } from "./offer.ts";
import type { Reading } from "./reading.ts";
import { lines, scored } from "./scores.ts";
import type { Want } from "./wants.ts";

export interface Candidate {
  readonly want: Want;
  readonly kind: ValueKind;
  readonly field: FieldFacts;
  readonly score: number;
  readonly reason: string;
  readonly option: OptionFacts | null;
}

export type LeftOutReason =
  | "hidden"
  | "disabled"
  | "readonly"
  | "decoy"
  /** The form is of a kind that is left alone. */
  | "formKind"
  | "noValue"
  | "noSuchOption"
  | "tooLong"
  /** Not a line of text, so no place for a secret; or a page's own control, that only people can use. */
  | "notText"
  | "unsure"
  /** The same is asked for in another field, which is filled. */
  | "twin"
  | "otherForm";

export interface LeftOut {
  readonly fieldId: number;
  readonly why: LeftOutReason;
  readonly kind: ValueKind | null;
}

/** A secret goes only where there is no doubt; what is not one may be corrected by the user. */
export const thresholds = { secret: 0.75, other: 0.5 };

const typed = new Set(["text", "password", "email", "url", "tel", "search", "number"]);

export function findCandidates(
  form: FormReading,
  offer: Offer,
): { readonly candidates: readonly Candidate[]; readonly leftOut: readonly LeftOut[] } {
  const candidates: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  const hasPort = form.fields.some((reading) => isFillable(reading) && reading.top === "port");
  const hasDomain = form.fields.some(
    (reading) => isFillable(reading) && (reading.top === "domain" || reading.top === "userDomain"),
  );
  for (const { want, reading, score, reason } of scored(form, offer)) {
    const { field } = reading;
    const kind = kindFor(want, reading, offer, hasPort, hasDomain);
    const leave = (why: LeftOutReason) => leftOut.push({ fieldId: field.id, why, kind });
    // A host by its name in the code alone: whether its port, or all of an address belongs there, is left to people.
    if (kind.endsWith(":authority") && !reading.seen.has("host") && !showsHost(reading)) {
      leave("unsure");
      continue;
    }
    if (score < (isSecretKind(kind) ? thresholds.secret : thresholds.other)) {
      if (score >= 0.4) leave("unsure");
      continue;
    }
    const refusal = refusalOf(reading) ?? refusalOfControl(field, kind);
    if (refusal !== null) {
      leave(refusal);
      continue;
    }
    const place = placeIn(field, want.kinds.length > 1 && field.tag === "select" ? want.kinds : [kind], offer);
    if (typeof place === "string") leave(place);
    else candidates.push({ want, field, score, reason, ...place });
  }
  return { candidates, leftOut };
}

export function refusalOf(reading: Reading): LeftOutReason | null {
  const { field } = reading;
  if (field.visibility !== "visible") return "hidden";
  if (field.isDisabled) return "disabled";
  if (field.isReadOnly) return "readonly";
  return reading.top === "decoy" ? "decoy" : null;
}

function refusalOfControl(field: FieldFacts, kind: ValueKind): LeftOutReason | null {
  if (isSecretKind(kind))
    return field.tag === "input" && lines.has(field.type) && field.attributes.role !== "combobox" ? null : "notText";
  if (field.tag === "select") return kind === "username" ? "notText" : null;
  if (field.attributes.role === "combobox" && kind !== "username") return "notText";
  return field.tag === "textarea" || typed.has(field.type) ? null : "notText";
}

/** "<user name>@<domain>", in the words of the page. */
const withDomain = /@\s*[<[{(]?\s*(domain|dominio|domaine|tenant)\b|\bdomain\s*[\\/]\s*user/iu;

function kindFor(want: Want, reading: Reading, offer: Offer, hasPort: boolean, hasDomain: boolean): ValueKind {
  const [kind = "username"] = want.kinds;
  if (
    kind === "username" &&
    !hasDomain &&
    withDomain.test(reading.says) &&
    valueFor(offer, "username@domain") !== undefined
  )
    return "username@domain";
  const hostKind = hostKinds.get(kind);
  if (hostKind !== undefined && showsHost(reading)) return hasPort ? hostKind[0] : hostKind[1];
  if (hostKind !== undefined && hasPort && saysHost(reading)) return hostKind[0];
  if (!hasPort && (kind === "authUrl:host" || kind === "endpointUrl:host" || kind === "apiUrl:host")) {
    return kind === "authUrl:host"
      ? "authUrl:authority"
      : kind === "endpointUrl:host"
        ? "endpointUrl:authority"
        : "apiUrl:authority";
  }
  return kind;
}

/** Of a URL: its host where the port is asked for apart, and else both. */
const hostKinds: ReadonlyMap<ValueKind, readonly [ValueKind, ValueKind]> = new Map([
  ["authUrl", ["authUrl:host", "authUrl:authority"]],
  ["endpointUrl", ["endpointUrl:host", "endpointUrl:authority"]],
  ["apiUrl", ["apiUrl:host", "apiUrl:authority"]],
]);

/** "s3.example.com": an example without a scheme wants none. */
const bareHost = /(?:^|[\s(,;"'“])(?:[\w{}<>*-]+\.){2,}[a-z]{2,}(?::\d+)?(?=$|[\s),;"'”.])/iu;

function showsHost({ field }: Reading): boolean {
  const shown = [field.attributes.placeholder ?? "", field.attributes.title ?? "", field.describedBy].join(" ");
  return bareHost.test(shown) && !shown.includes("://");
}

/** "Keystone host", and the port in a field of its own. */
const saysHost = ({ field }: Reading): boolean =>
  [field.label, field.labelledBy, field.textBefore].some((text) =>
    /(^|\s)(host|hostname|host name|server|serveur|servidor|nom d[’']h[oô]te|nombre de host|fqdn)[\s*:]*$/iu.test(text),
  );

type Place = Pick<Candidate, "kind" | "option">;

function placeIn(field: FieldFacts, kinds: readonly ValueKind[], offer: Offer): Place | LeftOutReason {
  const known = kinds.flatMap((kind) => {
    const value = valueFor(offer, kind);
    return value === undefined ? [] : [[kind, value] as const];
  });
  const [first] = known;
  if (first === undefined) return "noValue";
  if (field.tag === "select") {
    for (const [kind, value] of known) {
      const option = choose(field.options, kind, value);
      if (option !== null) return { kind, option };
    }
    return "noSuchOption";
  }
  const longest = Number(field.attributes.maxlength ?? "");
  if (field.attributes.maxlength !== undefined && longest > 0 && first[1].length > longest) return "tooLong";
  return { kind: first[0], option: null };
}
