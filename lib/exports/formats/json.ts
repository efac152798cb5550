/** Everything that is known, as JSON, for programs of one's own. The keys are this product's names of roles. */
import { valuesOf } from "../../credentials/credentials.ts";
import { defineFormat } from "../format.ts";

export const json = defineFormat({
  id: "json",
  name: "JSON",
  kinds: ["keystoneV3", "keystoneApplicationCredential", "keystoneV2", "s3", "cloudStack", "consoleApiKey"],
  source: "https://www.rfc-editor.org/rfc/rfc8259",
  write(credentials, context) {
    const content = { kind: credentials.kind, ...Object.fromEntries(valuesOf(credentials)) };
    return [{ name: `${context.name}.json`, place: null, text: `${JSON.stringify(content, null, 2)}\n` }];
  },
});
