/** What can be typed after `npm start --`. */
import { parseArgs } from "node:util";

const USAGE = `Usage: npm start -- [--serve | --tour [--screenshot]]

  (nothing)     a visible browser with the extension and the sandbox consoles; without a display, the tour
  --serve       only the consoles, until Ctrl+C, for a browser of your own
  --tour        the tour, which checks every step and takes pictures of them, also where there is a display
  --screenshot  with --tour: composes docs/screenshot.png as well`;

export interface StartOptions {
  readonly serve: boolean;
  readonly tour: boolean;
  readonly screenshot: boolean;
}

/** @throws Error whose message ends with how it is used. */
export function readOptions(input: string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: input,
      options: {
        serve: { type: "boolean", default: false },
        tour: { type: "boolean", default: false },
        screenshot: { type: "boolean", default: false },
      },
    });
    if (values.serve && values.tour) throw new Error("--serve and --tour exclude each other.");
    if (values.screenshot && !values.tour) throw new Error("--screenshot is taken on the tour: it needs --tour.");
    return values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
