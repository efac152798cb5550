/** The page without a framework: what its fields hold is what it would send. */
import { exposeBench } from "./page-bench.ts";

document.addEventListener("submit", (event) => event.preventDefault());
exposeBench();
