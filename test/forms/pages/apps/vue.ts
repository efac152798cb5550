/** Fields bound by Vue's `v-model`, as its templates are compiled to. */
import {
  createApp,
  h,
  nextTick,
  reactive,
  ref,
  type VNode,
  vModelCheckbox,
  vModelRadio,
  vModelSelect,
  vModelText,
  withDirectives,
} from "vue";
import { type Control, initialState, isControl, type Tree, type Value } from "../tree.ts";
import { exposeBench, loadLayout, mountPoint } from "./page-bench.ts";

const layout = await loadLayout();
const state = reactive<Record<string, Value>>(initialState(layout));
const touched = ref(0);

function field(control: Control): VNode {
  const value = state[control.control];
  const props = {
    ...control.attributes,
    "onUpdate:modelValue": (next: Value) => {
      state[control.control] = next;
    },
    onBlur: () => {
      touched.value++;
    },
  };
  const { type } = control.attributes;
  // A radio button is on when the model is its value.
  if (type === "radio")
    return withDirectives(h("input", { ...props, value: true, "onUpdate:modelValue": () => choose(control) }), [
      [vModelRadio, value],
    ]);
  if (type === "checkbox") return withDirectives(h("input", props), [[vModelCheckbox, value]]);
  if (control.tag === "select") {
    const options = control.options.map(([option, text]) => h("option", { value: option }, text));
    return withDirectives(h("select", props, options), [[vModelSelect, value]]);
  }
  return withDirectives(h(control.tag, props), [[vModelText, value]]);
}

function choose(chosen: Control): void {
  state[chosen.control] = true;
}

function draw(tree: Tree): VNode | string {
  if (typeof tree === "string") return tree;
  if (isControl(tree)) return field(tree);
  const submit = tree.tag === "form" ? { onSubmit: (event: Event) => event.preventDefault() } : {};
  return h(tree.tag, { ...tree.attributes, ...submit }, tree.children.map(draw));
}

createApp({
  // Read, so that leaving a field draws the form anew.
  render: () => h("div", { class: `touched-${touched.value}` }, layout.map(draw)),
}).mount(mountPoint());

exposeBench({
  state: () => ({ ...state }),
  settle: () => {
    touched.value++;
    return nextTick();
  },
});
