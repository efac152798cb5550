/** Names: kept to the letter, or refused, and never a way to something else. */
import { beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../refusal.ts";
import { enter, newName, type Stage, type Subject, whose } from "../subject.ts";

const accepted: readonly (readonly [what: string, name: string])[] = [
  ["right-to-left words", "مفتاح النسخ الاحتياطي"],
  ["a right-to-left override", "safe\u202eexe.txt"],
  ["emoji", "🚀👩‍👩‍👧‍👦🏳️‍🌈"],
  ["markup", "<script>alert(1)</script>"],
  ["quotes and braces", `"'\`{}\\ \${x} %s`],
  ["SQL", "'; DROP TABLE api_keys; --"],
  ["a line break", "one\ntwo\tthree"],
  ["combining characters", "e\u0301 is not \u00e9"],
  ["the word null", "null"],
  ["a zero", "0"],
];

const refused: readonly (readonly [what: string, name: string])[] = [
  ["empty", ""],
  ["only spaces", " \t\n\u00a0\u3000 "],
  ["10,000 characters long", "x".repeat(10_000)],
];

export function describeNames(subject: Subject, running: () => Stage): void {
  const { people } = subject;
  describe("a name", () => {
    let stage: Stage;
    let visitor: Awaited<ReturnType<typeof enter>>;
    beforeAll(async () => {
      stage = running();
      visitor = await enter(stage, people.writer);
    });

    const stored = () => stage.control.keys(whose(people.writer));
    const nameOf = async (id: string | null) =>
      (await visitor.console.listKeys()).keys.find((key) => key.id === id)?.name;

    it.each(accepted)("of %s is kept to the letter, at creation and at renaming", async (_what, name) => {
      const created = await visitor.console.createKey(name, visitor.csrfToken);
      expect([created.name, await nameOf(created.id)]).toEqual([name, name]);
      const other = await visitor.console.createKey(newName(), visitor.csrfToken);
      await visitor.console.renameKey(other.id ?? "", name, visitor.csrfToken);
      expect(await nameOf(other.id)).toBe(name);
    });

    it.each(refused)("that is %s is refused, and nothing is made or changed", async (_what, name) => {
      const { id } = await visitor.console.createKey(newName(), visitor.csrfToken);
      const before = await stored();
      const refusals = [
        await refusalOf(visitor.console.createKey(name, visitor.csrfToken), [visitor.csrfToken]),
        await refusalOf(visitor.console.renameKey(id ?? "", name, visitor.csrfToken), [visitor.csrfToken]),
      ];
      for (const { kind, facts } of refusals) {
        expect(kind).toBe("rejected");
        expect(facts.reason?.length ?? 0).toBeLessThan(400);
      }
      expect(await stored()).toEqual(before);
    });

    it("that exists already makes a key of its own", async () => {
      const name = newName();
      const [first, second] = [
        await visitor.console.createKey(name, visitor.csrfToken),
        await visitor.console.createKey(name, visitor.csrfToken),
      ];
      expect(first.id).not.toBe(second.id);
      expect(first.key).not.toBe(second.key);
      await visitor.console.revokeKey(first.id ?? "", visitor.csrfToken);
      expect([await stage.useKey(first.key), await stage.useKey(second.key)]).toEqual([401, 200]);
    });
  });
}
