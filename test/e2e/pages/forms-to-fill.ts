/** Pages that ask for credentials, as dashboards and tools do. Each counts how often it is submitted. */
import { escapeHtml } from "../../forms/pages/html.ts";
import { shell } from "../../forms/pages/page.ts";

const COUNTER = `<script>
window.submits = 0;
addEventListener("submit", (event) => { event.preventDefault(); window.submits += 1; }, true);
</script>`;

/** A page around a body; nothing leaves it. */
export const pageOf = (body: string, { title = "Sign in", head = "" } = {}): string =>
  shell({ title, lang: "en", head: `${COUNTER}${head}`, body: `<main>${body}</main>` });

export const row = (id: string, label: string, attributes: string): string =>
  `<div><label for="${id}">${label}</label><input id="${id}" ${attributes}></div>`;

export const userRow = row("user", "User name", 'name="username" type="text" autocomplete="username"');
export const passwordRow = row("pass", "Password", 'name="password" type="password" autocomplete="current-password"');

export const loginForm = `<form id="login" action="/session" method="post"><h1>Log in</h1>${userRow}${passwordRow}
<button type="submit">Sign in</button></form>`;

export const login = pageOf(loginForm);

/** Horizon's: decoys for the browser's own filling come first, then a region, a domain, a user name and a password. */
export const horizon = (regions: readonly string[]): string =>
  pageOf(
    `<form id="horizon" action="/auth/login/" method="post" autocomplete="off">
<h3>Log in</h3>
<input type="hidden" name="csrfmiddlewaretoken" value="kept">
<div style="display: none">
<input type="text" id="fake_email" name="fake_email"><input type="password" id="fake_password" name="fake_password">
</div>
${row("id_domain", "Domain", 'name="domain" type="text" autocomplete="off" required')}
${row("id_username", "User Name", 'name="username" type="text" autocomplete="username" required')}
${row("id_password", "Password", 'name="password" type="password" autocomplete="current-password" required')}
<div><label for="id_region">Region</label><select id="id_region" name="region">
${regions.map((region, index) => `<option value="${index}">${escapeHtml(region)}</option>`).join("")}
</select></div>
<button id="loginBtn" type="submit">Sign In</button>
</form>`,
    { title: "Login - OpenStack Dashboard" },
  );

/** The settings of a tool that works with OpenStack. */
export const openStackSettings = (passwordAttributes = ""): string =>
  pageOf(
    `<form id="settings"><h2>OpenStack</h2>
${row("auth_url", "Authentication URL", 'name="os_auth_url" type="text"')}
${row("project", "Project name", 'name="os_project_name" type="text"')}
${row("os_user", "User name", 'name="os_username" type="text"')}
${row("os_pass", "Password", `name="os_password" type="password" ${passwordAttributes}`)}
<button>Connect</button></form>`,
    { title: "OpenStack connection" },
  );
