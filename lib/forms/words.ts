/** Texts as plain words, and which of the words that the rules know stand in them. */

/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = { ß: "ss", ø: "o", æ: "ae", œ: "oe", ł: "l", ı: "i", đ: "d" };

/** Words that change nothing: politeness, articles, brands, parts of a page. */
const noise: ReadonlySet<string> = new Set(
  toWords(
    "a an the your you my of for in to with and or on by at this it is as if not optional required enter please type here e g field input text box " +
      "aws amazon s3 openstack open stack keystone swift ceph minio cloudstack aliyun new value use using provide specify insert fill give used this " +
      "el la los las un una de del su sus tu tus para con y o en al por favor introduzca introduce ingrese ingresa escriba escribe obligatorio requerido opcional " +
      "le les l un une des du d votre vos pour avec et ou saisissez saisir entrez entrer veuillez obligatoire requis facultatif optionnel " +
      "der die das den dem ein eine ihr ihre dein deine und oder bitte eingeben pflichtfeld o os as um uma seu sua e ou digite informe insira " +
      "il lo i gli e inserisci je uw voer in your technical authentication custom compatible cloud login account existing valid must be can only " +
      "ange fyll i ditt din dit skriv indtast syota wpisz podaj zadejte introduceti введите ваш",
  ),
);

/** What stands at the end of names in code and says nothing: `usernameInput`, `password-field`, `key_0`. */
const nameEnds =
  /^(field|input|text|txt|box|value|control|ctrl|data|string|el|element|custom|inner|native|component|form|\d+)$/u;

export function toWords(text: string): readonly string[] {
  return text
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .replaceAll(/[ßøæœłıđ]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .replaceAll(/(\p{L}{3})(\d)/gu, "$1 $2")
    .replaceAll(/(\d)(\p{L}{3})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * Texts for patterns of words. Words of different texts are no phrase; and names are written as one word ("MySQL") as
 * well as in their parts ("userName").
 */
export const plainWords = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap((text) => [toWords(text).join(" "), toWords(text.toLowerCase()).join(" ")]))].join(" | ");

export interface Match<T> {
  readonly meanings: readonly T[];
  readonly words: number;
}

export interface Found<T> {
  readonly matches: readonly Match<T>[];
  /** How many words say something, matched or not. */
  readonly content: number;
  /** What the last words mean, where nothing follows them. */
  readonly last: Match<T> | null;
}

export type Finder<T> = (text: string) => Found<T>;

/** Scripts that put no spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A page is planned more than once, and forms repeat their words. */
const MOST_REMEMBERED = 4_000;

/** Finds the longest words first, from left to right. Names in code are found with and without their joints. */
export function createFinder<T>(
  rules: readonly { readonly meaning: T; readonly words: readonly string[] }[],
): Finder<T> {
  const terms = new Map<string, { readonly meanings: T[]; readonly words: number }>();
  const solid: string[] = [];
  let longest = 1;
  for (const { meaning, words } of rules) {
    for (const term of words.join("|").split("|")) {
      const parts = toWords(term);
      longest = Math.max(longest, parts.length);
      if (unspaced.test(term)) solid.push(parts.join(""));
      for (const key of new Set([parts.join(" "), parts.join("")])) {
        const known = terms.get(key);
        if (known === undefined) terms.set(key, { meanings: [meaning], words: parts.length });
        else if (!known.meanings.includes(meaning)) known.meanings.push(meaning);
      }
    }
  }
  solid.sort((a, b) => b.length - a.length);

  const spaced = (text: string) => {
    if (!unspaced.test(text)) return text;
    const normal = toWords(text).join(" ");
    let rest = normal;
    const parts: string[] = [];
    for (const term of solid) {
      if (!rest.includes(term)) continue;
      parts.push(term);
      rest = rest.replaceAll(term, " ");
    }
    return parts.length === 0 ? text : parts.join(" ");
  };

  const remembered = new Map<string, Found<T>>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = search(text);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, found);
    return found;
  };

  function search(text: string): Found<T> {
    const words = toWords(spaced(text));
    const matches: Match<T>[] = [];
    let content = 0;
    let last: Match<T> | null = null;
    for (let at = 0; at < words.length; ) {
      let taken = 0;
      for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
        const found = terms.get(words.slice(at, at + length).join(" "));
        if (found === undefined) continue;
        last = { meanings: found.meanings, words: length };
        matches.push(last);
        taken = length;
        break;
      }
      const word = words[at] ?? "";
      if (taken > 0) content += taken;
      else if (!noise.has(word)) {
        content += 1;
        if (!nameEnds.test(word)) last = null;
      }
      at += Math.max(taken, 1);
    }
    return { matches, content, last };
  }
}
