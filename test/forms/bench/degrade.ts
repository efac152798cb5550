/**
 * Takes clues away from the facts. An engine is made with the facts at hand; what it makes of forms that say less shows
 * how it may do on forms that nobody knew. With less to go by it may fill less, but still nothing wrongly.
 */
import type { FactField, FactPage } from "../facts.ts";

export const clues = ["names", "labels"] as const;
export type Clue = (typeof clues)[number];

/** Attributes that developers write for themselves. */
const NAMES = ["name", "data-testid", "formcontrolname", "ng-model"];
/** Attributes that people read. */
const LABELS = ["placeholder", "title", "aria-label"];

export function withoutClue(page: FactPage, clue: Clue): FactPage {
  let count = 0;
  const degrade = (field: FactField): FactField => {
    const gone = clue === "names" ? NAMES : LABELS;
    const kept = Object.entries(field.attributes).filter(([name]) => !gone.includes(name));
    const attributes = Object.fromEntries(
      // As frameworks make them: unique, and telling nothing.
      kept.map(([name, value]) => [name, clue === "names" && name === "id" ? `:r${count++}:` : value]),
    );
    if (clue === "names") return { ...field, attributes };
    const { label: _, labelledBy: __, describedBy: ___, textBefore: ____, ...rest } = field;
    return { ...rest, attributes };
  };
  return { ...page, forms: page.forms.map((form) => ({ ...form, fields: form.fields.map(degrade) })) };
}
