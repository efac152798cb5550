/** The frame of every page: its header, and the headers it is sent with. */
import type { Brand } from "../brands.ts";
import { type Answer, text } from "../http/answer.ts";
import { type Html, html } from "./html.ts";
import { type Words, wordsIn } from "./words.ts";

export interface PageContent {
  readonly title: string;
  readonly main: Html;
  /** One narrow column, for sign-in forms. */
  readonly narrow?: boolean;
  /** Shown with a button to sign out. */
  readonly signedIn?: { readonly userName: string; readonly csrfToken: string };
}

/** A page of a console, as text. */
export function renderPage(brand: Brand, { title, main, narrow = false, signedIn }: PageContent): string {
  const words = wordsIn[brand.language];
  return html`<!doctype html>
<html lang="${brand.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · ${brand.name}</title>
<link rel="icon" href="/logo.svg">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<img src="/logo.svg" alt="" width="32" height="32">
<p>${brand.name}</p>
${signedIn && signOut(words, signedIn)}
</header>
<main${narrow ? html` class="narrow"` : null}>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`.html;
}

/** A page as an answer, under a policy that allows no scripts at all. */
export function page(brand: Brand, content: PageContent, status = 200, headers: Answer["headers"] = {}): Answer {
  return htmlAnswer(renderPage(brand, content), status, headers);
}

/**
 * An HTML answer. `formTargets` are the origins that a form may end up at, since browsers hold redirects after a form to
 * the policy as well.
 */
export function htmlAnswer(
  body: string,
  status: number,
  headers: Answer["headers"] = {},
  formTargets: readonly string[] = [],
): Answer {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    ["form-action 'self'", ...formTargets].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return text(status, "text/html; charset=utf-8", body, {
    "Content-Security-Policy": policy.join("; "),
    // Not no-referrer: browsers would then send `Origin: null` with our own forms too.
    "Referrer-Policy": "same-origin",
    ...headers,
  });
}

/** The hidden field that every form of a signed-in user carries. */
export function csrfField(csrfToken: string): Html {
  return html`<input type="hidden" name="csrfToken" value="${csrfToken}">`;
}

/** A sentence about what went wrong, if anything. */
export function alert(sentence: string | undefined): Html | undefined {
  return sentence === undefined ? undefined : html`<p role="alert">${sentence}</p>`;
}

function signOut(words: Words, { userName, csrfToken }: NonNullable<PageContent["signedIn"]>): Html {
  return html`<span>${userName}</span>
<form method="post" action="/logout">${csrfField(csrfToken)}<button>${words.signOut}</button></form>`;
}
