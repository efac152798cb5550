/** What a console says, made fit to be shown: on one line, shortened, and without secrets. */

const longestReason = 300;

/** @param secrets struck out wherever the text quotes them. */
export function readableReason(messages: readonly string[], secrets: readonly string[] = []): string | undefined {
  let text = oneLine(messages.join(" · ")).trim();
  // the longest first: one may be part of another
  const longestFirst = secrets.map(oneLine).sort((one, other) => other.length - one.length);
  for (const secret of longestFirst) if (secret !== "") text = text.replaceAll(secret, "•••");
  if (text === "") return undefined;
  return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
