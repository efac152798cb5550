/** One runner for three kinds of tests: pure code and views, the console's contract, and real browsers. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Real browsers start slowly, the more so on a small machine. */
const BROWSER_TIMEOUT = 60_000;

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/unit/**/*.test.{ts,tsx}"], environment: "happy-dom" },
      },
      {
        extends: true,
        test: { name: "contract", include: ["test/contract/**/*.test.ts"], environment: "node" },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          // Two browsers at once on two cores would only make both miss their deadlines.
          fileParallelism: false,
          testTimeout: BROWSER_TIMEOUT,
          hookTimeout: BROWSER_TIMEOUT,
          retry: 0,
        },
      },
    ],
  },
});
