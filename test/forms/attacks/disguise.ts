/** A way to hide a form from people and not from programs, or one that only looks like it. */
import type { Page } from "puppeteer-core";
import type { BrowserKind } from "../browser/form-browser.ts";

export interface Disguise {
  readonly name: string;
  /** A trace of it can be seen, or all of it, but not used: nothing that a person would type a password into. */
  readonly isFaint?: true;
  /** It hides nothing, but one has to scroll first. */
  readonly isToScroll?: true;
  /** The only browser that knows what it is made of; the other shows the form as it is. */
  readonly onlyIn?: BrowserKind;
  readonly css?: string;
  /** Put at the end of the body. */
  readonly html?: string;
  /** Runs in the page; sent there as text. */
  readonly run?: () => void;
}

/** The page to sign in must be shown. */
export async function disguise(page: Page, { css, html, run }: Disguise): Promise<void> {
  await page.evaluate(
    (css, html) => {
      if (css !== null) document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
      if (html !== null) document.body.insertAdjacentHTML("beforeend", html);
    },
    css ?? null,
    html ?? null,
  );
  if (run) await page.evaluate(run);
}
