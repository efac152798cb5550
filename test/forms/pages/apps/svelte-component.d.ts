/** A compiled component. */
declare module "*.svelte" {
  import type { Component } from "svelte";
  import type { Tree } from "../tree.ts";
  import type { App } from "./page-bench.ts";

  const component: Component<{ layout: readonly Tree[]; connect: (app: App) => void }>;
  export default component;
}
