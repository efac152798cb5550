/** A tiny extension that shows whether the harness works, without a line of the real one. */
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const POPUP = `<!doctype html>
<meta charset="utf-8" />
<title>Fixture</title>
<p id="text">Hello from the popup</p>
<p id="dark"></p>
<button id="copy">Copy</button>
<button id="ask">Ask</button>
<button id="allow">Allow</button>
<output id="answer"></output>
<script src="popup.js"></script>
`;

const POPUP_SCRIPT = `
const api = globalThis.browser ?? chrome;
const show = (text) => { document.querySelector("#answer").textContent = text; };
document.querySelector("#dark").textContent = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
document.querySelector("#copy").onclick = () => navigator.clipboard.writeText("copied text").then(() => show("copied"));
document.querySelector("#ask").onclick = () => api.runtime.sendMessage("count").then((count) => show("count " + count));
document.querySelector("#allow").onclick = () =>
  api.permissions.request({ origins: ["http://127.0.0.1/*"] }).then((answer) => show("allowed " + answer));
`;

/** The count starts again with each new worker. */
const WORKER = `
let count = 0;
const api = globalThis.browser ?? chrome;
api.runtime.onMessage.addListener((message, sender, reply) => { reply(++count); });
`;

const MANIFEST = {
  manifest_version: 3,
  name: "Harness fixture",
  version: "1.0",
  permissions: ["activeTab", "scripting"],
  optional_host_permissions: ["http://127.0.0.1/*"],
  action: { default_popup: "popup.html" },
};

/** Writes it for both browsers into folders below this one. */
export async function writeFixtureExtension(folder: string): Promise<{ chromium: string; firefox: string }> {
  const chromium = join(folder, "chromium");
  const firefox = join(folder, "firefox");
  await mkdir(chromium, { recursive: true });
  await writeFile(join(chromium, "popup.html"), POPUP);
  await writeFile(join(chromium, "popup.js"), POPUP_SCRIPT);
  await writeFile(join(chromium, "worker.js"), WORKER);
  await cp(chromium, firefox, { recursive: true });
  await writeFile(
    join(chromium, "manifest.json"),
    JSON.stringify({ ...MANIFEST, background: { service_worker: "worker.js" } }),
  );
  await writeFile(
    join(firefox, "manifest.json"),
    JSON.stringify({
      ...MANIFEST,
      background: { scripts: ["worker.js"] },
      browser_specific_settings: { gecko: { id: "fixture@llavero.dev" } },
    }),
  );
  return { chromium, firefox };
}
