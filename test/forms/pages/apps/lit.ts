/** The form in one shadow root. */
import { BenchForm } from "./lit-form.ts";
import { mountPoint } from "./page-bench.ts";

customElements.define("bench-form", BenchForm);
mountPoint().append(document.createElement("bench-form"));
