/** What a form as a whole is for: by the fields it has, then by its words. Only some kinds are ever filled. */
import type { FormFacts, PageFacts } from "./facts.ts";
import type { Meaning } from "./meaning.ts";
import type { Reading } from "./reading.ts";
import { contextRules, type FormKind, formRules, type WordKind } from "./rules-forms.ts";
import { createFinder, toWords } from "./words.ts";

export interface FormReading {
  readonly form: FormFacts;
  readonly kind: FormKind;
  readonly reason: string;
  /** Asks for what only OpenStack has, or speaks of it. */
  readonly isOpenStack: boolean;
  readonly fields: readonly Reading[];
}

const findWords = createFinder<WordKind>(formRules.map(({ kind, words }) => ({ meaning: kind, words })));

/** A form that is a login may have some more fields than name and password; one with many is something else. */
const MOST_STRANGE_FIELDS = 3;

export const isFillable = ({ field, top }: Reading): boolean =>
  field.visibility === "visible" && !field.isDisabled && !field.isReadOnly && top !== "decoy";

/** How much the words speak for each kind: buttons most, then headings, then names in the code. */
function weighWords(form: FormFacts, title: string): ReadonlyMap<WordKind, number> {
  const votes = new Map<WordKind, number>();
  const voteOnce = (sources: readonly (readonly [string, number])[]) => {
    const most = new Map<WordKind, number>();
    for (const [text, weight] of sources) {
      const { matches, content } = findWords(text);
      for (const { meanings, words } of matches) {
        const part = words / Math.max(content, words) >= 0.5 ? 1 : 0.5;
        for (const kind of meanings) most.set(kind, Math.max(most.get(kind) ?? 0, weight * part));
      }
    }
    for (const [kind, weight] of most) votes.set(kind, (votes.get(kind) ?? 0) + weight);
  };
  // The first button is the one that Enter presses; the others lead elsewhere as often as not.
  voteOnce(form.buttons.map((text, index) => [text, index === 0 ? 3 : 2.5]));
  voteOnce([[form.heading, 2]]);
  voteOnce([form.id, form.name, form.action].map((text) => [text, 1.5]));
  voteOnce([[title, 1]]);
  return votes;
}

const declined: readonly WordKind[] = [
  "signUp",
  "changePassword",
  "recover",
  "newsletter",
  "payment",
  "comment",
  "create",
  "search",
  "oneTimeCode",
];

