/** Our own forms, parted by their order: no third of them can hide behind the others. */
import type { NotedPage } from "./facts-of.ts";
import { loginForms } from "./invented-logins.ts";
import { serviceForms } from "./invented-services.ts";
import { pageOf } from "./notes.ts";

const all: readonly NotedPage[] = [...serviceForms, ...loginForms].map(pageOf);

/** The rules were tuned on all of them by now; what they do on forms that they have not met is another question. */
export const firstPart = all.filter((_, index) => index % 3 !== 2);
export const secondPart = all.filter((_, index) => index % 3 === 2);
