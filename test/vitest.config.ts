/** One runner for all kinds of tests: pure code and views, the console's contract, real browsers, and a real cloud. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Real browsers start slowly, the more so on a small machine. */
const BROWSER_TIMEOUT = 60_000;

/** Tools in Python take seconds to start, and some tests run a dozen; some read thousands of files back. */
const TOOLS_TIMEOUT = 120_000;

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
          maxWorkers: 2,
          testTimeout: BROWSER_TIMEOUT,
          hookTimeout: BROWSER_TIMEOUT,
          retry: 0,
        },
      },
      {
        extends: true,
        test: {
          name: "forms",
          include: ["test/forms/**/*.test.ts"],
          provide: { formBrowser: "chromium" },
          environment: "node",
          fileParallelism: false,
          testTimeout: BROWSER_TIMEOUT,
          hookTimeout: BROWSER_TIMEOUT,
          retry: 0,
        },
      },
      {
        extends: true,
        test: {
          // The same attacks and steps; one after the other with those above, when both are asked for.
          name: "forms-firefox",
          include: ["test/forms/{attacks,steps}/**/*.test.ts"],
          provide: { formBrowser: "firefox" },
          environment: "node",
          fileParallelism: false,
          testTimeout: BROWSER_TIMEOUT,
          hookTimeout: BROWSER_TIMEOUT,
          retry: 0,
        },
      },
      {
        extends: true,
        test: {
          name: "openstack",
          include: ["test/{openstack,readers}/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/openstack/global-setup.ts"],
          // The tools want both cores of a small machine for themselves.
          fileParallelism: false,
          testTimeout: TOOLS_TIMEOUT,
          hookTimeout: TOOLS_TIMEOUT,
          retry: 0,
        },
      },
    ],
  },
});
