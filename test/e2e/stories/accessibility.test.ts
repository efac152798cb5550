/** Every view, in light and dark, in every language: nothing for axe to find, nothing cut off. Leaves a picture of each. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { type Language, languages } from "../../../lib/i18n.ts";
import { startStory } from "./story.ts";
import { visitViews } from "./views.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("../../../.output/views", import.meta.url));

/** What axe is to this file; its own types are for code that imports it. */
declare const window: {
  axe?: {
    run(options: {
      runOnly: string[];
    }): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
  };
};

async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe);
  return page.evaluate(async () => {
    // colours are judged as they are, not half-way into an animation
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel();
      else animation.finish();
    }
    const result = await window.axe?.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return (result?.violations ?? [{ id: "axe did not run", nodes: [] }]).flatMap(({ id, nodes }) =>
      nodes.length === 0
        ? [id]
        : nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
  });
}

/** Text that its box is too small for, unless it says so by an ellipsis; and sideways scrolling. */
function overflowOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut = [
      ...document.querySelectorAll(
        "button, label, h1:not(.visually-hidden), h2, p:not(.visually-hidden), strong, th, small, li, [role=tab], [role=option]",
      ),
    ].filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow !== "ellipsis",
    );
    const isSideways = [document.documentElement, ...document.querySelectorAll("main, [data-scroll], dialog")].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    );
    return [
      ...cut.map((element) => `cut off: ${element.outerHTML.slice(0, 160)}`),
      ...(isSideways ? ["scrolls sideways"] : []),
    ];
  });
}

type Look = readonly [language: Language, colorScheme: "light" | "dark"];

/** Where time is short, each language and each scheme once. */
const looks: readonly Look[] = process.env.CI
  ? [
      ["en", "light"],
      ["es", "dark"],
      ["fr", "light"],
    ]
  : languages.flatMap((language): Look[] => [
      [language, "light"],
      [language, "dark"],
    ]);

for (const [language, colorScheme] of looks) {
  describe(`every view in ${language}, ${colorScheme}`, () => {
    it("has nothing for axe to find, and nothing cut off", { timeout: 240_000 }, async () => {
      const folder = `${pictures}/${language}-${colorScheme}`;
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const found: string[] = [];
      const seen: string[] = [];
      const story = await startStory({ language, colorScheme });
      try {
        // each brand in turn: their accents differ
        const console = colorScheme === "light" ? story.sandbox.cloudops : story.sandbox.tigo;
        await visitViews(story, console, language, async (view, page) => {
          seen.push(view);
          for (const problem of [...(await violationsOn(page)), ...(await overflowOn(page))])
            found.push(`${view}: ${problem}`);
          await page.screenshot({ path: `${folder}/${String(seen.length).padStart(2, "0")}-${view}.png` });
        });
      } finally {
        await story.close();
      }
      expect(found).toEqual([]);
      expect(seen).toHaveLength(56);
    });
  });
}
