/**
 * `npm start`: the extension, built, in a browser beside the sandbox consoles, ready to be tried.
 *
 * Where nobody could see a browser it takes the tour by itself instead: the whole way with an API key, checked step by
 * step. `prepare.mjs` ran before and made sure of the dependencies and of a browser.
 */
import { startCloud, stopCloud } from "../openstack/cloud.ts";
import { takeTour } from "../tour/take-tour.ts";
import { buildExtension } from "./start/build-extension.ts";
import { describeCloud } from "./start/describe-cloud.ts";
import { describeConsoles } from "./start/describe-consoles.ts";
import { hasDisplay } from "./start/has-display.ts";
import { readOptions } from "./start/options.ts";
import { keepServing } from "./start/serve.ts";
import { showBrowser } from "./start/show-browser.ts";
import { startConsoles } from "./start/start-consoles.ts";

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) return;
  const { tour, screenshot } = options;
  const serve = options.serve || (options.cloud && !hasDisplay());
  const isVisible = hasDisplay() && !tour && !serve;
  console.log("Building the extension …");
  buildExtension();
  const cloud = options.cloud ? await startCloud() : null;
  const sandbox = await startConsoles({ keepsData: serve || isVisible, cloud });
  try {
    describeConsoles(sandbox);
    if (cloud !== null) describeCloud(cloud);
    if (serve) return await keepServing();
    if (isVisible) return await showBrowser(sandbox, cloud);
    if (!tour)
      console.log("There is no display (or this is CI), so the tour takes itself, in a browser without one:\n");
    await takeTour(sandbox, { screenshot });
  } finally {
    await sandbox.close();
    if (cloud !== null) await stopCloud();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
