/** A console's API key in the forms in which people use it. Pure; the result is a secret as the key is. */

export interface ApiKeyUse {
  readonly key: string;
  /** Such as `https://console.example.com/api/v2`. */
  readonly endpoint: string;
}

/** The header of CloudMC's API reference. */
export function asHeader({ key }: ApiKeyUse): string {
  return `MC-Api-Key: ${key}`;
}

/** A call that any key may make: the environments of its user, by a documented route. */
export function asCurl(use: ApiKeyUse): string {
  return `curl --header ${quoteForShell(asHeader(use))} ${quoteForShell(`${use.endpoint}/environments`)}`;
}

/** One line of a `.env` file; in single quotes nothing is expanded by dotenv, docker compose or a shell. */
export function asDotenv({ key }: ApiKeyUse): string {
  const needsDoubleQuotes = /['\n]/.test(key);
  const quoted = needsDoubleQuotes ? `"${key.replaceAll(/["\\$`]/g, "\\$&").replaceAll("\n", "\\n")}"` : `'${key}'`;
  return `MC_API_KEY=${quoted}`;
}

/** POSIX.1-2017, Shell Command Language, 2.2.2: nothing is special in single quotes but the single quote. */
function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
