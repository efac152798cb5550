/** Controlled fields in React: a field whose change React has not heard of falls back to the state. */
import { type ChangeEvent, createElement, type ReactNode, useState } from "react";
import { createRoot } from "react-dom/client";
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

/** React's names of the attributes that it does not know by HTML's. */
const NAMES: Record<string, string> = {
  for: "htmlFor",
  class: "className",
  autocomplete: "autoComplete",
  inputmode: "inputMode",
  maxlength: "maxLength",
  readonly: "readOnly",
  tabindex: "tabIndex",
  formcontrolname: "data-formcontrolname",
};

const BOOLEANS = new Set(["required", "disabled", "readonly"]);

function propsOf(attributes: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      NAMES[name] ?? name,
      name === "style" ? styleOf(value) : BOOLEANS.has(name) ? true : name === "tabindex" ? Number(value) : value,
    ]),
  );
}

function styleOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(";").map((declaration) => {
      const [name = "", value = ""] = declaration.split(":").map((part) => part.trim());
      return [name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()), value];
    }),
  );
}

function Form(): ReactNode {
  const [state, setState] = useState(app.current);
  const [, setTouched] = useState(0);
  app.current = state;
  app.redraw = () => setTouched((count) => count + 1);

  const field = (control: Control, key: string): ReactNode => {
    const value = state[control.control];
    const change = ({ currentTarget }: ChangeEvent) =>
      setState((before) => ({
        ...before,
        [control.control]: isToggle(control) ? currentTarget.checked : currentTarget.value,
      }));
    const options = control.options.map(([option, text]) =>
      createElement("option", { key: option, value: option }, text),
    );
    return createElement(
      control.tag,
      {
        key,
        ...propsOf(control.attributes),
        ...(isToggle(control) ? { checked: value } : { value }),
        onChange: change,
        onBlur: app.redraw,
      },
      ...(control.tag === "select" ? [options] : []),
    );
  };
  const draw = (tree: Tree, key: string): ReactNode => {
    if (typeof tree === "string") return tree;
    if (isControl(tree)) return field(tree, key);
    const submit = tree.tag === "form" ? { onSubmit: (event: Event) => event.preventDefault() } : {};
    const children = tree.children.map((child, index) => draw(child, `${index}`));
    return createElement(tree.tag, { key, ...propsOf(tree.attributes), ...submit }, ...children);
  };
  return layout.map((tree, index) => draw(tree, `${index}`));
}

createRoot(mountPoint()).render(createElement(Form, {}));
exposeBench(app);
