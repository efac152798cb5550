/** Credentials of each kind, and what an export makes of them: for the tests of formats. */
import type { Credentials, CredentialsOf } from "../../../../lib/credentials/credentials.ts";
import { isAppError } from "../../../../lib/errors.ts";
import { type Format, previewExport, writeExport } from "../../../../lib/exports/format.ts";

export const keystoneV3: CredentialsOf<"keystoneV3"> = {
  kind: "keystoneV3",
  authUrl: "https://auth.example.com/v3",
  username: "ana",
  userId: null,
  password: "correct horse",
  userDomainId: "default",
  userDomainName: null,
  projectId: null,
  projectName: "shop",
  projectDomainId: "default",
  projectDomainName: null,
  regionName: "east-1",
};

export const applicationCredential: CredentialsOf<"keystoneApplicationCredential"> = {
  kind: "keystoneApplicationCredential",
  authUrl: "https://auth.example.com/v3",
  applicationCredentialId: "7f3a",
  applicationCredentialName: "backup",
  applicationCredentialSecret: "correct horse",
  username: null,
  userId: null,
  userDomainId: null,
  userDomainName: null,
  regionName: null,
};

export const keystoneV2: CredentialsOf<"keystoneV2"> = {
  kind: "keystoneV2",
  authUrl: "https://auth.example.com/v2.0",
  username: "ana",
  password: "correct horse",
  projectName: "shop",
  projectId: null,
  regionName: null,
};

export const s3: CredentialsOf<"s3"> = {
  kind: "s3",
  endpointUrl: "https://objects.example.com",
  accessKeyId: "AKIA7",
  secretAccessKey: "correct horse",
  regionName: "east-1",
};

export const cloudStack: CredentialsOf<"cloudStack"> = {
  kind: "cloudStack",
  apiUrl: "https://compute.example.com/client/api",
  apiKey: "correct horse",
  secretKey: "battery staple",
  projectId: "5b1e",
};

export const consoleApiKey: CredentialsOf<"consoleApiKey"> = {
  kind: "consoleApiKey",
  apiUrl: "https://console.example.com/api/v2",
  apiKey: "correct-horse",
};

const context = { name: "shop" };

export function textOf(format: Format, credentials: Credentials): string {
  return writeExport(format, credentials, context)
    .map(({ text }) => text)
    .join("");
}

export function previewOf(format: Format, credentials: Credentials): string {
  return JSON.stringify(previewExport(format, credentials, context));
}

export function fileNameOf(format: Format, credentials: Credentials): string | null | undefined {
  return writeExport(format, credentials, context)[0]?.name;
}

/** Why it is refused and because of which value; null when it is not. */
export function refusalOf(format: Format, credentials: Credentials): readonly string[] | null {
  try {
    writeExport(format, credentials, context);
    return null;
  } catch (thrown) {
    if (isAppError(thrown)) return [thrown.kind, thrown.facts.item ?? "?"];
    throw thrown;
  }
}
