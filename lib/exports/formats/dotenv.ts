/** A `.env` file, for everything that reads one; what its readers disagree on is in `quoting/dotenv.ts`. */
import { defineFormat, refuse } from "../format.ts";
import { quoteForDotenv, refusalForDotenv } from "../quoting/dotenv.ts";
import { variablesOf } from "../variables.ts";

export const dotenv = defineFormat({
  id: "dotenv",
  name: ".env",
  kinds: ["keystoneV3", "keystoneApplicationCredential", "keystoneV2", "s3", "cloudStack", "consoleApiKey"],
  source: "https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow",
  write(credentials, context) {
    const lines = variablesOf(credentials).map(({ name, value, role }) => {
      const refusal = refusalForDotenv(value);
      if (refusal !== null && role !== null) refuse(refusal, role);
      return `${name}=${quoteForDotenv(value)}\n`;
    });
    return [{ name: `${context.name}.env`, place: null, text: lines.join("") }];
  },
});
