import { signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Select } from "../../../../components/ui/Select.tsx";
import { clear, show } from "../../../fakes/view.ts";

const groups = [
  {
    label: "Files",
    options: [
      { value: "env", label: ".env" },
      { value: "json", label: "JSON" },
    ],
  },
  { label: "Tools", options: [{ value: "rclone", label: "rclone" }] },
];
const value = signal("json");
const onChange = vi.fn((next: string) => {
  value.value = next;
});

function View({ hint }: { hint?: string }) {
  return <Select label="Format" value={value.value} groups={groups} onChange={onChange} hint={hint} />;
}

const select = () => {
  const found = document.querySelector("select");
  if (found === null) throw new Error("no select");
  return found;
};

beforeEach(async () => {
  onChange.mockClear();
  value.value = "json";
  await show(<View hint="What the key is for." />);
});
afterEach(clear);

describe("a choice of a few", () => {
  it("has a label and a hint", async () => {
    expect(document.querySelector(`label[for="${select().id}"]`)?.textContent).toBe("Format");
    const hint = document.getElementById(select().getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toBe("What the key is for.");
    await show(<View />);
    expect(select().hasAttribute("aria-describedby")).toBe(false);
  });

  it("shows the groups in their order, and what is chosen", () => {
    const shown = [...select().querySelectorAll("optgroup")].map((group) => [
      group.label,
      [...group.querySelectorAll("option")].map((option) => option.textContent),
    ]);
    expect(shown).toEqual([
      ["Files", [".env", "JSON"]],
      ["Tools", ["rclone"]],
    ]);
    expect(select().value).toBe("json");
  });

  it("says what is chosen, and follows what it is given", async () => {
    select().value = "rclone";
    await act(() => void select().dispatchEvent(new Event("change", { bubbles: true })));
    expect([onChange.mock.calls, select().value]).toEqual([[["rclone"]], "rclone"]);
    await act(() => {
      value.value = "env";
    });
    expect(select().value).toBe("env");
  });
});
