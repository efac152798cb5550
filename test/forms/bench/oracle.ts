/**
 * Fills a form as a person would who knows the facts: by clicking and typing. It shows that full marks can be had, and
 * so that a miss is the engine's and not the page's.
 */
import type { ElementHandle, Page } from "puppeteer-core";
import { type FactPage, fieldsOf } from "../facts.ts";
import type { PageBench } from "../pages/apps/page-bench.ts";
import { offersFor, rightValues } from "./samples.ts";

declare const bench: PageBench;

export async function typeByHand(page: Page, facts: FactPage): Promise<void> {
  const offered = offersFor(facts.kind).flatMap(({ values }) => Object.values(values));
  for (const [name, field] of fieldsOf(facts)) {
    const role = field.expect ?? field.accept?.[0];
    if (role === undefined) continue;
    const values = rightValues[role];
    const value = values.find((one) => offered.includes(one)) ?? values[0] ?? "";
    const handle = await page.evaluateHandle((name) => bench.element(name), name);
    const element = handle.asElement() as ElementHandle<Element> | null;
    if (element === null) throw new Error(`${facts.name} has no field ${name}.`);
    if (field.tag === "select") {
      const option = field.options?.find((texts) => values.some((one) => texts.includes(one)));
      // The focus comes and goes here as well: some pages take a choice over when it goes.
      await element.focus();
      await element.select(option?.[0] ?? value);
    } else {
      await element.click({ count: 3 });
      await element.type(value);
    }
    await handle.dispose();
  }
  await page.evaluate(() => {
    // The focus goes with the next click, on a button mostly.
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active instanceof HTMLElement) active.blur();
  });
}
