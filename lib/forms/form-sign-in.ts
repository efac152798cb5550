/** Whether a form that asks for a password is a sign-in, whole or in steps, and not somebody else's form. */
import { isPassword, projects, type Question, type Signs, userNames } from "./form-signs.ts";
import { ownPassword } from "./rules-context.ts";
import type { WordKind } from "./rules-forms.ts";
import { plainWords } from "./words.ts";

/** A form that is a login may have some more fields than name and password; one with many is something else. */
const MOST_STRANGE_FIELDS = 3;

const declined = [
  "signUp",
  "changePassword",
  "recover",
  "newsletter",
  "payment",
  "comment",
  "create",
  "search",
  "oneTimeCode",
] as const satisfies readonly WordKind[];

/** Words that speak for another form than a login, and more than any for one. */
export const saysOther: Question = ({ words, has, usable }) => {
  const asksPassword = has("password", "currentPassword");
  const against = (kind: WordKind): number => {
    // "Forgot password?" beside a password, and "Verify" without a code, are parts of a login.
    if (asksPassword && kind === "recover") return words.helpsForgetful ? 0 : words.votes(kind);
    const isVerified = kind === "oneTimeCode" && words.button === "next" && !has("oneTimeCode");
    return isVerified && usable.some(isPassword) ? 0 : words.votes(kind);
  };
  const [kind] = declined.toSorted((a, b) => against(b) - against(a));
  if (kind === undefined || against(kind) < 1.5 || against(kind) <= words.votes("login")) return null;
  return [kind === "recover" ? "changePassword" : kind, `its words say ${kind}`];
};

export const asksForPassword: Question = (signs) => {
  const { words, has, isAbout, strange, usable } = signs;
  if (!has("password", "currentPassword")) return null;
  const { saysLogin, votes } = words;
  const hasServer = strange > 0 || has("endpointUrl", "apiUrl");
  const isSignIn = saysLogin.button || (saysLogin.heading && words.button !== "save" && words.button !== "other");
  // A page of that service's own may ask so; a page that only uses it says where it is.
  if (isAbout("stranger") && (!isSignIn || hasServer || !has(...userNames)))
    return ["unknown", "asks for another service’s password"];
  if (!has(...userNames) && strange === 0 && !usable.some(isPassword))
    return ["unknown", "asks for something masked alone"];
  if (isSignIn && strange <= MOST_STRANGE_FIELDS) return ["login", "its words say login"];
  if (strange > 0 || has(...projects, "authUrl")) return ["unknown", "asks for much else"];
  if (votes("save") >= 1.5 || words.button === "save")
    return ["unknown", "saves something, and does not say for which service"];
  if (words.button === "other") return ["unknown", "does something that is not known"];
  if (isAbout("record") || words.headingIsAbout("givesPassword"))
    return ["unknown", "is about a record of somebody or something"];
  if (!saysLogin.title && words.headingIsAbout("settings")) return ["unknown", "sets something"];
  if (asksForNewSecret(signs)) return ["unknown", "asks for a new password"];
  if (has(...userNames)) return ["login", "asks for a user name and a password"];
  return isSecondStep(signs)
    ? ["login", "asks for the password of a sign-in’s next step"]
    : ["unknown", "asks for a password alone"];
};

/** Only where nothing says that one signs in: the attribute stands on genuine passwords too, to keep browsers away. */
const asksForNewSecret = ({ usable, words }: Signs): boolean =>
  !words.saysLogin.title &&
  !words.helpsForgetful &&
  usable.some(({ field }) => field.attributes.autocomplete?.includes("new-password") ?? false);

/** One password, and a word of a sign-in around it; nothing of what has a password of its own. */
function isSecondStep({ usable, words, isAbout }: Signs): boolean {
  const [password, ...others] = usable.filter(({ field }) => field.type === "password");
  if (password === undefined || others.length > 0 || isAbout("locked")) return false;
  const { saysLogin } = words;
  return (
    saysLogin.heading ||
    saysLogin.title ||
    words.helpsForgetful ||
    (words.button === "next" && words.headingIsAbout("welcome")) ||
    password.field.attributes.autocomplete === "current-password" ||
    ownPassword.test(plainWords([password.says]))
  );
}

export const asksForUserName: Question = ({ words, has, strange }) => {
  if (!has(...userNames) || strange > 1) return null;
  const { saysLogin } = words;
  const isSignIn = words.votes("login") >= 1.5 || (saysLogin.title && words.button === "next");
  return isSignIn ? ["login", "asks for a user name first"] : null;
};
