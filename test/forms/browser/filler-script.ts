/** The filler as one script: of the production build when that is up to date, else bundled here. */
import { existsSync, globSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../../..");
const built = join(root, ".output/chrome-mv3/filler.js");
const source = join(root, "entrypoints/filler.ts");

export interface FillerScript {
  readonly code: string;
  readonly origin: "the build" | "a bundle of the sources" | "nobody";
}

export async function readFiller(): Promise<FillerScript> {
  if (isUpToDate()) return { code: await readFile(built, "utf8"), origin: "the build" };
  return { code: await bundleFiller(), origin: "a bundle of the sources" };
}

function isUpToDate(): boolean {
  if (!existsSync(built)) return false;
  const sources = [source, ...globSync("lib/forms/**/*.ts", { cwd: root }).map((path) => join(root, path))];
  return sources.every((path) => statSync(path).mtimeMs < statSync(built).mtimeMs);
}

/** What WXT does with an unlisted script: it runs its `main` at once. */
const VIRTUAL: Readonly<Record<string, string>> = {
  "filler-entry": `import script from ${JSON.stringify(source)};\nscript.main();`,
  "#imports": `export const defineUnlistedScript = (main) => ({ main });`,
};

async function bundleFiller(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: "error",
    mode: "production",
    publicDir: false,
    plugins: [
      {
        name: "virtual-modules",
        resolveId: (id) => (id in VIRTUAL ? `\0${id}` : null),
        load: (id) => VIRTUAL[id.slice(1)] ?? null,
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: "filler-entry", output: { format: "iife" } } },
  });
  if (Array.isArray(result) || !("output" in result)) throw new Error("The filler was bundled into several.");
  return result.output[0].code;
}
