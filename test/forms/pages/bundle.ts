/** Bundles the scripts of the pages, each framework with its production code. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "svelte/compiler";
import { build, type Plugin } from "vite";
import { variants } from "./page.ts";

const appsFolder = fileURLToPath(new URL("apps", import.meta.url));

const sveltePlugin: Plugin = {
  name: "svelte-components",
  async load(id) {
    if (!id.endsWith(".svelte")) return null;
    const { js } = compile(await readFile(id, "utf8"), { generate: "client", filename: id, dev: false });
    return { code: js.code, moduleType: "js" };
  },
};

/** Writes one module for each variant into the folder; they share what they can. */
export async function bundleApps(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: appsFolder,
    logLevel: "error",
    mode: "production",
    publicDir: false,
    plugins: [sveltePlugin],
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false" },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: "es2024",
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(variants.map((variant) => [variant, `${appsFolder}/${variant}.ts`])),
        preserveEntrySignatures: false,
        output: { entryFileNames: "[name].js", chunkFileNames: "shared-[name].js" },
      },
    },
  });
}
