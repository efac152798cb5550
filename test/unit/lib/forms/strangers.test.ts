// @vitest-environment node
/** Who asks in our words, and for whom: forms that get nothing, and some that look like them and are ours. */
import { describe, expect, it } from "vitest";
import { type Note, type NotedPage, scoreAll } from "./facts-of.ts";
import { type Outline, pageOf } from "./notes.ts";
import { clouds, signIns } from "./sign-ins.ts";
import { otherKeys, otherServices, records } from "./stranger-forms.ts";

const pages = (outlines: readonly Outline[]) => outlines.map((outline) => [outline.name, pageOf(outline)] as const);
const faultsOf = (page: NotedPage, withAll = false) => scoreAll([page], withAll).faults;

describe.each([
  ["of another service", otherServices],
  ["for other keys", otherKeys],
  ["of records and steps", records],
] as const)("forms %s", (_, outlines) => {
  it.each(pages(outlines))("get nothing: %s", (_, page) => {
    expect(faultsOf(page, true)).toEqual([]);
  });
});

/** What developers call fields for themselves, and what people read at them. */
const clues = {
  names: (note: Note): Note => ({ ...note, attributes: without(note.attributes, ["name", "id", "formcontrolname"]) }),
  labels: ({ tag, attributes, options }: Note): Note => ({
    tag,
    attributes: without(attributes, ["placeholder", "title", "aria-label"]),
    options,
    mustNotFill: true,
  }),
};
const without = (attributes: Note["attributes"], names: readonly string[]): Note["attributes"] =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));

describe.each(["names", "labels"] as const)("forms that say less: without %s", (clue) => {
  it.each(pages([...otherServices, ...otherKeys, ...records]))("get nothing: %s", (_, page) => {
    const forms = page.forms.map((form) => ({ ...form, fields: form.fields.map(clues[clue]) }));
    expect(faultsOf({ ...page, forms }, true)).toEqual([]);
  });
});

describe("sign-ins", () => {
  it.each(pages(signIns))("are known in each step: %s", (_, page) => {
    expect(faultsOf(page)).toEqual([]);
  });
});

describe("forms of OpenStack's", () => {
  it.each(pages(clouds))("are filled, and only with their own: %s", (_, page) => {
    expect(faultsOf(page)).toEqual([]);
  });
});
