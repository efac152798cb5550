/**
 * `npm run bench:forms`: fills real forms, as pages in every variant, and says how much of it was right; then measures
 * the speed beside the floor. `--check` ends with status 1 below the marks.
 */
import { parseArgs } from "node:util";
import { buildExtension } from "../../setup/start/build-extension.ts";
import { type FormBrowser, openFormBrowser } from "../browser/form-browser.ts";
import { type FactPage, readFacts } from "../facts.ts";
import { type Variant, variants } from "../pages/page.ts";
import { type PageServer, startPages } from "../pages/server.ts";
import { clues, withoutClue } from "./degrade.ts";
import { type FormResult, type Hand, measureForm } from "./measure-form.ts";
import { groupBy, printResults, tallyOf } from "./report.ts";
import { measureSpeed, printSpeed, speedExcesses } from "./speed.ts";
import { shortfalls } from "./tally.ts";
import { measureUnfilled, printUnfilled, unfilledExcesses } from "./unfilled.ts";

const USAGE =
  "Usage: npm run bench:forms -- [--check] [--details] [--facts file] [--form text] [--variant name] " +
  "[--without names|labels] [--oracle] [--no-speed] [--no-forms]";

interface Arguments {
  readonly check: boolean;
  readonly details: boolean;
  readonly facts: readonly FactPage[];
  readonly chosen: readonly Variant[];
  readonly hand: Hand;
  readonly withForms: boolean;
  readonly withSpeed: boolean;
}

async function main(): Promise<void> {
  const { check, details, facts, chosen, hand, withForms, withSpeed } = readArguments();
  if (withSpeed) buildExtension();
  const server = await startPages({ facts });
  try {
    const session = await openFormBrowser(hand === "oracle" ? { code: "", origin: "nobody" } : undefined);
    try {
      console.log(hand === "oracle" ? "Typed by hand." : `The filler is that of ${session.fillerOrigin}.`);
      const sentences: string[] = [];
      if (withForms) {
        const results = await measureAll(session, server, facts, chosen, hand);
        printResults(results, details);
        sentences.push(...formShortfalls(results));
      }
      if (withSpeed) {
        const speed = await measureSpeed(session, server);
        printSpeed(speed);
        const unfilled = await measureUnfilled(session, server);
        printUnfilled(unfilled);
        sentences.push(...speedExcesses(speed), ...unfilledExcesses(unfilled));
      }
      if (check) finish(sentences);
    } finally {
      await session.close();
    }
  } finally {
    await server.close();
  }
}

async function measureAll(
  session: FormBrowser,
  server: PageServer,
  facts: readonly FactPage[],
  chosen: readonly Variant[],
  hand: Hand,
): Promise<readonly FormResult[]> {
  const results: FormResult[] = [];
  for (const page of facts) {
    for (const variant of chosen) {
      showProgress(`${page.name}, ${variant} …`);
      const result = await measureForm(session, server, page, variant, hand).catch((cause: unknown) => {
        throw new Error(`${page.name}, ${variant}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      });
      results.push(result);
    }
  }
  showProgress("");
  return results;
}

/** Each variant has to reach the marks, so that one that fails is not lost among those that do not. */
function formShortfalls(results: readonly FormResult[]): readonly string[] {
  return [
    ...groupBy(results, "variant").flatMap(([variant, group]) => shortfalls(variant, tallyOf(group))),
    ...shortfalls("In all", tallyOf(results)),
  ];
}

function finish(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(`✗ ${sentence}`);
  if (sentences.length > 0) process.exitCode = 1;
  else console.log("✓ Everything is within the marks.");
}

function readArguments(): Arguments {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        details: { type: "boolean", default: false },
        form: { type: "string", default: "" },
        variant: { type: "string" },
        without: { type: "string" },
        oracle: { type: "boolean", default: false },
        "no-speed": { type: "boolean", default: false },
        "no-forms": { type: "boolean", default: false },
        facts: { type: "string" },
      },
    });
    const clue = clues.find((one) => one === values.without);
    if (values.without !== undefined && clue === undefined) throw new Error(`Clues are ${clues.join(", ")}.`);
    const facts = readFacts(values.facts)
      .filter(({ name }) => name.includes(values.form))
      .map((page) => (clue === undefined ? page : withoutClue(page, clue)));
    const chosen = variants.filter((variant) => values.variant === undefined || values.variant === variant);
    if (facts.length === 0) throw new Error(`No form is called ${values.form}.`);
    if (chosen.length === 0) throw new Error(`The variants are ${variants.join(", ")}.`);
    const hand = values.oracle ? "oracle" : "engine";
    return {
      check: values.check,
      details: values.details,
      facts,
      chosen,
      hand,
      withForms: !values["no-forms"],
      withSpeed: !values["no-speed"] && hand === "engine",
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
