/** Starts the sandbox consoles, on their usual ports where these are free. */
import { join } from "node:path";
import type { Cloud } from "../../openstack/cloud-schema.ts";
import { userFields } from "../../openstack/handed-out.ts";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox.ts";
import { outputFolder } from "./folders.ts";

const PORTS = { cloudops: 8101, tigo: 8102, identityProvider: 8103 };

export interface ConsolesOptions {
  /** What is changed in the consoles is still there at the next start. */
  readonly keepsData: boolean;
  /** Where there is one, ana's object storage hands out its credentials. */
  readonly cloud: Cloud | null;
}

export async function startConsoles({ keepsData, cloud }: ConsolesOptions): Promise<Sandbox> {
  const real = cloud === null ? {} : { objectStorage: userFields(cloud, cloud.users.main) };
  // What a cloud of today hands out is nothing to keep: tomorrow's has other credentials, or there is none.
  const directory = cloud === null ? "sandbox" : "sandbox-with-cloud";
  try {
    return await startSandbox({
      ports: PORTS,
      ...real,
      ...(keepsData ? { directory: join(outputFolder, directory) } : {}),
    });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    console.log(error.message);
    // Not the kept data either: whoever has the ports may well be another sandbox that works on it.
    console.log("So this time the consoles are on other ports, with data of their own that is not kept.");
    return startSandbox(real);
  }
}

function isPortTaken(error: unknown): error is Error {
  return error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code === "EADDRINUSE";
}
