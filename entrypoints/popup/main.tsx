/** The popup, its own window and the side panel: the same page in another place. */
import { render } from "preact";
import { App } from "../../components/App.tsx";
import "../../components/tokens.css";
import { afterPaint } from "../../components/after-paint.ts";
import { fitPopup } from "../../components/fit-popup.ts";
import { createPage } from "../../lib/page.ts";

const root = document.documentElement;
// `?tab=<id>`: opened in a window or tab of its own, for the tab that it came from
if (new URLSearchParams(location.search).has("tab")) root.dataset.surface = "window";

if (root.dataset.surface === "popup") fitPopup(window);

const app = createPage(root.dataset.surface !== "panel");
await app.state.load();
render(<App app={app} />, document.getElementById("app") ?? document.body);
afterPaint(() => void app.start());
