/** Fields in a component of Lit: they are in its shadow root, and their values in its state. */
import { LitElement, type TemplateResult } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";
import { live } from "lit/directives/live.js";
import { html, unsafeStatic } from "lit/static-html.js";
import { type Control, initialState, isControl, isToggle, type Tree, type Value } from "../tree.ts";
import { exposeBench, loadLayout } from "./page-bench.ts";

class Attributes extends Directive {
  render(_: Readonly<Record<string, string>>): void {}

  override update({ element }: ElementPart, [attributes]: [Readonly<Record<string, string>>]): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
  }
}

const attributesOf = directive(Attributes);
const layout = await loadLayout();

export class BenchForm extends LitElement {
  readonly #state: Record<string, Value> = initialState(layout);

  override connectedCallback(): void {
    super.connectedCallback();
    exposeBench({
      state: () => this.#state,
      settle: async () => {
        this.requestUpdate();
        await this.updateComplete;
      },
    });
  }

  override render(): TemplateResult[] | TemplateResult {
    return html`${layout.map((tree) => this.draw(tree))}`;
  }

  draw(tree: Tree): TemplateResult | string {
    if (typeof tree === "string") return tree;
    if (isControl(tree)) return this.field(tree);
    const tag = unsafeStatic(tree.tag);
    const stop = (event: Event) => {
      if (event.type === "submit") event.preventDefault();
    };
    return html`<${tag} ${attributesOf(tree.attributes)} @submit=${stop}>${tree.children.map((child) => this.draw(child))}</${tag}>`;
  }

  field(control: Control): TemplateResult {
    const value = this.#state[control.control];
    const attributes = attributesOf(control.attributes);
    const change = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || !("value" in target) || !("checked" in target || "value" in target))
        return;
      const next = isToggle(control) && target instanceof HTMLInputElement ? target.checked : `${target.value}`;
      this.#state[control.control] = next;
      this.requestUpdate();
    };
    const redraw = () => this.requestUpdate();
    if (control.tag === "select")
      return html`<select ${attributes} @change=${change} @blur=${redraw}>${control.options.map(
        ([option, text]) => html`<option value=${option} .selected=${live(option === value)}>${text}</option>`,
      )}</select>`;
    if (control.tag === "textarea")
      return html`<textarea ${attributes} .value=${live(value)} @input=${change} @blur=${redraw}></textarea>`;
    if (isToggle(control)) return html`<input ${attributes} .checked=${live(value)} @change=${change} />`;
    return html`<input ${attributes} .value=${live(value)} @input=${change} @blur=${redraw} />`;
  }
}
