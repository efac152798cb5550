/** Starts and ends a real OpenStack on loopback: Keystone, Swift with its S3 API, and Horizon. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { Cloud } from "./cloud-schema.ts";

export interface CloudOptions {
  /** Where its data and logs lie; `.output/openstack` if it is not told. */
  readonly directory?: string;
  readonly hasHorizon?: boolean;
}

/** Installing the packages depends on the network. */
const LONGEST_START = 10 * 60_000;
const LONGEST_STOP = 60_000;

/**
 * Starts the cloud, or finds the one that runs there. One that was started here ends with this process at the latest,
 * however that ends; one that was there before is left running.
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const printed = await runScript("up.sh", [], LONGEST_START, options);
  return Cloud.parse(JSON.parse(printed));
}

/** Ends the cloud if this process started it. */
export async function stopCloud(options: CloudOptions = {}): Promise<void> {
  await runScript("down.sh", ["--owner", String(process.pid)], LONGEST_STOP, options);
}

function runScript(
  name: string,
  args: readonly string[],
  timeout: number,
  { directory, hasHorizon = true }: CloudOptions,
): Promise<string> {
  const env = {
    ...process.env,
    LLAVERO_CLOUD_OWNER: String(process.pid),
    LLAVERO_CLOUD_HORIZON: hasHorizon ? "1" : "0",
    ...(directory === undefined ? {} : { LLAVERO_CLOUD_DIR: directory }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(join(import.meta.dirname, "cloud", name), args, {
    env,
    timeout,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  child.on("error", reject);
  child.on("close", (status, signal) => {
    if (status === 0) resolve(printed);
    else reject(new Error(`${name} ended with ${signal ?? `status ${status}`}. What it said is above.`));
  });
  return promise;
}
