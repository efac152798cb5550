/** Names as people read them: what is drawn alike counts as the same. Pure. */

/**
 * Letters of other scripts that hosts may have, and digits, by the Latin letter that they are drawn like: Unicode's
 * confusables (https://www.unicode.org/Public/security/latest/confusables.txt), and what small sizes make of the rest.
 */
const letters: Readonly<Record<string, string>> = {
  a: "ɑαа",
  b: "ƅвʙ",
  c: "ᴄⲥс",
  d: "ԁđᴅ",
  e: "еҽεᴇ",
  f: "ꞙք",
  g: "ɡᶃƍցqԛգզ",
  h: "һհħнʜ",
  i: "ıɪɩιіӏ",
  j: "ϳјյ",
  k: "κкᴋ",
  l: "łʟǀլ",
  m: "мᴍ",
  n: "ոռηɴ",
  o: "0ᴏοσⲟоօøჿ",
  p: "ρⲣрᴘ",
  r: "ᴦⲅгʀ",
  s: "5ꜱƽѕ",
  t: "τтᴛ",
  u: "ᴜʋυս",
  v: "ᴠνѵ",
  w: "ɯᴡѡԝաω",
  x: "хχ",
  y: "ɣʏγуүყ",
  z: "ᴢ",
};
const drawnAlike: ReadonlyMap<string, string> = new Map(
  Object.entries(letters).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
);

/** A 1 is read as either; which of them, only the rest of the word tells. */
export const readingsOfOne = ["i", "l"] as const;
export type ReadingOfOne = (typeof readingsOfOne)[number];

/** The same text for all that are read alike: without accents, in Latin letters, with i and l as one. */
export function readAs(text: string, one: ReadingOfOne): string {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const latin = [...plain].map((letter) => drawnAlike.get(letter) ?? letter).join("");
  const joined = latin.replaceAll("1", one).replaceAll("rn", "m").replaceAll("vv", "w").replaceAll("cl", "d");
  // only now: "ci" is not drawn like a d
  return joined.replaceAll("i", "l");
}
