/** The identity provider's one page, in English for every brand: it is somebody else's site. */
import { html } from "../pages/html.ts";
import { alert } from "../pages/layout.ts";

interface ProviderPage {
  readonly name: string;
  readonly clientName: string;
  /** What the console sent along; the form takes it on. */
  readonly query: URLSearchParams;
  readonly wrong?: string | undefined;
}

/** The page that asks who you are. */
export function providerPage({ name, clientName, query, wrong }: ProviderPage): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${name}</title>
<link rel="icon" href="/logo.svg">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p>${name}</p></header>
<main class="narrow">
<h1>Continue to ${clientName}</h1>
${alert(wrong)}
<form method="post" action="/authorize?${query.toString()}">
<label>User name <input name="userName" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Continue</button>
</form>
</main>
</body>
</html>
`.html;
}
