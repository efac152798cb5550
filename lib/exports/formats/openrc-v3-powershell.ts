/** Keystone v3 for PowerShell, that of Windows (5.1) included. */
import { defineFormat, refuse } from "../format.ts";
import { openrcFile, type Shell } from "../openrc.ts";
import { quoteForPowerShell } from "../quoting/powershell.ts";
import { variablesOf } from "../variables.ts";

const powerShell: Shell = {
  unset: (names) => `Remove-Item -ErrorAction Ignore -Path ${names.map((name) => `Env:${name}`).join(", ")}`,
  set: (name, value) => `$env:${name} = ${quoteForPowerShell(value)}`,
};

export const openrcV3Powershell = defineFormat({
  id: "openrc-v3-powershell",
  name: "openrc (PowerShell)",
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_environment_variables",
  write(credentials, context) {
    for (const { role, value } of variablesOf(credentials)) {
      // until 7.5, a variable that is made empty is removed
      if (role !== null && value === "") refuse("export_missing", role);
    }
    const name = `${context.name}-openrc.ps1`;
    return [openrcFile(powerShell, credentials, { name, remarks: [`OpenStack, for: . ./${name}`] })];
  },
});
