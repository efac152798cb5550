/**
 * What may be left in a shell from another cloud and would be mixed into this one's: an `OS_PROJECT_ID` wins over a
 * name, an `OS_TOKEN` or `OS_CLOUD` over a password, an `ST_AUTH_VERSION` over `OS_IDENTITY_API_VERSION`. Horizon's
 * openrc unsets those of the other API version; all that decide who asks, for what and where are unset here. What says
 * how to get there (`OS_CACERT`) stays. By theme, a line each.
 * https://docs.openstack.org/python-openstackclient/latest/cli/man/openstack.html#environment-variables
 * https://docs.openstack.org/python-swiftclient/latest/cli/index.html
 */
export const staleVariables: readonly (readonly string[])[] = [
  ["OS_CLOUD", "OS_AUTH_TYPE", "OS_AUTH_URL", "OS_AUTH_VERSION", "OS_IDENTITY_API_VERSION"],
  ["OS_TOKEN", "OS_AUTH_TOKEN", "OS_URL", "OS_ENDPOINT", "OS_STORAGE_URL", "OS_PASSCODE", "OS_TRUST_ID"],
  ["OS_USERNAME", "OS_USER_ID", "OS_USER_DOMAIN_ID", "OS_USER_DOMAIN_NAME", "OS_PASSWORD"],
  ["OS_PROJECT_ID", "OS_PROJECT_NAME", "OS_PROJECT_DOMAIN_ID", "OS_PROJECT_DOMAIN_NAME"],
  ["OS_TENANT_ID", "OS_TENANT_NAME", "OS_DOMAIN_ID", "OS_DOMAIN_NAME", "OS_SYSTEM_SCOPE"],
  ["OS_DEFAULT_DOMAIN", "OS_DEFAULT_DOMAIN_ID", "OS_DEFAULT_DOMAIN_NAME"],
  ["OS_APPLICATION_CREDENTIAL_ID", "OS_APPLICATION_CREDENTIAL_NAME", "OS_APPLICATION_CREDENTIAL_SECRET"],
  ["OS_REGION_NAME", "OS_INTERFACE", "OS_ENDPOINT_TYPE", "OS_SERVICE_TYPE"],
  ["ST_AUTH", "ST_AUTH_VERSION", "ST_USER", "ST_KEY"],
];
