/** The popup, its own window and the side panel: the same page in another place. */
import { render } from "preact";
import { App } from "../../components/App.tsx";
import type { Surface } from "../../components/Header.tsx";
import "../../components/tokens.css";
import { createPage } from "../../lib/page.ts";
import { afterPaint } from "./after-paint.ts";
import { fitPopup } from "./fit-popup.ts";

const { dataset } = document.documentElement;
const own: Surface = dataset.surface === "panel" ? "panel" : "popup";
// `?tab=<id>`: opened in a window or tab of its own, for the tab that it came from
const surface = new URLSearchParams(location.search).has("tab") ? "window" : own;
dataset.surface = surface;

if (surface === "popup") fitPopup(window);

const app = createPage(surface === "popup");
await app.state.load();
render(<App app={app} surface={surface} />, document.getElementById("app") ?? document.body);
afterPaint(() => void app.start());
