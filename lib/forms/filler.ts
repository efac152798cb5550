/** The page's side of filling: reads facts, fills what was ordered for exactly those facts, and watches. */
import { collect, MOST_HIT_TESTS } from "./collect.ts";
import { coverOf } from "./cover.ts";
import { type Field, type RootOf, seeRootsBy, shadowOf } from "./dom.ts";
import { fill } from "./fill.ts";
import { createSnapshots, type Snapshot } from "./guard.ts";
import type { Filler, FillReport } from "./order.ts";
import { type Watch, watch } from "./watch.ts";

/** How often a field that could not be filled is told of as new once it can be seen. */
const MOST_TRIES = 3;

/** What was read last; an order for anything else is refused. */
interface Reading {
  readonly token: string;
  readonly address: string;
  readonly shots: ReadonlyMap<number, Snapshot>;
  /** Whatever was seen, and not blocked when it was to be filled. */
  readonly seen: Set<Field>;
  readonly roots: readonly Node[];
}

/** `opened` tells of closed shadow roots too, where the browser lets extensions see them. */
export function createFiller(opened: RootOf = shadowOf): Filler {
  seeRootsBy(opened);
  let reading: Reading | null = null;
  /** Watching goes on after filling. */
  let lastSeen: Reading | null = null;
  let running: Watch | null = null;
  /** How often each field was blocked when it was to be filled. */
  const blocked = new WeakMap<Field, number>();

  return {
    collect: () => {
      const token = randomToken();
      const { facts, fields, survey } = collect(token);
      const visible = facts.forms.flatMap((form) => form.fields).filter(({ visibility }) => visibility === "visible");
      const snapshot = createSnapshots();
      const shots = new Map<number, Snapshot>();
      const seen = new Set<Field>();
      for (const one of visible) {
        const field = fields.get(one.id);
        if (field === undefined) continue;
        seen.add(field);
        shots.set(one.id, snapshot(field, one));
      }
      reading = { token, address: window.location.href, shots, seen, roots: survey.roots };
      lastSeen = reading;
      return facts;
    },

    fill: async ({ token, items }): Promise<FillReport> => {
      const now = reading;
      if (now === null || now.token !== token || now.address !== window.location.href) {
        return { outcomes: items.map(({ fieldId }) => ({ fieldId, status: "changed", reason: "document" })) };
      }
      // An order is filled once: what the page looks like afterwards has to be read again.
      reading = null;
      const outcomes = await fill(items, now.shots, opened);
      for (const { fieldId, status } of outcomes) {
        const field = status === "blocked" ? now.shots.get(fieldId)?.field : undefined;
        if (field === undefined) continue;
        const count = (blocked.get(field) ?? 0) + 1;
        blocked.set(field, count);
        if (count <= MOST_TRIES) now.seen.delete(field);
      }
      return { outcomes };
    },

    watch: async (token, milliseconds) => {
      running?.stop();
      if (lastSeen === null || lastSeen.token !== token) return "changed";
      // Loading screens lie over forms; when they go, there is something new to see.
      const seen = [...lastSeen.seen].filter(
        (field, index) => index >= MOST_HIT_TESTS || coverOf(field, "quick") !== "covered",
      );
      running = watch(new Set(seen), lastSeen.roots, milliseconds, opened);
      return running.end;
    },

    stop: () => running?.stop(),
  };
}

/** Not by `randomUUID`, which insecure pages lack: they are read too, so that it can be said why they get nothing. */
const randomToken = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
