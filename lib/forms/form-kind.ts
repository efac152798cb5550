/** What a form as a whole is for: by the fields it has, then by its words. Only some kinds are ever filled. */
import type { FormFacts, PageFacts } from "./facts.ts";
import { asksForKeys } from "./form-keys.ts";
import { asksForPassword, asksForUserName, saysOther } from "./form-sign-in.ts";
import { domains, type Kind, projectDomains, projects, type Question, signsOf, userNames } from "./form-signs.ts";
import type { Reading } from "./reading.ts";
import type { FormKind } from "./rules-forms.ts";

export interface FormReading {
  readonly form: FormFacts;
  readonly kind: FormKind;
  readonly reason: string;
  /** Asks for what only OpenStack has, or speaks of it. */
  readonly isOpenStack: boolean;
  /** Speaks of a service whose passwords are no cloud's. */
  readonly isStranger: boolean;
  readonly fields: readonly Reading[];
}

export function readForm(page: PageFacts, form: FormFacts, fields: readonly Reading[]): FormReading {
  const signs = signsOf(page, form, fields);
  const { has, isAbout } = signs;
  const [kind, reason] = questions.map((ask) => ask(signs)).find((answer) => answer !== null) ?? nothing;
  return {
    form,
    kind,
    reason,
    isOpenStack: isAbout("openstack") || has("domain", "userDomain", "project", "projectName", "regionName"),
    isStranger: isAbout("strangerItself") && !isAbout("openstackByName"),
    fields,
  };
}

const nothing: Kind = ["unknown", "asks for nothing that is known"];

const asksForPayment: Question = ({ count }) => (count("payment") >= 2 ? ["payment", "asks for a card"] : null);

/** "Auth server" may be anybody's; the words of Keystone, or its projects and domains, are not. */
const asksForKeystone: Question = ({ has, isAbout, usable }) => {
  if (!has("authUrl") || !has("password", "username", ...projects)) return null;
  const isOffered = usable.some(({ field }) => field.options.some(({ text }) => /\bopen ?stack\b/iu.test(text)));
  const isOurs =
    isOffered || isAbout("openstackByName") || has(...projects, ...projectDomains, "regionName", "identityApiVersion");
  return isOurs || (has(...domains) && !isAbout("stranger"))
    ? ["openstack", "asks for an authentication URL"]
    : ["unknown", "asks for another service’s password"];
};

const asksForNew: Question = ({ usable, has, words }) => {
  const confirms = usable.some(
    ({ field, names, top }) => top === "confirmPassword" || (field.type === "password" && names.has("confirmPassword")),
  );
  if (confirms || has("newPassword")) {
    const isNew = words.votes("signUp") > words.votes("changePassword");
    return [isNew ? "signUp" : "changePassword", "asks for a new password"];
  }
  return has("newEmail") ? ["changePassword", "asks for a new address"] : null;
};

/**
 * A user, a password and where they are good: on a page that connects a cloud. The same three stand where somebody else's
 * user is changed, and in forms of services with projects or domains of their own.
 */
const asksForScope: Question = ({ has, words, isAbout, fieldsAreAbout }) => {
  if (!has("password") || words.saysLogin.button || words.votes("login") >= 2) return null;
  if (isAbout("record") || words.votes("signUp") >= 2) return null;
  const saysWhere = has("url", "host", "endpointUrl", "regionName", "identityApiVersion");
  if (words.headingIsAbout("lists") && !saysWhere) return null;
  const isNamed = words.headingIsAbout("openstackByName") || fieldsAreAbout("openstackByName");
  if (has("url") && isNamed) return ["openstack", "asks for OpenStack credentials"];
  if (!has("username", "userId")) return null;
  const hasScope = has(...projects, ...projectDomains, ...domains);
  if (isNamed && (hasScope || has("host", "regionName", "identityApiVersion")))
    return ["openstack", "asks for a user and a password of OpenStack"];
  const isWhole =
    (has(...domains) && has(...projects, "regionName")) ||
    has(...projectDomains, "identityApiVersion") ||
    (has(...projects) && has("regionName")) ||
    (has("projectName") && has("url", "host", "endpointUrl") && isAbout("tenant"));
  return isWhole && !isAbout("stranger") ? ["openstack", "asks for a user, a password and a project or domain"] : null;
};

const asksForCode: Question = ({ has }) => {
  if (has("oneTimeCode") && !(has("password") && has(...userNames))) return ["oneTimeCode", "asks for a one-time code"];
  return has("currentPassword") && !has(...userNames) ? ["changePassword", "asks for the current password"] : null;
};

/** The first that has an answer decides. */
const questions: readonly Question[] = [
  asksForPayment,
  asksForKeystone,
  asksForKeys,
  asksForNew,
  asksForScope,
  asksForCode,
  saysOther,
  asksForPassword,
  asksForUserName,
];
