/** Fields bound by Svelte's `bind:value`. */
import { mount } from "svelte";
import Form from "./Form.svelte";
import { exposeBench, loadLayout, mountPoint } from "./page-bench.ts";

mount(Form, { target: mountPoint(), props: { layout: await loadLayout(), connect: exposeBench } });
