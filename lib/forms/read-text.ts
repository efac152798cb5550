/** What a text that people read may mean: by the words that the rules know, then by what it is composed of. */
import type { Meaning } from "./meaning.ts";
import { identityRules } from "./rules-identity.ts";
import { otherRules } from "./rules-others.ts";
import { serviceRules } from "./rules-services.ts";
import { createFinder, toWords } from "./words.ts";

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
  storage: /^(s3|storage|almacenamiento|stockage|armazenamento|speicher|minio|objetos|objets|objects)$/u,
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

/** Meanings of a text that people read. */
export function readText(text: string): ReadonlyMap<Meaning, number> {
  const plain = withoutExample(text);
  const { matches, content } = findMeanings(plain);
  const found = new Map<Meaning, number>();
  for (const meaning of new Set(matches.flatMap(({ meanings }) => meanings))) {
    const kin = alike.filter((group) => group.includes(meaning)).flat();
    const covered = matches
      .filter(({ meanings }) => meanings.some((other) => other === meaning || kin.includes(other)))
      .reduce((sum, { words }) => sum + words, 0);
    found.set(meaning, strengthOf(covered, content));
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
