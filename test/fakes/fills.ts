/** Well-formed examples of what is stored of filling, for tests to vary. */
import type { Fill, FillLine, FillOrigin } from "../../lib/storage/fill-items.ts";
import { dashboard, tab } from "./fill-page.ts";
import type { FakePages } from "./pages.ts";
import { settled } from "./pages.ts";
import { ana, objects } from "./services.ts";

export const sampleSource = { consoleId: "one", owner: ana, entry: objects };

export function sampleLine(kind: string, change: Partial<FillLine> = {}): FillLine {
  return {
    fieldId: kind.length,
    mark: kind,
    label: `Label of ${kind}`,
    kind,
    isSecret: false,
    shown: `value of ${kind}`,
    replaces: false,
    outcome: null,
    reason: null,
    ...change,
  };
}

export function sampleFill(change: Partial<Fill> = {}): Fill {
  return {
    id: "fill",
    tabId: tab,
    isPrivate: false,
    origin: dashboard,
    source: sampleSource,
    token: "0123456789abcdef",
    state: "asking",
    warnings: [],
    lines: [sampleLine("username"), sampleLine("password", { isSecret: true, shown: null })],
    gaps: [],
    byHand: null,
    only: null,
    kinds: [],
    choices: [],
    until: 0,
    problem: null,
    ...change,
  };
}

export const sampleOrigin = (change: Partial<FillOrigin> = {}): FillOrigin => ({
  isTrusted: false,
  source: sampleSource,
  usedAt: 1_000_000,
  taught: {},
  ...change,
});

/** What the background says of the tabs; null takes it all away. */
export async function setFill(pages: FakePages, fill: Fill | null): Promise<void> {
  await pages.items.fills.set(fill === null ? {} : { [fill.tabId]: fill });
  await settled();
}
