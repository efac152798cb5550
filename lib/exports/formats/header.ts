/** The header that authenticates a program at a console, as it goes over the wire. */

import { consoleHeader } from "../console-header.ts";
import { defineFormat } from "../format.ts";

export const header = defineFormat({
  id: "header",
  name: { en: "HTTP header", es: "Encabezado HTTP", fr: "En-tête HTTP" },
  kinds: ["consoleApiKey"],
  source: "https://www.rfc-editor.org/rfc/rfc9110#section-5.5",
  write: ({ apiKey }) => [{ name: null, place: null, text: consoleHeader(apiKey) }],
});
