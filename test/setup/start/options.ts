/** What can be typed after `npm start --`. */
import { parseArgs } from "node:util";

const USAGE = `Usage: npm start -- [--serve | --tour [--screenshot]] [--cloud]

  (nothing)     a visible browser with the extension and the sandbox consoles; without a display, the tour
  --serve       only the consoles, until Ctrl+C, for a browser of your own
  --tour        the tour, which checks every step and takes pictures of them, also where there is a display
  --screenshot  with --tour: composes docs/screenshot.png as well
  --cloud       a real OpenStack cloud as well (Keystone, Swift with its S3 API, Horizon), on this computer, until the
                end; ana’s Objects-r1 / production hands out credentials of it. Not with --tour; without a display, only
                the consoles and the cloud. Needs Debian, and root for packages that are missing`;

export interface StartOptions {
  readonly serve: boolean;
  readonly tour: boolean;
  readonly screenshot: boolean;
  readonly cloud: boolean;
}

/** Null for who only asked for help, and has it. @throws Error whose message ends with how it is used. */
export function readOptions(input: string[]): StartOptions | null {
  try {
    const { values } = parseArgs({
      args: input,
      options: {
        serve: { type: "boolean", default: false },
        tour: { type: "boolean", default: false },
        screenshot: { type: "boolean", default: false },
        cloud: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      console.log(USAGE);
      return null;
    }
    if (values.serve && values.tour) throw new Error("--serve and --tour exclude each other.");
    if (values.screenshot && !values.tour) throw new Error("--screenshot is taken on the tour: it needs --tour.");
    if (values.cloud && values.tour) throw new Error("The tour needs no cloud: --cloud and --tour exclude each other.");
    return values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}
