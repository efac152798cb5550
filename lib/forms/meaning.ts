/** What a field may ask for, in the words of the engine: wider than our roles, since most fields are none of ours. */

export const meanings = [
  // Ours.
  "username",
  "userId",
  "email",
  "password",
  "domain",
  "userDomain",
  "userDomainId",
  "project",
  "projectName",
  "projectId",
  "projectDomain",
  "projectDomainId",
  "authUrl",
  "identityApiVersion",
  "applicationCredentialId",
  "applicationCredentialName",
  "applicationCredentialSecret",
  "accessKeyId",
  "secretAccessKey",
  "secretKey",
  "apiKey",
  "endpointUrl",
  "apiUrl",
  "regionName",
  // Ours if the rest of the form says so.
  "url",
  "host",
  "port",
  "key",
  "secret",
  // Never ours.
  "newPassword",
  "confirmPassword",
  "currentPassword",
  "newEmail",
  "oneTimeCode",
  "captcha",
  "search",
  "decoy",
  "bucket",
  "objectName",
  "payment",
  "personal",
  "comment",
  "otherSecret",
  "otherUrl",
  "other",
] as const;
export type Meaning = (typeof meanings)[number];

/** Words of one meaning, in every language that we know them in, between bars. */
export interface Terms {
  readonly meaning: Meaning;
  readonly words: readonly string[];
}
