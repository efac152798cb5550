/** What a text that people read may mean: by the words that the rules know, then by what it is composed of. */
import type { Meaning } from "./meaning.ts";
import { identityRules } from "./rules-identity.ts";
import { otherRules } from "./rules-others.ts";
import { serviceRules } from "./rules-services.ts";
import { createFinder, type Match, toWords } from "./words.ts";

export const findMeanings = createFinder<Meaning>([...identityRules, ...serviceRules, ...otherRules]);

/** Asked for in one breath: "User name or e-mail". */
const alike: readonly (readonly Meaning[])[] = [
  ["username", "email", "userId"],
  ["project", "projectName"],
  ["domain", "userDomain"],
  ["host", "endpointUrl", "url"],
  ["url", "authUrl"],
  ["secret", "secretKey", "secretAccessKey"],
];

export const areAlike = (one: Meaning, other: Meaning): boolean =>
  alike.some((group) => group.includes(one) && group.includes(other));

/** As sure as words can make it that stand in no list together, but say each their part. */
const COMPOSED = 0.9;

const parts = {
  place:
    /^(url|uri|endpoint|punto|extremo|point|endpunkt|servidor|serveur|server|host|address|direccion|adresse|endereco|ponto|terminaison)$/u,
  identity:
    /^(identity|identidad|identite|identitat|identidade|keystone|auth|authentication|autenticacion|authentification|autenticacao)$/u,
  storage:
    /^(s3|storage|almacenamiento|stockage|armazenamento|speicher|minio|objetos|objets|objects|rgw|radosgw|buckets?)$/u,
  key: /^(key|keys|clave|cle|chave|llave|schlussel|chiave|sleutel|nyckel|klucz)$/u,
  secret: /^(secret|secreta|secreto|secrete|secreet|segreta|geheim|geheimer|geheime|privada|hemlig)$/u,
  access: /^(access|acceso|acces|acesso|accesso|zugriff|zugriffs|zugangs|toegang)$/u,
  api: /^api$/u,
  other:
    /^(ssh|rsa|gpg|pgp|public|publica|publique|encryption|cifrado|chiffrement|webhook|license|recaptcha|captcha|site|stripe|sse|kms|client|session|jwt|name|nombre|nom|smtp|ldap|proxy|alias|console|cdn|sts|iam|dashboard|redirect|callback|token|web|log|sitio|metadata|icon|logo|image)$/u,
} as const;

/** "URL of the identity service's endpoint" is in no list, in any language; its words are. */
function compose(text: string): Meaning | null {
  const words = toWords(text);
  const has = (part: keyof typeof parts) => words.some((word) => parts[part].test(word));
  if (words.length > 9 || has("other")) return null;
  if (has("key")) {
    if (has("secret")) return has("access") ? "secretAccessKey" : "secretKey";
    if (has("access")) return "accessKeyId";
    return has("api") ? "apiKey" : null;
  }
  if (has("secret")) return has("access") ? "secretAccessKey" : has("api") ? "secretKey" : null;
  if (!has("place")) return null;
  if (has("identity")) return "authUrl";
  if (has("storage")) return "endpointUrl";
  return has("api") ? "apiUrl" : null;
}

const strengthOf = (covered: number, content: number): number => {
  const part = content === 0 ? 0 : covered / content;
  if (part >= 1) return 1;
  if (part >= 0.66) return 0.85;
  if (part >= 0.5) return 0.7;
  return part >= 0.33 ? 0.5 : 0.25;
};

/** One thing by different names, or by its number. */
const families: readonly (readonly [string, RegExp])[] = [
  ["user", /^(username|email|userId|personal|objectName)$/u],
  ["project", /^project(Name|Id)?$/u],
  ["domain", /^(user)?[dD]omain(Id)?$/u],
  ["key", /[kK]ey|[sS]ecret|^password$/u],
  ["place", /[uU]rl$|^host$/u],
];
const familyOf = (meaning: Meaning): string => families.find(([, own]) => own.test(meaning))?.[0] ?? meaning;

/** What a text loses that may mean either of two things. */
const EITHER = 0.4;

/** "Tenant name or account name" asks for one of two things that are not the same. */
function isEither(text: string): boolean {
  const [one, other, ...more] = text.split(/\s(?:or|o|u|ou|oder)\s/iu).map((part) => findMeanings(part));
  if (one === undefined || other === undefined || more.length > 0) return false;
  const [first, second] = [one.last?.meanings[0], other.last?.meanings[0]];
  if (first === undefined || second === undefined || one.content < 2 || other.content < 2) return false;
  return familyOf(first) !== familyOf(second);
}

/** Meanings of a text that people read. */
export function readText(text: string): ReadonlyMap<Meaning, number> {
  const found = readPlain(withoutExample(text));
  return isEither(text) ? new Map([...found].map(([meaning, strength]) => [meaning, strength * EITHER])) : found;
}

const wordsFor = (matches: readonly Match<Meaning>[], meaning: Meaning): number =>
  matches.reduce((sum, { meanings, words }) => sum + (meanings.includes(meaning) ? words : 0), 0);

/** What a meaning keeps beside one like it that more of the words speak for. */
const LESS = 0.9;

function readPlain(plain: string): ReadonlyMap<Meaning, number> {
  const { matches, content } = findMeanings(plain);
  const found = new Map<Meaning, number>();
  for (const meaning of new Set(matches.flatMap(({ meanings }) => meanings))) {
    const kin = new Set([meaning, ...alike.filter((group) => group.includes(meaning)).flat()]);
    const covered = matches
      .filter(({ meanings }) => meanings.some((other) => kin.has(other)))
      .reduce((sum, { words }) => sum + words, 0);
    // "Host name (or address)": what most of the words say comes first.
    const isLess = [...kin].some((other) => wordsFor(matches, other) > wordsFor(matches, meaning));
    found.set(meaning, strengthOf(covered, content) * (isLess ? LESS : 1));
  }
  const made = found.has("password") || found.has("username") ? null : compose(plain);
  if (made !== null && ![...found.values()].some((strength) => strength > COMPOSED)) found.set(made, COMPOSED);
  return found;
}

/** "e.g. jsmith", "(user@domain)": shows what to write; it says what that is only where nothing else does. */
function withoutExample(text: string): string {
  const plain = text.replace(
    /(^|[\s(,;])(e\.?g\.?|ex\.?|ej\.?|p\. ?ej\.?|por ejemplo|par exemple|z\. ?b\.?|for example|example|ejemplo|exemple)[\s:.].*$/iu,
    " ",
  );
  const bare = plain.replaceAll(/\S+@\S+/gu, " ");
  return bare === plain || toWords(bare).length > 0 ? bare : "email";
}

/** Addresses that are shown as an example tell of which service they are. */
export function readExample(text: string): readonly (readonly [Meaning, number])[] {
  if (/keystone|identity|:5000|\/v[23](\.0)?\b/u.test(text)) return [["authUrl", 0.8]];
  if (/\/client\/api/u.test(text)) return [["apiUrl", 0.9]];
  if (/\bs3[.-]|\.amazonaws\.|minio|:9000\b/u.test(text)) return [["endpointUrl", 0.75]];
  return /^https?:|^http\(s\)|:\/\//u.test(text) ? [["url", 0.6]] : [];
}
