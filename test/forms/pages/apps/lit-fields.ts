/** Each field with its label in a component of its own, as libraries of such components do. */
import { html, LitElement, type TemplateResult } from "lit";
import { isControl, type Tree } from "../tree.ts";
import { BenchForm } from "./lit-form.ts";
import { mountPoint } from "./page-bench.ts";

/** Draws what it is given into its own shadow root; the form around it knows the values. */
class BenchField extends LitElement {
  static override properties = { content: { attribute: false } };
  declare content: TemplateResult | string;

  override render(): TemplateResult {
    return html`${this.content}`;
  }
}

class FormOfFields extends BenchForm {
  override draw(tree: Tree): TemplateResult | string {
    const drawn = super.draw(tree);
    const isGroup = typeof tree !== "string" && !isControl(tree) && tree.tag === "div" && holdsControl(tree.children);
    return isGroup ? html`<bench-field .content=${drawn}></bench-field>` : drawn;
  }
}

const holdsControl = (trees: readonly Tree[]): boolean =>
  trees.some(
    (tree) => typeof tree !== "string" && (isControl(tree) || (tree.tag === "label" && holdsControl(tree.children))),
  );

customElements.define("bench-field", BenchField);
customElements.define("bench-form", FormOfFields);
mountPoint().append(document.createElement("bench-form"));
