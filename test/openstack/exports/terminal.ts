/** Copied out of the popup, pasted into a terminal: what a newcomer does with openrc and with the command of `swift`. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { openrcV3 } from "../../../lib/exports/formats/openrc-v3.ts";
import { swiftCli } from "../../../lib/exports/formats/swift-cli.ts";
import { proven } from "../proof.ts";
import { ToolHome } from "../tool-home.ts";
import { objectName, objectText, type Subject } from "./subject.ts";

const ways = [
  { shell: "bash", way: "in brackets", isBracketed: true },
  { shell: "bash", way: "as if it was typed", isBracketed: false },
  { shell: "zsh", way: "in brackets", isBracketed: true },
] as const;

const shells = {
  bash: ["bash", "--norc", "--noprofile", "-i"],
  zsh: ["zsh", "-f", "-i"],
} as const;

export function testTerminal(subject: Subject): void {
  /** What a command prints, once the text was pasted into a shell. */
  const afterPaste = async ({ shell, isBracketed }: (typeof ways)[number], paste: string, command: string) => {
    await using home = await ToolHome.create();
    const stdin = JSON.stringify({ paste, isBracketed, type: [command] });
    const args = [join(import.meta.dirname, "terminal.py"), ...shells[shell]];
    const env = { PS1: "ready> ", TERM: "xterm" };
    const { status, stdout, stderr } = await home.run("/usr/bin/python3", args, { stdin, env, timeout: 60_000 });
    expect(status, stdout + stderr).toBe(0);
    return (await home.read("printed")).split("\n");
  };

  it.each(ways)("openrc, pasted into $shell, $way: “openstack container list” answers", async (way) => {
    const container = `pasted-${way.shell}-${subject.id}`;
    await subject.swift().write(container, objectName, objectText);
    const [file] = await subject.exporter().take(subject.kind, openrcV3);
    const list = "openstack container list -f value -c Name > printed";
    expect(await afterPaste(way, file?.text ?? "", list)).toContain(container);
    proven("used", openrcV3, "openstack", way.shell);
  });

  it.each(ways)("the command of swift, pasted into $shell, $way", async (way) => {
    const container = `pasted-swift-${way.shell}-${subject.id}`;
    await subject.swift().write(container, objectName, objectText);
    const [command] = await subject.exporter().take(subject.kind, swiftCli);
    // the shell as a whole writes into a file, and not the command, which stays as it is
    const before = 'swift() { command swift "$@" > printed; }\n';
    expect(await afterPaste(way, before + command?.text, "true")).toContain(container);
    proven("used", swiftCli, "swift", way.shell);
  });
}
