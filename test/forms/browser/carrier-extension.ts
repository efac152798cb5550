/** An extension that brings scripts into pages and can do nothing else. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Firefox wants one. */
export const GECKO_ID = "carrier@llavero.test";

const MANIFEST = {
  manifest_version: 3,
  name: "Carrier",
  version: "1.0",
  permissions: ["scripting", "tabs"],
  host_permissions: ["http://*/*", "https://*/*"],
  browser_specific_settings: { gecko: { id: GECKO_ID } },
};

/** Reads every field's place and style, and sets the values: no engine can do with less. */
const FLOOR = `globalThis.llaveroFloor = { run(values) {
  let sum = 0;
  const fields = document.querySelectorAll("input, select, textarea");
  for (const field of fields) {
    const { x, y, width, height } = field.getBoundingClientRect();
    const { display, visibility, opacity } = getComputedStyle(field);
    sum += x + y + width + height + display.length + visibility.length + Number(opacity);
  }
  values.forEach((value, index) => { fields[index].value = value; });
  return sum;
} };
`;

export const FILLER_FILE = "filler.js";
export const FLOOR_FILE = "floor.js";
export const HOME_PAGE = "carrier.html";

export async function writeCarrier(folder: string, filler: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, HOME_PAGE), "<!doctype html><title>Carrier</title>");
  await writeFile(join(folder, FILLER_FILE), filler);
  await writeFile(join(folder, FLOOR_FILE), FLOOR);
  await writeFile(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
}
