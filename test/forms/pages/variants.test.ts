/** The pages themselves: typing by hand fills each of them, and a filler without events fills none that has a state. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typeByHand } from "../bench/oracle.ts";
import { openForm, readAftermath, readValues } from "../bench/page-side.ts";
import { rightValues, secretFactRoles } from "../bench/samples.ts";
import { scorePage } from "../bench/score.ts";
import { tally } from "../bench/tally.ts";
import { type FormBrowser, openFormBrowser } from "../browser/form-browser.ts";
import { type FactPage, fieldsOf, readFacts } from "../facts.ts";
import type { PageBench } from "./apps/page-bench.ts";
import { variants } from "./page.ts";
import { formPath, type PageServer, startPages } from "./server.ts";

/** Runs in the page. */
declare const bench: PageBench;

const answers = { rightValues, secretRoles: secretFactRoles };
const facts = readFacts();
const horizon = find("horizon-login-master");
let server: PageServer;
let session: FormBrowser;

function find(name: string): FactPage {
  const page = facts.find((one) => one.name === name);
  if (page === undefined) throw new Error(`There are no facts of ${name}.`);
  return page;
}

beforeAll(async () => {
  server = await startPages({ facts });
  session = await openFormBrowser({ code: "", origin: "nobody" });
});

afterAll(async () => {
  await session?.close();
  await server?.close();
});

describe.each(variants)("the page made by %s", (variant) => {
  it("is filled by typing", async () => {
    const { page } = session;
    await openForm(page, server.origin + formPath(horizon, variant));
    const before = await readValues(page);
    await typeByHand(page, horizon);
    const { after, state, strays } = await readAftermath(page, []);
    const scores = scorePage(horizon, { before, after, state }, answers);
    expect(strays).toEqual([]);
    expect(tally(scores)).toMatchObject({ expected: 4, right: 4, wrong: 0, misplaced: 0 });
  });

  it("has the same fields, hidden ones too", async () => {
    await openForm(session.page, server.origin + formPath(horizon, variant));
    const names = Object.keys(await readValues(session.page));
    expect(names).toEqual(fieldsOf(horizon).map(([name]) => name));
    const shown = await session.page.evaluate(
      (names) => names.filter((name) => bench.element(name)?.checkVisibility({ opacityProperty: true })),
      names,
    );
    expect(shown).toEqual(fieldsOf(horizon).flatMap(([name, { hidden }]) => (hidden === undefined ? [name] : [])));
  });
});

/** The static page has no state that could be told. */
describe.each(variants.filter((variant) => variant !== "static"))("the page made by %s", (variant) => {
  it("loses what comes without events", async () => {
    const { page } = session;
    await openForm(page, server.origin + formPath(horizon, variant));
    const before = await readValues(page);
    const wanted = fieldsOf(horizon).flatMap(([name, field]) =>
      field.expect === undefined ? [] : [[name, rightValues[field.expect][0] ?? ""] as const],
    );
    await page.evaluate((wanted) => {
      for (const [name, value] of wanted) {
        const element = bench.element(name);
        if (element instanceof HTMLSelectElement) element.selectedIndex = 1;
        else if (element instanceof HTMLInputElement) element.value = value;
      }
    }, wanted);
    const { after, state } = await readAftermath(page, []);
    expect(tally(scorePage(horizon, { before, after, state }, answers))).toMatchObject({ expected: 4, right: 0 });
  });
});
