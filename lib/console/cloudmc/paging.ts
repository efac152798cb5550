/**
 * All pages of a list, however a console pages: it may cap the page size, repeat a page or drop one while the list
 * changes under way. Pages are joined by identity, so nothing shows twice, and a gap is noticed.
 */

export interface Page<T> {
  readonly items: readonly T[];
  /** How many items there are in all; null when the console does not say. */
  readonly reported: number | null;
  /** The page size in force; null when the console does not say. */
  readonly pageSize: number | null;
}

export interface Collected<T> {
  readonly items: readonly T[];
  readonly reported: number | null;
}

/** So many pages are asked for at once: fast for long lists, and no load worth the name on a console. */
const atOnce = 4;
/** Far beyond any real list; ends the walk over a console that always has one more page. */
const mostPages = 1000;

/**
 * @param fetchPage asks for a page; numbers start at 1.
 * @param identity what makes two items the same.
 */
export async function collectPages<T>(
  fetchPage: (page: number) => Promise<Page<T>>,
  wantedSize: number,
  identity: (item: T) => string,
): Promise<Collected<T>> {
  const first = await collectOnce(fetchPage, wantedSize, identity);
  if (isComplete(first)) return first;
  // a key created or revoked between two pages shifts the rest: a second walk fills the gap
  const second = await collectOnce(fetchPage, wantedSize, identity);
  if (isComplete(second)) return second;
  return { items: join([first.items, second.items], identity), reported: second.reported };
}

function isComplete<T>({ items, reported }: Collected<T>): boolean {
  return reported === null || items.length >= reported;
}

async function collectOnce<T>(
  fetchPage: (page: number) => Promise<Page<T>>,
  wantedSize: number,
  identity: (item: T) => string,
): Promise<Collected<T>> {
  const first = await fetchPage(1);
  if (first.reported === null) return { items: await walk(first, fetchPage, identity), reported: null };

  const size = first.pageSize ?? (first.items.length || wantedSize);
  const pageCount = Math.min(Math.ceil(first.reported / size), mostPages);
  const pages: (readonly T[])[] = [first.items];
  for (let from = 2; from <= pageCount; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, pageCount - from + 1) }, (_, index) => from + index);
    for (const page of await Promise.all(numbers.map(fetchPage))) pages.push(page.items);
  }
  return { items: join(pages, identity), reported: first.reported };
}

/**
 * Without a count: on until a page is shorter than the first or brings nothing new. That the first one is shorter than
 * asked for says nothing: the console may have a largest page size of its own.
 */
async function walk<T>(
  first: Page<T>,
  fetchPage: (page: number) => Promise<Page<T>>,
  identity: (item: T) => string,
): Promise<readonly T[]> {
  let items = join([first.items], identity);
  const size = first.items.length;
  let last = first;
  for (let number = 2; size > 0 && last.items.length >= size && number <= mostPages; number++) {
    last = await fetchPage(number);
    const joined = join([items, last.items], identity);
    if (joined.length === items.length) break;
    items = joined;
  }
  return items;
}

function join<T>(pages: readonly (readonly T[])[], identity: (item: T) => string): readonly T[] {
  const byIdentity = new Map<string, T>();
  for (const page of pages) for (const item of page) byIdentity.set(identity(item), item);
  return [...byIdentity.values()];
}
