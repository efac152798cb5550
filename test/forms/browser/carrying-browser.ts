/** What every browser that carries scripts into pages has in common. */
import type { Browser, Page } from "puppeteer-core";

export interface CarryingBrowser {
  readonly browser: Browser;
  /** The carrier's own page, from which it reaches all others. */
  readonly home: Page;
}

/** Hosts under this name are this machine, without being loopback by name. */
export const REMOTE_DOMAIN = "pages.test";

/** What is seen of a page. */
export const VIEWPORT = { width: 1280, height: 900 } as const;
