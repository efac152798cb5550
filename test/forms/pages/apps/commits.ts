/** Plain scripts that take a field's value over only at one event, and draw the field from what they took over. */
import type { Value } from "../tree.ts";
import { allControls, exposeBench, read } from "./page-bench.ts";

export function commitOn(event: "change" | "blur"): void {
  const state: Record<string, Value> = {};
  for (const [name, element] of allControls()) {
    state[name] = read(element).value;
    element.addEventListener(event, () => {
      state[name] = read(element).value;
    });
  }
  document.addEventListener("submit", (event) => event.preventDefault());
  exposeBench({
    state: () => state,
    settle: () => {
      for (const [name, element] of allControls()) {
        const value = state[name];
        if (typeof value === "string" && element.type !== "radio") element.value = value;
      }
    },
  });
}
