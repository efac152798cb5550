/** The whole way with one API key: made, kept, used, renamed, revoked. */
import assert from "node:assert/strict";
import { control } from "../sandbox/control.ts";
import type { Part } from "./step.ts";
import { passwordOf, type Visit } from "./visit.ts";

const NAME = "invoice-export";
const NEW_NAME = "invoice-export-2";

/** What the console answers to a program that has nothing but the key. */
async function statusWithKey({ sandbox, key }: Visit): Promise<number> {
  const url = `${sandbox.cloudops.origin}/api/v2/environments`;
  return (await fetch(url, { headers: { "MC-Api-Key": key } })).status;
}

async function namesOnConsole({ sandbox }: Visit): Promise<string[]> {
  const keys = await control(sandbox.cloudops.origin).keys({ userName: "ana" });
  return keys.map(({ name }) => name);
}

export const dayWithKeys: Part = {
  browser: { colorScheme: "light" },
  steps: [
    {
      name: "connect",
      title: "Connects CloudOps by its address, and says what was found there",
      async run({ popup, sandbox }) {
        await popup.connect(sandbox.cloudops.origin);
        await popup.waitForText("A CloudMC console called CloudOps, in English and French.");
      },
    },
    {
      name: "sign-in",
      title: "Signs in as ana, and lists her 14 keys",
      async run({ popup, sandbox }) {
        await popup.signIn({ userName: "ana", password: passwordOf(sandbox, "ana") });
        await popup.waitForText("14 keys");
        const names = await popup.keyNames();
        assert.ok(names.includes("backup-nightly"), `The list shows no backup-nightly, but ${names.join(", ")}.`);
      },
    },
    {
      name: "create",
      title: `Generates the key ${NAME}, and masks it`,
      async run(visit) {
        await visit.popup.generate(NAME);
        const region = await visit.popup.find("region", `New API key ${NAME}`);
        const text = await region.evaluate((element) => element.textContent);
        assert.match(text ?? "", /•••/, "The new key is not masked.");
        assert.ok((await namesOnConsole(visit)).includes(NAME), "The console has no such key.");
      },
    },
    {
      name: "reveal",
      title: "Reveals it",
      async run(visit) {
        visit.key = await visit.popup.revealedKey(NAME);
        assert.ok(visit.key.length >= 40, "What was revealed is too short for a key.");
      },
    },
    {
      name: "keep",
      title: "Still has it after the popup was closed and the extension's worker was ended",
      async run(visit) {
        await visit.reopen(() => visit.chromium.killWorker());
        const kept = await visit.popup.revealedKey(NAME);
        assert.ok(kept === visit.key, "Another key is shown than before.");
      },
    },
    {
      name: "copy",
      title: "Copies it: the clipboard holds the key",
      async run({ popup, chromium, key }) {
        await popup.click("button", "Copy key");
        await popup.waitForText(`Copied: the key ${NAME}`);
        assert.ok((await chromium.clipboard()) === key, "The clipboard holds something else.");
      },
    },
    {
      name: "use",
      title: "The key opens the console's API to a program: 200",
      async run(visit) {
        assert.equal(await statusWithKey(visit), 200);
      },
    },
    {
      name: "last-activity",
      title: "After a refresh, the list tells when and from where it was used",
      async run({ popup }) {
        await popup.click("button", "Dismiss");
        await popup.waitForNoText("Keep it now");
        await popup.fill("Search keys", NAME);
        await popup.waitForText("1 of 15");
        const refresh = await popup.page.waitForSelector("button[title^=Refresh]");
        await refresh?.click();
        await popup.waitForText("127.0.0.1\n");
        await popup.waitForNoText("Never used");
      },
    },
    {
      name: "rename",
      title: `Renames it to ${NEW_NAME}`,
      async run(visit) {
        const { popup } = visit;
        await popup.click("button", `Rename ${NAME}`);
        await popup.fill("New name", NEW_NAME);
        await popup.click("button", "Save");
        await popup.waitForText(`Renamed to ${NEW_NAME}`);
        await popup.find("button", `Revoke ${NEW_NAME}`);
        assert.ok((await namesOnConsole(visit)).includes(NEW_NAME), "The console still has the old name.");
      },
    },
    {
      name: "ask",
      title: "Asks before it revokes, and tells what is known of the key's use",
      async run({ popup }) {
        await popup.click("button", `Revoke ${NEW_NAME}`);
        await popup.find("dialog", "Revoke API key");
        await popup.waitForText(/Last used: .* from 127\.0\.0\.1/);
      },
    },
    {
      name: "revoke",
      title: "Revokes it",
      async run(visit) {
        await visit.popup.click("button", "Revoke");
        await visit.popup.waitForText(`Revoked ${NEW_NAME}`);
        await visit.popup.waitForText(`No key matches “${NAME}”`);
        assert.ok(!(await namesOnConsole(visit)).includes(NEW_NAME), "The console still has the key.");
      },
    },
    {
      name: "refused",
      title: "The revoked key opens nothing any more: 401",
      async run(visit) {
        assert.equal(await statusWithKey(visit), 401);
        await visit.popup.click("button", "Clear search");
        await visit.popup.waitForText("14 keys");
      },
    },
  ],
};
