/**
 * The fields in which services show their credentials, in the console's order. The labels are documented; the keys are
 * documented for CloudStack alone: those of the OpenStack services are assumed, here and nowhere else.
 */

/** What a value is made from. */
export interface FieldSource {
  /** Of the service, without a protocol. */
  readonly host: string;
  readonly region: string;
  readonly project: string;
  /** Unguessable, yet the same each time where it is to be stable. */
  bytes(length: number): Buffer;
}

export interface FieldKind {
  readonly key: string;
  readonly value: (source: FieldSource) => string;
  readonly isSensitive?: true;
  /** It differs between the environments of a connection. */
  readonly isEnvironmentSpecific?: true;
  /** Regenerating replaces it. */
  readonly isRenewed?: true;
  /** Only where the seed says so. */
  readonly isOptional?: true;
}

const hex = (length: number) => (source: FieldSource) => source.bytes(length / 2).toString("hex");
const base64 = (length: number) => (source: FieldSource) => source.bytes(length).toString("base64url").slice(0, length);
const word = (length: number) => (source: FieldSource) =>
  source
    .bytes(2 * length)
    .toString("base64")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, length);
const fixed = (value: string) => () => value;

const secret = { isSensitive: true, isRenewed: true } as const;
const specific = { isEnvironmentSpecific: true } as const;

const keystone = {
  endpointV2: { key: "authenticationEndpointV2", value: ({ host }) => `https://auth.${host}/v2.0` },
  project: { key: "projectName", value: ({ project }) => project, ...specific },
  user: {
    key: "userName",
    value: ({ project, bytes }) => `${project}-${1000 + (bytes(2).readUInt16BE() % 9000)}`,
    ...specific,
  },
  password: { key: "password", value: word(24), ...secret, ...specific },
  url: { key: "authenticationUrl", value: ({ host }) => `https://auth.${host}` },
  version: { key: "identityApiVersion", value: fixed("3") },
  domain: { key: "domainId", value: fixed("default") },
  region: { key: "region", value: ({ region }) => region },
} as const satisfies Record<string, FieldKind>;

/** OpenStack object storage. */
export const swiftFields: readonly FieldKind[] = [
  keystone.endpointV2,
  keystone.project,
  keystone.user,
  keystone.password,
  keystone.url,
  keystone.version,
  keystone.domain,
  { key: "s3AccessKey", value: hex(32), ...specific },
  { key: "s3SecretKey", value: hex(32), ...secret, ...specific },
  { ...keystone.region, isOptional: true },
  { key: "s3Endpoint", value: ({ host }) => `https://${host}`, isOptional: true },
];

/** OpenStack servers and networks. */
export const openstackFields: readonly FieldKind[] = [
  keystone.project,
  keystone.user,
  keystone.password,
  keystone.url,
  keystone.version,
  keystone.domain,
  keystone.region,
];

/** CloudStack: one pair for the user, one project for each environment. */
export const cloudstackFields: readonly FieldKind[] = [
  { key: "endpoint", value: ({ host }) => `https://${host}/client/api` },
  { key: "api_key", value: base64(86), ...secret },
  { key: "secret_key", value: base64(86), ...secret },
  {
    key: "project_id",
    value: ({ bytes }) =>
      bytes(16)
        .toString("hex")
        .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5"),
    ...specific,
  },
];

/** S3 elsewhere than at Amazon: where it is. Its keys have a route of their own. */
export const s3Fields: readonly FieldKind[] = [{ key: "s3Endpoint", value: ({ host }) => `https://s3.${host}` }];
