/** The form two shadow roots deep, as in an app made of components. */
import { html, LitElement, type TemplateResult } from "lit";
import { BenchForm } from "./lit-form.ts";
import { mountPoint } from "./page-bench.ts";

class BenchApp extends LitElement {
  override render(): TemplateResult {
    return html`<section><slot name="head"></slot><bench-form></bench-form></section>`;
  }
}

customElements.define("bench-form", BenchForm);
customElements.define("bench-app", BenchApp);
mountPoint().append(document.createElement("bench-app"));
