/** A list as long as any console has. */
import assert from "node:assert/strict";
import type { Part } from "./step.ts";
import { passwordOf } from "./visit.ts";

export const tenThousandKeys: Part = {
  browser: { colorScheme: "light" },
  steps: [
    {
      name: "ten-thousand",
      title: "Lists the 10,000 keys of maya",
      async run({ popup, sandbox }) {
        await popup.connect(sandbox.cloudops.origin);
        await popup.signIn({ userName: "maya", password: passwordOf(sandbox, "maya") });
        await popup.waitForText("10,000 keys");
        await popup.page.waitForSelector("[data-key]");
      },
    },
    {
      name: "search",
      title: "Searches them: one of 10,000 is found",
      async run({ popup }) {
        await popup.fill("Search keys", "GRAFANA-07772");
        await popup.waitForText("1 of 10,000");
        assert.deepEqual(await popup.keyNames(), ["grafana-07772"]);
      },
    },
  ],
};
