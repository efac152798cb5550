/** What one offer would fill in one form. */
import { assign, rivalsOf } from "./assign.ts";
import { type Candidate, findCandidates, type LeftOut } from "./candidates.ts";
import type { FormReading } from "./form-kind.ts";
import { isSecretKind, type Offer, type ValueKind } from "./offer.ts";
import { anchors, takes, twins } from "./wants.ts";

/** Asked, not guessed. */
export interface Ambiguity {
  readonly kind: ValueKind | null;
  readonly offerIds: readonly string[];
  readonly formIndexes: readonly number[];
  readonly fieldIds: readonly number[];
  readonly why: "fields" | "offers" | "forms";
}

/** One offer in one form. */
export interface Draft {
  readonly form: FormReading;
  readonly offer: Offer;
  readonly chosen: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
  readonly ambiguous: readonly Ambiguity[];
  readonly score: number;
}

/** A login that is not OpenStack's is rather for a plain user name and password, where both are offered. */
const AT_HOME = 0.5;
/** A form of OpenStack that shows no password (yet) must at least ask for this much else. */
const ENOUGH_WITHOUT_PASSWORD = 3;

export function draft(form: FormReading, offer: Offer): Draft {
  const isTaken =
    ((takes[form.kind] ?? []).includes(offer.kind) || (form.kind === "login" && offer.kind === "s3")) &&
    !(form.kind === "login" && form.isStranger && offer.kind !== "login");
  const { candidates, leftOut } = isTaken ? findCandidates(form, offer) : { candidates: [], leftOut: [] };
  const taken = assign(candidates);
  const ambiguous: Ambiguity[] = [];
  const sure = taken.filter((candidate) => {
    const rivals = rivalsOf(candidate, taken, candidates, isSecretKind(candidate.kind));
    if (rivals.length === 0) return true;
    ambiguous.push({
      kind: candidate.kind,
      offerIds: [offer.id],
      formIndexes: [form.form.index],
      fieldIds: [candidate, ...rivals].map(({ field }) => field.id),
      why: "fields",
    });
    return false;
  });
  const chosen = sure.filter((candidate) => !isSecond(candidate, sure) && !isOfNobody(candidate, form, sure));
  const left = sure
    .filter((candidate) => !chosen.includes(candidate))
    .map(
      ({ field, kind }): LeftOut => ({
        fieldId: field.id,
        why: isOfNobody({ kind }, form, sure) ? "unsure" : "twin",
        kind,
      }),
    );
  const isHome = form.kind === "login" && (offer.kind === "login") !== form.isOpenStack;
  const score = chosen.reduce((sum, { score }) => sum + score, isHome && chosen.length > 0 ? AT_HOME : 0);
  return { form, offer, chosen, leftOut: [...leftOut, ...left], ambiguous, score };
}

/** Asked for in another field as well, which is filled: a host or a port beside the whole address are another's. */
const isSecond = ({ kind, field }: Candidate, sure: readonly Candidate[]): boolean =>
  sure.some((other) => kind.startsWith(`${other.kind}:`)) ||
  (!field.isRequired && twins.some(([first, twin]) => kind === twin && sure.some((other) => other.kind === first)));

/** A domain, and nobody in it: the field before a password may take the user as well. */
const isOfNobody = ({ kind }: Pick<Candidate, "kind">, form: FormReading, sure: readonly Candidate[]): boolean =>
  form.kind === "login" &&
  /Domain|^project/u.test(kind) &&
  !sure.some((other) => ["username", "userId", "username@domain"].includes(other.kind));

/** Half of a pair of keys, or a region alone, is nothing to fill. */
export function isWhole({ form, offer, chosen, ambiguous }: Draft): boolean {
  if (chosen.length === 0) return ambiguous.length > 0;
  const has = (kind: ValueKind) => chosen.some((candidate) => candidate.kind === kind);
  if (!(anchors[offer.kind] ?? []).every(has)) return false;
  if (offer.kind === "keystoneApplicationCredential")
    return has("applicationCredentialId") || has("applicationCredentialName");
  if (form.kind === "login")
    return has("password") || has("username") || has("username@domain") || has("secretAccessKey");
  return form.kind !== "openstack" || has("password") || chosen.length >= ENOUGH_WITHOUT_PASSWORD;
}
