/**
 * Puts a stopwatch into a copy of an extension's popup: the same small script for the floor and for ours.
 *
 * A popup paints long before anything can be run in it from outside. So its page gets one script more, which marks the
 * first key for Element Timing before the browser first paints it. The rest of the copy is the build, byte by byte.
 */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Marks the element that holds the first key's name; the browser then keeps the time at which it came on screen. */
const SCRIPT = `{
  const observer = new MutationObserver(() => {
    const name = document.querySelector("[data-key] [dir=auto]");
    if (name === null) return;
    name.setAttribute("elementtiming", "first-row");
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}
`;

/** Copies an extension and puts the stopwatch into its popup. */
export async function copyWithStopwatch(extension: string, folder: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  await writeFile(join(folder, "stopwatch.js"), SCRIPT);
  const popup = join(folder, "popup.html");
  const html = await readFile(popup, "utf8");
  if (!html.includes("</title>")) throw new Error(`${popup} has no title after which the stopwatch could go.`);
  await writeFile(popup, html.replace("</title>", '</title><script src="/stopwatch.js"></script>'));
}
