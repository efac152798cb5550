/** The floor: an extension whose popup is an empty page that paints one element. No popup can be there sooner. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** As large as ours. Its one element is marked up as a key's name in ours, which is what the stopwatch looks for. */
const POPUP = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Floor</title>
    <style>
      body {
        width: 400px;
        height: 580px;
        margin: 0;
      }
    </style>
  </head>
  <body>
    <div data-key="floor"><p dir="auto">Nothing</p></div>
  </body>
</html>
`;

const MANIFEST = { manifest_version: 3, name: "Floor", version: "1.0", action: { default_popup: "popup.html" } };

export async function writeFloorExtension(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "popup.html"), POPUP);
  await writeFile(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
}
