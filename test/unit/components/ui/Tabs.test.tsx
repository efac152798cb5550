import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Tabs } from "../../../../components/ui/Tabs.tsx";
import { all, clear, click, focus, get, press, show } from "../../../fakes/view.ts";

const tabs = [
  { id: "keys", label: "API keys" },
  { id: "services", label: "Services" },
  { id: "saved", label: "Saved keys" },
] as const;
type Id = (typeof tabs)[number]["id"];
const selected = signal<Id>("keys");

function View() {
  return (
    <Tabs
      label="Views"
      tabs={tabs}
      selected={selected.value}
      onSelect={(id) => {
        selected.value = id;
      }}
      panelId="view"
    />
  );
}

beforeEach(async () => {
  selected.value = "keys";
  await show(<View />);
});
afterEach(clear);

describe("tabs", () => {
  it("say which is chosen and what they show, and are one tab stop", async () => {
    const facts = () =>
      all("tab").map((tab) => [tab.getAttribute("aria-selected"), tab.tabIndex, tab.getAttribute("aria-controls")]);
    expect(facts()).toEqual([
      ["true", 0, "view"],
      ["false", -1, "view"],
      ["false", -1, "view"],
    ]);
    await click(get("tab", "Services"));
    expect(selected.value).toBe("services");
    expect(facts().map(([isSelected]) => isSelected)).toEqual(["false", "true", "false"]);
    expect(get("tablist", "Views")).toBeInstanceOf(HTMLElement);
  });

  it.each<[string[], Id]>([
    [["ArrowRight"], "services"],
    [["ArrowRight", "ArrowRight"], "saved"],
    [["ArrowRight", "ArrowRight", "ArrowRight"], "keys"],
    [["ArrowLeft"], "saved"],
    [["End"], "saved"],
    [["End", "Home"], "keys"],
  ])("are walked by %j to %s, the focus with them", async (keys, expected) => {
    await focus(get("tab", "API keys"));
    for (const key of keys) expect(await press(key)).toBe(false);
    expect(selected.value).toBe(expected);
    expect(document.activeElement?.getAttribute("data-tab")).toBe(expected);
  });

  it("leave other keys alone", async () => {
    await focus(get("tab", "API keys"));
    for (const key of ["Tab", "Enter", "ArrowDown", "a"]) expect(await press(key)).toBe(true);
    expect(selected.value).toBe("keys");
  });
});
