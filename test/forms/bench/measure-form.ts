/** One form in one variant: opened, filled, read back and judged. */

import type { FormBrowser } from "../browser/form-browser.ts";
import type { FactPage } from "../facts.ts";
import type { Variant } from "../pages/page.ts";
import { formPath, type PageServer } from "../pages/server.ts";
import { fillWithEngine } from "./engine.ts";
import { typeByHand } from "./oracle.ts";
import { openForm, readAftermath, readValues } from "./page-side.ts";
import { offersFor, rightValues, secretFactRoles, secretValues } from "./samples.ts";
import { type FieldScore, scorePage } from "./score.ts";

export type Hand = "engine" | "oracle";

export interface FormResult {
  readonly form: string;
  readonly variant: Variant;
  readonly scores: readonly FieldScore[];
  /** Places of secrets outside of fields. */
  readonly strays: readonly string[];
  /** What the engine said of fields that it did not fill. */
  readonly troubles: readonly string[];
}

export async function measureForm(
  { page, carrier }: Pick<FormBrowser, "page" | "carrier">,
  server: PageServer,
  facts: FactPage,
  variant: Variant,
  hand: Hand,
): Promise<FormResult> {
  await openForm(page, server.origin + formPath(facts, variant));
  const before = await readValues(page);
  const troubles: string[] = [];
  if (hand === "oracle") await typeByHand(page, facts);
  else {
    const { outcomes } = await fillWithEngine(carrier, page, offersFor(facts.kind));
    for (const { status, reason } of outcomes) if (status !== "filled") troubles.push(`${status} (${reason})`);
  }
  const { after, state, strays } = await readAftermath(page, secretValues);
  const answers = { rightValues, secretRoles: secretFactRoles };
  const scores = scorePage(facts, { before, after, state }, answers);
  return { form: facts.name, variant, scores, strays, troubles };
}
