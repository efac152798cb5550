/** How lists are asked for, page by page, and what their metadata says. */
import { z } from "zod";

/** The query of a list, to be extended with its `sort_by`. A size above the maximum is cut down to it. */
export const PageQuery = z.object({
  page_number: z.coerce.number().int().min(1).default(1),
  page_size: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .transform((size) => Math.min(size, 500)),
  sort_order: z
    .string()
    .transform((order) => order.toUpperCase())
    .pipe(z.enum(["ASC", "DESC"]))
    .default("ASC"),
});
type Asked = z.infer<typeof PageQuery> & { readonly sort_by: string };

/** What came back, and that it may be less than what was asked for. */
export function pageMetadata({ page_number, page_size, sort_by, sort_order }: Asked, recordCount: number) {
  return { recordCount, pageSize: page_size, pageCurrent: page_number, sortField: sort_by, sortOrder: sort_order };
}

/** One page of a list in memory. `id` breaks ties, or an item could be on two pages and another on none. */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  { page_number, page_size, sort_order }: Asked,
  sortText: (item: Item) => string,
): Item[] {
  const sign = sort_order === "ASC" ? 1 : -1;
  // Not `localeCompare`: 5,000 items have to be sorted in a few milliseconds.
  const sorted = items
    .map((item) => ({ item, text: sortText(item).toLowerCase() }))
    .toSorted((left, right) => sign * order(left.text, right.text) || order(left.item.id, right.item.id));
  return sorted.slice((page_number - 1) * page_size, page_number * page_size).map(({ item }) => item);
}

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
