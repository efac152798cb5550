/** The options page. */
import { render } from "preact";
import { Options } from "../../components/options/Options.tsx";
import "../../components/tokens.css";
import { browser } from "../../lib/browser.ts";
import { createPage } from "../../lib/page.ts";

const app = createPage(false);
const [commands] = await Promise.all([browser.commands.getAll(), app.state.load()]);
const about = {
  version: browser.runtime.getManifest().version,
  shortcut: commands.find(({ name }) => name === "_execute_action")?.shortcut ?? "",
};
render(<Options app={app} about={about} />, document.getElementById("app") ?? document.body);
