/** Keeps the sandbox up for a browser that somebody starts. */
import { extensionDirectory } from "./folders.ts";
import { stopSignal } from "./stop-signal.ts";

export async function keepServing(): Promise<void> {
  console.log(`To load the extension in a browser of yours:

  Chromium, Chrome, Edge, Brave: open chrome://extensions, turn on “Developer mode”, “Load unpacked”:
    ${extensionDirectory}
  Firefox: “npm run build”; open about:debugging, “This Firefox”, “Load Temporary Add-on…”:
    ${extensionDirectory.replace("chrome-mv3", "firefox-mv3")}

Ctrl+C stops the consoles.`);
  // The servers alone keep the process running until then.
  await stopSignal();
}
