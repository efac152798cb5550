/** Starts the sandbox consoles, on their usual ports where these are free. */
import { join } from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { outputFolder } from "./folders.ts";

const PORTS = { cloudops: 8101, tigo: 8102, identityProvider: 8103 };

/** With `keepsData`, what is changed in the consoles is still there at the next start. */
export async function startConsoles({ keepsData }: { keepsData: boolean }): Promise<Sandbox> {
  try {
    return await startSandbox({ ports: PORTS, ...(keepsData ? { directory: join(outputFolder, "sandbox") } : {}) });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    console.log(error.message);
    // Not the kept data either: whoever has the ports may well be another sandbox that works on it.
    console.log("So this time the consoles are on other ports, with data of their own that is not kept.");
    return startSandbox();
  }
}

function isPortTaken(error: unknown): error is Error {
  return error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code === "EADDRINUSE";
}
