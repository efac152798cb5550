/** The page that speed is measured on is as large as it is said to be. */
import { expect, it } from "vitest";
import { ELEMENTS, FIELDS, speedPage } from "./speed-page.ts";

it("has so many elements and fields", () => {
  const html = speedPage();
  expect(html.match(/<input\b/g)).toHaveLength(FIELDS);
  const elements = html.match(/<[a-z]/g)?.length ?? 0;
  expect(Math.abs(elements - ELEMENTS)).toBeLessThan(10);
});
