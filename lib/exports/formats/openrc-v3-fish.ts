/** Keystone v3 for fish. */
import { defineFormat } from "../format.ts";
import { openrcFile, type Shell } from "../openrc.ts";
import { quoteForFish } from "../quoting/fish.ts";

/** Global variables alone are erased: universal ones are the user's settings, and would be gone for good. */
const fish: Shell = {
  unset: (names) => `set --erase --global ${names.join(" ")}`,
  set: (name, value) => `set --global --export ${name} ${quoteForFish(value)}`,
};

export const openrcV3Fish = defineFormat({
  id: "openrc-v3-fish",
  name: "openrc (fish)",
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://fishshell.com/docs/current/cmds/set.html",
  write(credentials, context) {
    const name = `${context.name}-openrc.fish`;
    return [openrcFile(fish, credentials, { name, remarks: [`OpenStack, for: source ${name}`] })];
  },
});
