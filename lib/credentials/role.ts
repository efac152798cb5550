/**
 * The closed vocabulary of what a credential is made of. Exports write roles, forms are filled with them; the names are
 * those of Keystone's, S3's and CloudStack's own clients.
 */

export const roles = [
  // Keystone: https://docs.openstack.org/keystoneauth/latest/authentication-plugins.html
  "authUrl",
  "identityApiVersion",
  "username",
  "userId",
  "password",
  "userDomainId",
  "userDomainName",
  "projectId",
  "projectName",
  "projectDomainId",
  "projectDomainName",
  "applicationCredentialId",
  "applicationCredentialName",
  "applicationCredentialSecret",
  // S3: https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
  "endpointUrl",
  "accessKeyId",
  "secretAccessKey",
  // CloudStack: https://docs.cloudstack.apache.org/en/latest/developersguide/dev.html
  "apiUrl",
  "apiKey",
  "secretKey",
  // Keystone's and S3's alike
  "regionName",
] as const;
export type Role = (typeof roles)[number];

/** Roles whose values are never shown unasked, whatever a console says of them. */
export const secretRoles: ReadonlySet<Role> = new Set<Role>([
  "password",
  "applicationCredentialSecret",
  "secretAccessKey",
  "apiKey",
  "secretKey",
]);
