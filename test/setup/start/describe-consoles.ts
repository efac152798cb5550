/** Says where the sandbox consoles are, who can sign in there, and what each of these people is there to show. */
import type { Sandbox } from "../../sandbox/sandbox.ts";

export function describeConsoles({ cloudops, tigo, identityProvider, accounts }: Sandbox): void {
  console.log("\nThe sandbox consoles:\n");
  table([
    [cloudops.name, cloudops.origin, `API ${cloudops.origin}/api/v2`],
    [tigo.name, tigo.origin, `API ${tigo.origin}/api/v2`],
    ["Single sign-on", identityProvider.origin, ""],
  ]);
  console.log("\nWho can sign in, to either console:\n");
  const people = accounts.filter(({ brand }) => brand === cloudops.brand);
  table([
    ["User name", "Password", "Organization", "What it shows"],
    ...people.map(({ userName, password, organization, note }) => [userName, password, organization, note]),
  ]);
  for (const { userName, otpSecret } of people) {
    if (otpSecret !== undefined) {
      console.log(`\nThe current one-time code of ${userName}: ${cloudops.origin}/__sandbox/otp?userName=${userName}`);
    }
  }
  console.log();
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("   ")}`.trimEnd());
  }
}
