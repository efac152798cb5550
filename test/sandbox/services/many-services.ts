/** Very many services, for one account: 200 connections with 25 environments each. */
import type { ServiceSeed } from "./service-seed.ts";

const CONNECTIONS = 200;
const ENVIRONMENTS = 25;
const TYPES = ["swift", "cloudstack", "openstack", "aws"] as const;

const numbered = (name: string, index: number, digits: number) => `${name}-${String(index + 1).padStart(digits, "0")}`;

const environments = Array.from({ length: ENVIRONMENTS }, (_, index) => ({
  name: numbered("team", index, 2),
  description: `Team ${index + 1}`,
}));

/** `Grid-001` to `Grid-200`, each with `team-01` to `team-25`. */
export const manyServices: readonly ServiceSeed[] = Array.from({ length: CONNECTIONS }, (_, index) => {
  const type = TYPES[index % TYPES.length] ?? "swift";
  return {
    name: numbered("Grid", index, 3),
    serviceCode: numbered("grid", index, 3),
    type,
    environments,
    ...(type === "aws" ? { regions: ["global"] } : {}),
  };
});
