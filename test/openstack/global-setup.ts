/** One cloud for all tests of a run; afterwards it is gone, unless it ran before, and what was proven is a table. */
import type { TestProject } from "vitest/node";
import { startCloud, stopCloud } from "./cloud.ts";
import type { Cloud } from "./cloud-schema.ts";
import { forgetProof, writeProof } from "./proof.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly cloud: Cloud;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("cloud", await startCloud());
  forgetProof();
  return async () => {
    await stopCloud();
    const table = writeProof();
    if (table !== null)
      console.log(`\nWhich tools proved which formats, also in .output/openstack/proof.md:\n\n${table}`);
  };
}
