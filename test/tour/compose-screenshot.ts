/** The picture in the README: the popup with a new key, and beside it the list of another console in the dark. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../setup/start/folders.ts";
import { finePictures } from "./picture.ts";
import { passwordOf, type Visit } from "./visit.ts";

const FILE = join(projectFolder, "docs/screenshot.png");
const LARGEST = 200 * 1024;
/** The finest that is still small enough is kept. Each is taken anew: pictures that were made smaller pack badly. */
const SCALES = [2, 1.5, 1];

/** Returns a line that says what was written. */
export async function composeScreenshot(visit: Visit): Promise<string> {
  const { sandbox, chromium } = visit;
  const password = passwordOf(sandbox, "ana");
  await visit.popup.connect(sandbox.tigo.origin);
  await visit.popup.signIn({ userName: "ana", password });
  await visit.popup.waitForText("14 keys");
  await visit.popup.click("button", "Sort by last activity");
  const dark = await finePictures(visit, "dark", SCALES);

  await visit.reopen();
  await visit.popup.click("button", "Console: TIGO MCO");
  await visit.popup.click("menuitem", "Connect another console");
  await visit.popup.connect(sandbox.cloudops.origin);
  await visit.popup.signIn({ userName: "ana", password });
  await visit.popup.waitForText("14 keys");
  await visit.popup.click("button", "Sort by last activity");
  await visit.popup.generate("invoice-export");
  await visit.popup.find("region", "New API key invoice-export");
  await visit.popup.waitForText("15 keys");
  const light = await finePictures(visit, "light", SCALES);

  const page = await chromium.newPage("about:blank");
  for (const [index, deviceScaleFactor] of SCALES.entries()) {
    await page.setViewport({ width: 1000, height: 700, deviceScaleFactor });
    await page.setContent(sheet([light[index] ?? "", dark[index] ?? ""]));
    const box = await (await page.waitForSelector("main"))?.boundingBox();
    if (!box) throw new Error("The two pictures could not be put together.");
    const png = await page.screenshot({ clip: box, omitBackground: true });
    if (png.length > LARGEST) continue;
    await writeFile(FILE, png);
    return `Wrote ${FILE}: ${Math.round(png.length / 1024)} KB, ${deviceScaleFactor} times as fine as the popup.`;
  }
  throw new Error(`The screenshot is larger than ${LARGEST / 1024} KB.`);
}

function sheet(pictures: readonly string[]): string {
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}" width="400" height="580" />`);
  return `<!doctype html>
<style>
  body { margin: 0; }
  main { display: inline-flex; gap: 24px; padding: 16px; }
  img { border-radius: 12px; outline: 1px solid #8885; }
</style>
<main>${images.join("")}</main>`;
}
