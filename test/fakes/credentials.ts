/** Credentials of each kind with given values in them. */
import type { CredentialsOf } from "../../lib/credentials/credentials.ts";
export interface Values {
  readonly secret: string;
  readonly name: string;
}

export const keystoneOf = ({ secret, name }: Values): CredentialsOf<"keystoneV3"> => ({
  kind: "keystoneV3",
  authUrl: "https://auth.example.com/v3",
  username: name,
  userId: null,
  password: secret,
  userDomainId: null,
  userDomainName: name,
  projectId: null,
  projectName: name,
  projectDomainId: null,
  projectDomainName: name,
  regionName: "east-1",
});

export const applicationOf = ({ secret, name }: Values): CredentialsOf<"keystoneApplicationCredential"> => ({
  kind: "keystoneApplicationCredential",
  authUrl: "https://auth.example.com/v3",
  applicationCredentialId: null,
  applicationCredentialName: name,
  applicationCredentialSecret: secret,
  username: name,
  userId: null,
  userDomainId: null,
  userDomainName: name,
  regionName: "east-1",
});

export const s3Of = ({ secret, name }: Values): CredentialsOf<"s3"> => ({
  kind: "s3",
  endpointUrl: "https://objects.example.com",
  accessKeyId: name,
  secretAccessKey: secret,
  regionName: "east-1",
});

export const cloudStackOf = ({ secret, name }: Values): CredentialsOf<"cloudStack"> => ({
  kind: "cloudStack",
  apiUrl: "https://compute.example.com/client/api",
  apiKey: name,
  secretKey: secret,
  projectId: null,
});

export const consoleKeyOf = ({ secret }: Values): CredentialsOf<"consoleApiKey"> => ({
  kind: "consoleApiKey",
  apiUrl: "https://console.example.com/api/v2",
  apiKey: secret,
});
