/** Fills what was ordered, field by field, and reads back what each holds then. */
import { activeIn, type Field, isConnected, type RootOf } from "./dom.ts";
import { identityRefusal, placeRefusal, planRefusal, type Refusal, type Snapshot, sightRefusal } from "./guard.ts";
import type { FillItem, FillOutcome } from "./order.ts";
import { createPaintCheck, type PaintCheck } from "./painted.ts";
import { announce, enter, leave, settle, turn, write } from "./write.ts";

interface Written {
  readonly item: FillItem;
  readonly shot: Snapshot;
  readonly refusal: Refusal | null;
  /** What was set: an option's value, for selects. */
  readonly value: string;
}

export async function fill(
  items: readonly FillItem[],
  shots: ReadonlyMap<number, Snapshot>,
  opened: RootOf,
): Promise<readonly FillOutcome[]> {
  const seen = new Set<number>();
  const known = items.flatMap((item) => {
    const shot = seen.has(item.fieldId) ? undefined : shots.get(item.fieldId);
    seen.add(item.fieldId);
    return shot === undefined ? [] : [{ item, shot }];
  });
  const paint = createPaintCheck(opened);
  // Everything is read before anything is written.
  const refusals = known.map(
    ({ item, shot }) => identityRefusal(shot, item) ?? planRefusal(shot) ?? lookRefusal(shot.field, paint),
  );
  const before = activeIn(document);
  const written: Written[] = [];
  for (const [index, { item, shot }] of known.entries()) {
    const early = refusals[index] ?? null;
    written.push(early === null ? await fillOne(item, shot, paint) : { item, shot, refusal: early, value: "" });
  }
  paint.end();
  await turn();
  restoreFocus(before);
  const unknown = items
    .filter(({ fieldId }) => !shots.has(fieldId))
    .map(({ fieldId }): FillOutcome => ({ fieldId, status: "gone", reason: "field" }));
  return [...written.map(outcomeOf), ...unknown];
}

/** It is brought into view for that. */
const lookRefusal = (field: Field, paint: PaintCheck): Refusal | null =>
  sightRefusal(field) ?? (paint.isPaintedOver(field) ? { status: "blocked", reason: "covered" } : null);

/** Between the first event and the value the page may have done anything; so it is looked at again. */
async function fillOne(item: FillItem, shot: Snapshot, paint: PaintCheck): Promise<Written> {
  const { field } = shot;
  const refused = (refusal: Refusal): Written => ({ item, shot, refusal, value: "" });
  const before = identityRefusal(shot, item);
  if (before !== null) return refused(before);
  try {
    // Chromium leaves nulls out of what it passes on to a page.
    const choice = item.option == null ? null : indexOf(field, item.option);
    if (choice === -1 || (choice === null && "selectedIndex" in field))
      return refused({ status: "blocked", reason: "noSuchOption" });
    enter(field);
    announce(field);
    const after = identityRefusal(shot, item) ?? placeRefusal(shot) ?? lookRefusal(field, paint);
    if (after !== null) return refused(after);
    write(field, choice ?? item.value);
    const value = choice === null ? item.value : (item.option?.value ?? "");
    await settle();
    if (isConnected(field)) leave(field);
    await settle();
    return { item, shot, refusal: null, value };
  } catch {
    // Page code that runs in our calls, as in a page's own `focus`, must not end the filling of what comes after.
    return refused({ status: "refused", reason: "error" });
  }
}

/** As it was read: the same value and text. */
function indexOf(field: Field, { value, text }: { readonly value: string; readonly text: string }): number {
  if (!("selectedIndex" in field)) return -1;
  const options = [...field.options];
  const exact = options.findIndex(
    (option) => option.value === value && option.text.replaceAll(/\s+/gu, " ").trim().startsWith(text),
  );
  return exact >= 0 && options[exact]?.disabled === false ? exact : -1;
}

function restoreFocus(before: Element | null): void {
  if (before !== null && before instanceof HTMLElement && isConnected(before) && before.localName !== "body")
    before.focus?.({ preventScroll: true });
}

function outcomeOf({ item, shot, refusal, value }: Written): FillOutcome {
  const { fieldId } = item;
  if (refusal !== null) return { fieldId, ...refusal };
  const { field } = shot;
  if (!isConnected(field)) return { fieldId, status: "gone", reason: "afterwards" };
  const held = field.value;
  if (held === value) return { fieldId, status: "filled", reason: complaintOf(field) };
  if (held === "") return { fieldId, status: "refused", reason: null };
  // A secret that is not the same to the letter is another one.
  if (item.isSecret) return { fieldId, status: value.startsWith(held) ? "truncated" : "refused", reason: null };
  if (value.startsWith(held)) return { fieldId, status: "truncated", reason: null };
  return { fieldId, status: isLike(held, value) ? "reformatted" : "refused", reason: null };
}

/** Case, spaces and joints aside. */
const isLike = (held: string, value: string) => {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[\s\-_./:]+/gu, "");
  return bare(held) === bare(value) || held.includes(value) || bare(held).includes(bare(value));
};

function complaintOf(field: Field): string | null {
  const { validity } = field;
  if (validity === undefined || validity.valid) return null;
  if (validity.patternMismatch) return "patternMismatch";
  if (validity.typeMismatch) return "typeMismatch";
  return validity.tooShort ? "tooShort" : null;
}
