/** Credentials that were understood: one type for each kind, with the field's own names. Null is what is not known. */
import type { Role } from "./role.ts";

/** A user's password with Keystone v3; `authUrl` ends in `/v3`. Of each id and name at least one is known. */
export interface KeystoneV3 {
  readonly kind: "keystoneV3";
  readonly authUrl: string;
  readonly username: string | null;
  readonly userId: string | null;
  readonly password: string;
  readonly userDomainId: string | null;
  readonly userDomainName: string | null;
  /** Without a project a token is good for nothing but asking which projects there are. */
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly projectDomainId: string | null;
  readonly projectDomainName: string | null;
  readonly regionName: string | null;
}

/**
 * An application credential of Keystone v3: it knows its project by itself. One that is told by its name needs its user.
 * https://docs.openstack.org/keystone/latest/user/application_credentials.html
 */
export interface KeystoneApplicationCredential {
  readonly kind: "keystoneApplicationCredential";
  readonly authUrl: string;
  readonly applicationCredentialId: string | null;
  readonly applicationCredentialName: string | null;
  readonly applicationCredentialSecret: string;
  readonly username: string | null;
  readonly userId: string | null;
  readonly userDomainId: string | null;
  readonly userDomainName: string | null;
  readonly regionName: string | null;
}

/** Keystone v2.0, which no current release has any more; `authUrl` ends in `/v2.0`. */
export interface KeystoneV2 {
  readonly kind: "keystoneV2";
  readonly authUrl: string;
  readonly username: string;
  readonly password: string;
  /** v2.0 calls it a tenant. */
  readonly projectName: string | null;
  readonly projectId: string | null;
  readonly regionName: string | null;
}

export interface S3 {
  readonly kind: "s3";
  /** Null for Amazon's own. */
  readonly endpointUrl: string | null;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly regionName: string | null;
}

export interface CloudStack {
  readonly kind: "cloudStack";
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly secretKey: string;
  readonly projectId: string | null;
}

/** A console's own API key. */
export interface ConsoleApiKey {
  readonly kind: "consoleApiKey";
  /** Such as `https://console.example.com/api/v2`. */
  readonly apiUrl: string;
  readonly apiKey: string;
}

export type Credentials = KeystoneV3 | KeystoneApplicationCredential | KeystoneV2 | S3 | CloudStack | ConsoleApiKey;
export type CredentialKind = Credentials["kind"];
export type CredentialsOf<K extends CredentialKind> = Extract<Credentials, { readonly kind: K }>;

/** What credentials hold, by role, in the order of their type; nothing of what is not known. */
export function valuesOf(credentials: Credentials): readonly (readonly [Role, string])[] {
  const { kind: _, ...values } = credentials;
  return Object.entries(values).flatMap(([role, value]) => (value === null ? [] : [[role as Role, value] as const]));
}
