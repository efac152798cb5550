/** The sandbox on the command line: starts it, says where it is and who can sign in, and stops it cleanly. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Sandbox, startSandbox } from "./sandbox.ts";

const HELP = `npm run sandbox -- [--fresh] [--port 8101] [--directory .output/sandbox]

  --fresh      forget what was changed and start from the seed
  --port       the port of CloudOps; TIGO MCO and the identity provider take the next two (0: any free ones)
  --directory  where the database files are kept
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fresh: { type: "boolean", default: false },
      port: { type: "string", default: "8101" },
      directory: { type: "string", default: join(import.meta.dirname, "../../.output/sandbox") },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const { fresh, directory } = values;
  const sandbox = await startSandbox({ fresh, directory, ports: portsFrom(values.port) });
  describe(sandbox);
  // Once: a second signal, while something does not want to end, stops the process the usual way.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => sandbox.close().catch(fail));
}

function portsFrom(text: string) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_533) throw new Error(`--port ${text} is not a port.`);
  const next = (step: number) => (port === 0 ? 0 : port + step);
  return { cloudops: next(0), tigo: next(1), identityProvider: next(2) };
}

function describe({ cloudops, tigo, identityProvider, accounts }: Sandbox): void {
  console.log(`CloudOps           ${cloudops.origin}   API ${cloudops.origin}/api/v2`);
  console.log(`TIGO MCO           ${tigo.origin}   API ${tigo.origin}/api/v2`);
  console.log(`Identity provider  ${identityProvider.origin}\n`);
  console.log("Accounts, the same in both consoles:\n");
  const rows = accounts.filter(({ brand }) => brand === "cloudops");
  const line = (user: string, password: string, organization: string, note: string) =>
    console.log(`  ${user.padEnd(8)}${password.padEnd(20)}${organization.padEnd(16)}${note}`);
  line("User", "Password", "Organization", "What it shows");
  for (const { userName, password, organization, note } of rows) line(userName, password, organization, note);
  for (const { userName, otpSecret } of rows) {
    if (otpSecret === undefined) continue;
    console.log(`\n${userName}'s current one-time code: GET ${cloudops.origin}/__sandbox/otp?userName=${userName}`);
    console.log(`or add this secret to an authenticator application: ${otpSecret}`);
  }
  console.log("\nCtrl+C stops the sandbox; what was changed is kept until it is started with --fresh.");
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

main().catch(fail);
