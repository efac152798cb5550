/** Where a page attacks: a server, a browser with the filler, and a way to ask every frame what it holds. */
import type { Frame, Page } from "puppeteer-core";
import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import type { Offer } from "../../../lib/forms/offer.ts";
import type { FillOrder, FillOutcome } from "../../../lib/forms/order.ts";
import { orderOf, planPage } from "../../../lib/forms/plan.ts";
import { offersFor } from "../bench/samples.ts";
import type { Place } from "../browser/carrier.ts";
import type { FillerScript } from "../browser/filler-script.ts";
import { type FormBrowser, openFormBrowser } from "../browser/form-browser.ts";
import { type PageServer, startPages } from "../pages/server.ts";
import { everyValue } from "./every-value.ts";
import { testedBrowser } from "./tested-browser.ts";

export interface Arena {
  readonly server: PageServer;
  readonly session: FormBrowser;
  readonly page: Page;
  /** Serves the HTML and shows it, with the filler in the top frame. */
  show(html: string, origin?: string): Promise<Place>;
  /** What the filler was asked for, to be filled now or later. */
  prepare(place: Place, offers?: readonly Offer[]): Promise<FillOrder>;
  fill(place: Place, order: FillOrder): Promise<readonly FillOutcome[]>;
  /** What the fields of all frames hold that is not empty; with those in open shadow roots. */
  values(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const login = offersFor("generic-login");
export const everything = offersFor("negative");

/** Every value that is offered, secret or not. */
export const valuesOf = (offers: readonly Offer[]): readonly string[] =>
  offers.flatMap(({ values }) => Object.values(values));

const PATH = "/attack.html";

/** With the project's own filler, unless another is given. */
export async function openArena(filler?: FillerScript): Promise<Arena> {
  const server = await startPages({ apps: false });
  const session = await openFormBrowser(filler, testedBrowser).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const { carrier, page } = session;
  return {
    server,
    session,
    page,
    show: async (html, origin = server.origin) => {
      server.put(PATH, html);
      await page.goto(origin + PATH, { waitUntil: "load" });
      const place = await carrier.placeOf(page);
      await carrier.inject(place);
      return place;
    },
    prepare: async (place, offers = login) => {
      const facts = parseFacts(await carrier.collect(place));
      return orderOf(facts, planPage(facts, offers), offers);
    },
    fill: async (place, order) => (await carrier.fill(place, order)).outcomes,
    values: async () => (await Promise.all(page.frames().map(valuesIn))).flat(),
    close: async () => {
      await session.close();
      await server.close();
    },
  };
}

const valuesIn = (frame: Frame): Promise<string[]> => frame.evaluate(everyValue);

/** Whether anything was written there. */
export const isWritten = ({ status }: FillOutcome): boolean =>
  status === "filled" || status === "reformatted" || status === "truncated";
