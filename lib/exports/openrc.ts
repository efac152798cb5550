/** What every openrc has, for the shells' ways to write it. */
import type { CredentialsOf } from "../credentials/credentials.ts";
import type { ExportFile } from "./format.ts";
import { checkPasted } from "./limits.ts";
import { staleVariables } from "./stale-variables.ts";
import { variablesOf } from "./variables.ts";

export interface Shell {
  readonly set: (name: string, value: string) => string;
  readonly unset: (names: readonly string[]) => string;
}

/** `remarks` are comments, which all of these shells begin with `#`. What is not set is unset. */
export function openrcFile(
  shell: Shell,
  credentials: CredentialsOf<"keystoneV3" | "keystoneApplicationCredential" | "keystoneV2">,
  { name, remarks }: { readonly name: string; readonly remarks: readonly string[] },
): ExportFile {
  const variables = variablesOf(credentials);
  // people paste it into a terminal as often as they save it
  for (const { role, value } of variables) if (role !== null) checkPasted(role, value);
  const isSet = new Set(variables.map((variable) => variable.name));
  const stale = staleVariables.map((names) => names.filter((one) => !isSet.has(one)));
  const lines = [
    ...remarks.map((remark) => `# ${remark}`),
    ...variables.map((variable) => shell.set(variable.name, variable.value)),
    "",
    "# what another cloud may have left",
    ...stale.filter((names) => names.length > 0).map(shell.unset),
  ];
  return { name, place: null, text: `${lines.join("\n")}\n` };
}
