/** How the page for API keys and its forms look. */
import type { Answer } from "../http/answer.ts";
import { ENDPOINT_PATH, type Installation } from "../installation.ts";
import type { ApiKey } from "../store/api-keys.ts";
import { type Html, html } from "./html.ts";
import { csrfField, page } from "./layout.ts";
import type { Visitor } from "./page-route.ts";
import { type Words, wordsIn } from "./words.ts";

interface Listed {
  readonly keys: readonly ApiKey[];
  readonly number: number;
  readonly pages: number;
}

/** The endpoint, the form for a new key, and one page of keys. */
export function keyList(installation: Installation, visitor: Visitor, { keys, number, pages }: Listed): Answer {
  const words = wordsIn[installation.brand.language];
  const main = html`<p>${words.endpoint}: <code id="endpoint">${installation.origin}${ENDPOINT_PATH}</code>
<a href="/api-docs">${words.documentation}</a></p>
<form method="post" action="/api-credentials">${csrfField(visitor.csrfToken)}
<label>${words.name} <input name="name" maxlength="255" required></label>
<button>${words.generate}</button>
</form>
${keys.length === 0 ? html`<p>${words.noKeys}</p>` : table(words, keys)}
<p>${number > 1 ? pageLink(words.previous, number - 1) : null} ${number < pages ? pageLink(words.next, number + 1) : null}</p>`;
  return framed(installation, visitor, words.apiKeys, main);
}

/** The new key, this once. */
export function newKeyPage(
  installation: Installation,
  visitor: Visitor,
  created: { name: string; key: string },
): Answer {
  const words = wordsIn[installation.brand.language];
  const main = html`<p role="status"><bdi>${created.name}</bdi>: <code id="key">${created.key}</code></p>
<p>${words.shownOnce}</p>
<p><a href="/api-credentials">${words.back}</a></p>`;
  return framed(installation, visitor, words.newKey, main);
}

/** The form with a key's name. */
export function renamePage(installation: Installation, visitor: Visitor, { id, name }: ApiKey): Answer {
  const words = wordsIn[installation.brand.language];
  const main = html`<form method="post" action="/api-credentials/${id}/rename">${csrfField(visitor.csrfToken)}
<label>${words.name} <input name="name" maxlength="255" required value="${name}"></label>
<button>${words.rename}</button> <a href="/api-credentials">${words.cancel}</a>
</form>`;
  return framed(installation, visitor, words.rename, main);
}

/** The question before a key is gone. */
export function revokePage(installation: Installation, visitor: Visitor, { id, name }: ApiKey): Answer {
  const words = wordsIn[installation.brand.language];
  const main = html`<p><bdi>${name}</bdi></p>
<p>${words.revokeQuestion}</p>
<form method="post" action="/api-credentials/${id}/revoke">${csrfField(visitor.csrfToken)}
<button>${words.revoke}</button> <a href="/api-credentials">${words.cancel}</a>
</form>`;
  return framed(installation, visitor, words.revoke, main);
}

function framed({ brand }: Installation, { user, csrfToken }: Visitor, title: string, main: Html): Answer {
  return page(brand, { title, main, signedIn: { userName: user.user_name, csrfToken } });
}

function table(words: Words, keys: readonly ApiKey[]): Html {
  return html`<table>
<thead><tr><th>${words.name}</th><th>${words.lastIp}</th><th>${words.lastActivity}</th><th>${words.actions}</th></tr></thead>
<tbody>${keys.map((key) => row(words, key))}</tbody>
</table>`;
}

/** Names are isolated (`bdi`), or one written from right to left would turn its neighbours around. */
function row(words: Words, { id, name, last_ip, last_activity }: ApiKey): Html {
  return html`<tr><td><bdi>${name}</bdi></td><td>${last_ip}</td>
<td>${last_activity === null ? words.neverUsed : html`<time datetime="${last_activity}">${last_activity}</time>`}</td>
<td><a href="/api-credentials/${id}/rename" aria-label="${words.rename} ${name}">${words.rename}</a>
<a href="/api-credentials/${id}/revoke" aria-label="${words.revoke} ${name}">${words.revoke}</a></td></tr>
`;
}

function pageLink(words: string, page: number): Html {
  return html`<a href="/api-credentials?page=${page}">${words}</a>`;
}
