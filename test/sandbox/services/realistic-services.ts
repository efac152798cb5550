/** The services of the main user: one of each kind, and one of everything that may be odd about them. */
import { fewServices, type ServiceSeed } from "./service-seed.ts";

export const realisticServices: readonly ServiceSeed[] = [
  ...fewServices,
  {
    name: "Objects-r2",
    serviceCode: "objects-r2",
    type: "swift",
    isFixed: true,
    environments: [
      { name: "production", description: "Credentials that cannot be regenerated", showsRegion: true },
      { name: "former-team", description: "The user was taken out of it", isFormer: true },
    ],
  },
  {
    name: "Archive-r1",
    serviceCode: "archive-r1",
    type: "aws",
    regions: ["global"],
    environments: [{ name: "production", description: "S3 with one key everywhere", keysIn: ["global"] }],
  },
  {
    name: "Vault-r1",
    serviceCode: "vault-r1",
    type: "cloudian",
    regions: ["ca-east-1", "ca-west-1", "gt-central-1"],
    environments: [
      { name: "production", description: "S3 with a key in each region", keysIn: ["ca-east-1", "gt-central-1"] },
      { name: "copias de año", description: "No key yet, and a name that has to be encoded" },
    ],
  },
  {
    name: "Stack-r1",
    serviceCode: "stack-r1",
    type: "openstack",
    environments: [
      { name: "production", description: "Servers and networks" },
      { name: "asked-for", description: "Not there yet", state: "PENDING" },
      { name: "in-the-making", description: "Almost there", state: "PROVISIONING" },
      { name: "failed", description: "Could not be made", state: "ERROR_PROVISIONING" },
      { name: "deleted", description: "Not there any more", state: "PURGED" },
    ],
  },
  {
    name: "Analytics",
    serviceCode: "analytics",
    type: "gcp",
    environments: [{ name: "production", description: "A service without API credentials" }],
  },
  {
    name: "Compute-r2",
    serviceCode: "compute-r2",
    type: "cloudstack",
    isUnreachable: true,
    environments: [{ name: "production", description: "In a data centre that does not answer" }],
  },
  { name: "Backup-r1", serviceCode: "backup-r1", type: "purestorage", environments: [] },
  {
    name: "Hidden-r1",
    serviceCode: "hidden-r1",
    type: "cloudstack",
    isUnlisted: true,
    environments: [{ name: "orphan", description: "Its connection is not in the list" }],
  },
];
