/** What the seed says of a service and of its environments, and the ordinary services that most people see. */

export interface EnvironmentSeed {
  readonly name: string;
  readonly description: string;
  /** "PROVISIONED" when left out; in any other state it has no credentials yet, or none any more. */
  readonly state?: "PENDING" | "PROVISIONING" | "ERROR_PROVISIONING" | "PURGED";
  /** It is listed still, but the user was taken out of it. */
  readonly isFormer?: true;
  /** Its fields tell the region and the S3 endpoint as well. */
  readonly showsRegion?: true;
  /** S3: the regions in which the user starts with a key. */
  readonly keysIn?: readonly string[];
}

export interface ServiceSeed {
  readonly name: string;
  readonly serviceCode: string;
  /** One of those in `service-types.ts`. */
  readonly type: string;
  readonly environments: readonly EnvironmentSeed[];
  readonly isUnreachable?: true;
  /** Left out of the list of connections, although its environments are listed. */
  readonly isUnlisted?: true;
  /** Its credentials cannot be regenerated. */
  readonly isFixed?: true;
  /** S3: the regions in which keys can be made. */
  readonly regions?: readonly string[];
}

/** Which services an account sees. */
export type ServiceSet = "few" | "realistic" | "many" | "none";

export const fewServices: readonly ServiceSeed[] = [
  {
    name: "Objects-r1",
    serviceCode: "objects-r1",
    type: "swift",
    environments: [
      { name: "production", description: "What customers see" },
      { name: "staging", description: "What customers will see", showsRegion: true },
    ],
  },
  {
    name: "Compute-r1",
    serviceCode: "compute-r1",
    type: "cloudstack",
    environments: [{ name: "production", description: "Virtual machines" }],
  },
];
