/** Fills a page with the engine, in the steps of the extension: collect there, parse and plan here, fill there. */
import type { Page } from "puppeteer-core";
import { parseFacts } from "../../../lib/forms/facts-schema.ts";
import type { Offer } from "../../../lib/forms/offer.ts";
import type { FillOutcome } from "../../../lib/forms/order.ts";
import { orderOf, type Plan, planPage } from "../../../lib/forms/plan.ts";
import type { Carrier, Place } from "../browser/carrier.ts";

export interface Filling {
  readonly plan: Plan;
  readonly outcomes: readonly FillOutcome[];
}

export async function fillPlace(carrier: Carrier, place: Place, offers: readonly Offer[]): Promise<Filling> {
  const first = await fillOnce(carrier, place, offers);
  // A page may have drawn itself anew in between; that is tried again, once.
  return first.outcomes.some(({ status }) => status === "changed") ? fillOnce(carrier, place, offers) : first;
}

async function fillOnce(carrier: Carrier, place: Place, offers: readonly Offer[]): Promise<Filling> {
  const facts = parseFacts(await carrier.collect(place));
  const plan = planPage(facts, offers);
  const { outcomes } = await carrier.fill(place, orderOf(facts, plan, offers));
  return { plan, outcomes };
}

export async function fillWithEngine(carrier: Carrier, page: Page, offers: readonly Offer[]): Promise<Filling> {
  const place = await carrier.placeOf(page);
  await carrier.inject(place);
  return fillPlace(carrier, place, offers);
}
