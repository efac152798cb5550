/** Controlled fields in Preact, which listens to the browser's own events. */
import { h, render, type VNode } from "preact";
import { useState } from "preact/hooks";
import { type Control, initialState, isControl, isToggle, type Tree, type Value } from "../tree.ts";
import { type App, exposeBench, loadLayout, mountPoint } from "./page-bench.ts";

type State = Record<string, Value>;

const layout = await loadLayout();
const app: App & { current: State; redraw: () => void } = {
  current: initialState(layout),
  redraw: () => {},
  state: () => app.current,
  settle: () => app.redraw(),
};

function Form(): VNode {
  const [state, setState] = useState(app.current);
  const [, setTouched] = useState(0);
  app.current = state;
  app.redraw = () => setTouched((count) => count + 1);

  const field = (control: Control): VNode => {
    const value = state[control.control];
    const change = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const next = isToggle(control) ? currentTarget.checked : currentTarget.value;
      setState((before) => ({ ...before, [control.control]: next }));
    };
    const listens = control.tag === "select" || isToggle(control) ? { onChange: change } : { onInput: change };
    const props: Record<string, unknown> = {
      ...control.attributes,
      ...(isToggle(control) ? { checked: value } : { value }),
      ...listens,
      onBlur: app.redraw,
    };
    const options = control.options.map(([option, text]) => h("option", { value: option }, text));
    return h(control.tag, props, ...options);
  };
  const draw = (tree: Tree): VNode | string => {
    if (typeof tree === "string") return tree;
    if (isControl(tree)) return field(tree);
    const submit = tree.tag === "form" ? { onSubmit: (event: Event) => event.preventDefault() } : {};
    const props: Record<string, unknown> = { ...tree.attributes, ...submit };
    return h(tree.tag, props, ...tree.children.map(draw));
  };
  return h("div", {}, ...layout.map(draw));
}

render(h(Form, {}), mountPoint());
exposeBench(app);
