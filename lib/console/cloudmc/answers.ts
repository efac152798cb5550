/** Making sense of what a CloudMC console answered: one body, or a list in pages. */
import { AppError } from "../../errors.ts";
import type { z } from "../../schema.ts";
import type { HttpAnswer } from "../transport.ts";
import { collectPages } from "./paging.ts";
import { pageSize } from "./routes.ts";
import { ListBody } from "./schema.ts";

/**
 * The part of an answer that a schema describes.
 * @throws AppError `bad_answer`. zod's report quotes the answer, and that may hold a key: it is not kept as the cause.
 */
export function understand<T>(schema: z.ZodType<T>, answer: HttpAnswer, host: string): T {
  const parsed = schema.safeParse(answer.json);
  if (!parsed.success) throw new AppError("bad_answer", { host, status: answer.status });
  return parsed.data;
}

export interface ListRequest<T> {
  /** Asks for one page; the query says which, and how long it may be. */
  readonly ask: (query: string) => Promise<HttpAnswer>;
  readonly schema: z.ZodType<T>;
  /** What makes two entries the same. */
  readonly identity: (entry: T) => string;
  readonly host: string;
}

export interface Entries<T> {
  readonly entries: readonly T[];
  /** How many the console says there are; null when it does not say. */
  readonly reported: number | null;
  /** Entries that could not be understood and are left out. */
  readonly unreadable: number;
  /** The console's clock minus ours, in milliseconds; null when it did not tell its time. */
  readonly clockOffset: number | null;
}

/** All pages of a list, entry by entry: one that makes no sense does not spoil the others. */
export async function collectEntries<T>({ ask, schema, identity, host }: ListRequest<T>): Promise<Entries<T>> {
  let clockOffset: number | null = null;
  const { items, reported } = await collectPages<{ entry: T | null; place: string }>(
    async (page) => {
      const answer = await ask(`page_number=${page}&page_size=${pageSize}`);
      const { data, metadata } = understand(ListBody, answer, host);
      clockOffset = answer.clockOffset ?? clockOffset;
      return {
        items: data.map((one, index) => ({
          entry: schema.safeParse(one).data ?? null,
          place: `${index} ${fingerprint(one)}`,
        })),
        reported: metadata?.recordCount ?? null,
        pageSize: metadata?.pageSize ?? null,
      };
    },
    pageSize,
    ({ entry, place }) => (entry === null ? `unreadable ${place}` : `entry ${identity(entry)}`),
  );
  const entries = items.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  return { entries, reported, unreadable: items.length - entries.length, clockOffset };
}

/** What tells entries without an id apart; the depth of an answer is the console's choice, so this may fail. */
function fingerprint(entry: unknown): string {
  try {
    return JSON.stringify(entry);
  } catch {
    return "too deep to tell";
  }
}
