/**
 * `npm start`: the extension, built, in a browser beside the sandbox consoles, ready to be tried.
 *
 * Where nobody could see a browser it takes the tour by itself instead: the whole way with an API key, checked step by
 * step. `prepare.mjs` ran before and made sure of the dependencies and of a browser.
 */
import { takeTour } from "../tour/take-tour.ts";
import { buildExtension } from "./start/build-extension.ts";
import { describeConsoles } from "./start/describe-consoles.ts";
import { hasDisplay } from "./start/has-display.ts";
import { readOptions } from "./start/options.ts";
import { keepServing } from "./start/serve.ts";
import { showBrowser } from "./start/show-browser.ts";
import { startConsoles } from "./start/start-consoles.ts";

async function main(): Promise<void> {
  const { serve, tour, screenshot } = readOptions(process.argv.slice(2));
  const isVisible = hasDisplay() && !tour && !serve;
  console.log("Building the extension …");
  buildExtension();
  const sandbox = await startConsoles({ keepsData: serve || isVisible });
  try {
    describeConsoles(sandbox);
    if (serve) return await keepServing();
    if (isVisible) return await showBrowser(sandbox);
    if (!tour)
      console.log("There is no display (or this is CI), so the tour takes itself, in a browser without one:\n");
    await takeTour(sandbox, { screenshot });
  } finally {
    await sandbox.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