export function readForm(page: PageFacts, form: FormFacts, fields: readonly Reading[]): FormReading {
  const told = (kind: FormKind, reason: string): FormReading => ({
    form,
    kind,
    reason,
    isOpenStack: isAbout("openstack") || has("domain", "userDomain", "project", "projectName", "regionName"),
    fields,
  });
  const usable = fields.filter(isFillable);
  const count = (...meanings: readonly Meaning[]) =>
    usable.filter(({ top }) => top !== null && meanings.includes(top)).length;
  const has = (...meanings: readonly Meaning[]) => count(...meanings) > 0;

  const votes = weighWords(form, page.title);
  const votesFor = (kind: WordKind) => votes.get(kind) ?? 0;
  const text = toWords(
    [
      page.title,
      form.heading,
      form.id,
      form.name,
      ...form.buttons,
      ...fields.map(({ says, field }) => `${says} ${field.attributes.name ?? ""} ${field.attributes.id ?? ""}`),
    ].join(" "),
  ).join(" ");
  const isAbout = (context: keyof typeof contextRules) => contextRules[context].test(text);

  if (count("payment") >= 2) return told("payment", "asks for a card");
  if (has("authUrl") && has("password", "username", "project", "projectName", "projectId"))
    return told("openstack", "asks for an authentication URL");

  if (has("secretKey", "secretAccessKey", "secret", "applicationCredentialSecret") || has("apiKey")) {
    const kind = kindByKeys(has, isAbout);
    // Who gives keys to a new user says nothing of where they are good.
    const givesKeys =
      kind?.[0] === "s3" && !has("endpointUrl", "bucket", "regionName", "host", "url") && votesFor("signUp") >= 2;
    if (kind !== null)
      return givesKeys || votesFor("create") >= 2 ? told("create", "makes a new key") : told(kind[0], kind[1]);
  }
  const confirms = usable.filter(
    ({ field, names, top }) => top === "confirmPassword" || (field.type === "password" && names.has("confirmPassword")),
  ).length;
  if (confirms > 0 || has("newPassword")) {
    const isNew = votesFor("signUp") > votesFor("changePassword");
    return told(isNew ? "signUp" : "changePassword", "asks for a new password");
  }
  if (has("newEmail")) return told("changePassword", "asks for a new address");

  const hasScope = has(
    "project",
    "projectName",
    "projectId",
    "projectDomain",
    "projectDomainId",
    "userDomain",
    "userDomainId",
  );
  if (has("password") && has("username", "userId") && hasScope && votesFor("login") < 2 && votesFor("signUp") < 2) {
    return told("openstack", "asks for a user, a password and a project or domain");
  }
  if (has("password") && has("url") && isAbout("openstack")) return told("openstack", "asks for OpenStack credentials");

  const [worst, against] = declined
    .map((kind) => [kind, votesFor(kind)] as const)
    .toSorted(([, a], [, b]) => b - a)[0] ?? ["search", 0];
  const isLogin = votesFor("login");
  if (has("oneTimeCode") && !(has("password") && has("username", "email", "userId")))
    return told("oneTimeCode", "asks for a one-time code");
  if (has("currentPassword") && !has("username", "email", "userId"))
    return told("changePassword", "asks for the current password");
  if (against >= 1.5 && against > isLogin)
    return told(worst === "recover" || worst === "save" ? "changePassword" : worst, `its words say ${worst}`);

  const passwords = count("password", "currentPassword");
  const strange = usable.filter(({ field, top }) => field.tag !== "select" && (top === null || isStrange(top))).length;
  if (passwords > 0) {
    if (isLogin < 1.5 && votesFor("save") >= 1.5)
      return told("unknown", "saves something, and does not say for which service");
    if (isLogin < 1.5 && isAbout("stranger")) return told("unknown", "asks for another service’s password");
    if (isLogin < 1.5 && strange > MOST_STRANGE_FIELDS) return told("unknown", "asks for much else");
    if (isLogin >= 1 || has("username", "email", "userId"))
      return told("login", isLogin >= 1 ? "its words say login" : "asks for a user name and a password");
    return told("unknown", "asks for a password alone");
  }
  if (isLogin >= 1.5 && has("username", "email", "userId") && strange <= 1)
    return told("login", "asks for a user name first");
  return told("unknown", "asks for nothing that is known");
}

const isStrange = (meaning: Meaning) =>
  ["objectName", "personal", "otherUrl", "otherSecret", "bucket", "url", "host", "port", "comment", "other"].includes(
    meaning,
  );

type Has = (...meanings: readonly Meaning[]) => boolean;

/** Which service a pair of keys belongs to. */
function kindByKeys(
  has: Has,
  isAbout: (context: keyof typeof contextRules) => boolean,
): readonly [FormKind, string] | null {
  if (has("accessKeyId") && has("secretAccessKey", "secretKey", "secret"))
    return ["s3", "asks for an access key and its secret"];
  if (has("applicationCredentialId", "applicationCredentialName") && has("applicationCredentialSecret", "secret")) {
    return ["openstack", "asks for an application credential"];
  }
  if (has("apiKey") && has("secretKey", "secret", "secretAccessKey")) {
    if (isAbout("s3") && !isAbout("cloudstack") && has("bucket", "endpointUrl", "regionName"))
      return ["s3", "asks for an API key of object storage"];
    return isAbout("cloudstack") || has("apiUrl", "url", "endpointUrl")
      ? ["cloudstack", "asks for an API key and its secret"]
      : null;
  }
  if (has("key") && has("secret", "secretKey", "secretAccessKey") && isAbout("s3"))
    return ["s3", "asks for a key and a secret of object storage"];
  // Any service may ask for an API key: it is a console's only where the console's address is asked for as well.
  if (has("apiKey") && !has("password") && has("apiUrl", "url", "endpointUrl"))
    return ["apiKey", "asks for an API’s address and a key"];
  return null;
}
