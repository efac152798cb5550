/** The plain page to sign in that attacks begin with; as it is, it gets filled. */
import { shell } from "../pages/page.ts";

export interface LoginPage {
  /** Before the form. */
  readonly before?: string;
  /** After it, in the body. */
  readonly after?: string;
  readonly head?: string;
}

const ROW = (id: string, label: string, attributes: string) =>
  `<div class="row"><label for="${id}">${label}</label><input id="${id}" ${attributes}></div>`;

export const LOGIN_FORM = `
<form id="login" action="/session" method="post">
<h1>Log in</h1>
${ROW("user", "User name", 'name="username" type="text" autocomplete="username"')}
${ROW("pass", "Password", 'name="password" type="password" autocomplete="current-password"')}
<div><button type="submit">Sign in</button></div>
</form>`;

/** Nothing is sent: a page that went away could not be asked what it learned. */
const STAY = '<script>addEventListener("submit", (event) => event.preventDefault());</script>';

export const loginPage = ({ before = "", after = "", head = "" }: LoginPage = {}): string =>
  shell({ title: "Sign in", lang: "en", head: `${STAY}${head}`, body: `${before}<main>${LOGIN_FORM}</main>${after}` });
