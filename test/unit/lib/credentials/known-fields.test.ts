// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type Credentials, valuesOf } from "../../../../lib/credentials/credentials.ts";
import { isSecretKey, knownFieldOf, knownFields, labelOfRole } from "../../../../lib/credentials/known-fields.ts";
import { roles, secretRoles } from "../../../../lib/credentials/role.ts";

const roleOf = (key: string) => Object.values(knownFieldOf(key)?.roles ?? {})[0];

describe("a field", () => {
  it.each([
    ["authUrl", ["authUrl", "auth_url", "OS_AUTH_URL", "os-auth-url", "Authentication URL", "AUTHENTICATIONURL"]],
    ["username", ["userName", "username", "user_name", "User name", "OS_USERNAME", "user"]],
    ["password", ["password", "Password", "OS_PASSWORD", "userPassword", " password "]],
    ["projectName", ["projectName", "OS_PROJECT_NAME", "tenant-name", "tenantName", "OS_TENANT_NAME", "Project name"]],
    ["projectId", ["project_id", "projectId", "OS_PROJECT_ID", "OS_TENANT_ID"]],
    ["userDomainId", ["domainId", "Domain ID", "OS_USER_DOMAIN_ID", "OS_DEFAULT_DOMAIN", "defaultDomainId"]],
    ["projectDomainId", ["OS_PROJECT_DOMAIN_ID", "projectDomainId"]],
    ["identityApiVersion", ["Identity API version", "OS_IDENTITY_API_VERSION", "identityApiVersion"]],
    ["regionName", ["region", "OS_REGION_NAME", "AWS_DEFAULT_REGION", "AWS_REGION", "s3_region"]],
    ["accessKeyId", ["AWS_ACCESS_KEY_ID", "accessKeyId", "S3 API access key", "s3AccessKey", "access_key"]],
    ["secretAccessKey", ["AWS_SECRET_ACCESS_KEY", "S3 API secret key", "s3SecretKey", "secret_access_key"]],
    ["endpointUrl", ["s3Endpoint", "S3 endpoint", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"]],
    ["apiUrl", ["endpoint", "API endpoint", "api_url"]],
    ["apiKey", ["api_key", "apikey", "API key"]],
    ["secretKey", ["secret_key", "Secret key", "secretkey"]],
    ["applicationCredentialSecret", ["OS_APPLICATION_CREDENTIAL_SECRET", "applicationCredentialSecret"]],
  ] as const)("for %s is known however it is written", (role, keys) => {
    expect(keys.map((key) => [key, roleOf(key)])).toEqual(keys.map((key) => [key, role]));
  });

  it.each(["", " ", "os", "OS_", "__proto__", "constructor", "toString", "пароль", "密码", "passwords", "keys"])(
    "that nobody has heard of is not guessed at: %j",
    (key) => {
      expect(knownFieldOf(key)).toBeNull();
      expect(isSecretKey(key)).toBe(false);
    },
  );

  it("has keys in plain form, each its own, and a label in every language", () => {
    const keys = knownFields.flatMap((field) => field.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9]+$/);
    for (const { label } of knownFields) for (const text of Object.values(label)) expect(text).not.toBe("");
  });

  it.each(["password", "OS_PASSWORD", "api_key", "API key", "secret_key", "s3SecretKey", "AWS_SECRET_ACCESS_KEY"])(
    "%s is a secret, whatever anybody says",
    (key) => {
      expect(isSecretKey(key)).toBe(true);
    },
  );

  it.each(["userName", "accessKeyId", "projectName", "endpoint", "region", "authUrl"])("%s is none", (key) => {
    expect(isSecretKey(key)).toBe(false);
  });
});

describe("a role", () => {
  it.each(roles)("%s has a label, and secrets are called so", (role) => {
    expect(labelOfRole(role).en).not.toBe("");
    if (secretRoles.has(role)) expect(labelOfRole(role).en).toMatch(/password|secret|key/i);
  });

  it("of credentials comes with its value, and not without one", () => {
    const key: Credentials = { kind: "consoleApiKey", apiUrl: "https://a.example", apiKey: "k" };
    expect(valuesOf(key)).toEqual([
      ["apiUrl", "https://a.example"],
      ["apiKey", "k"],
    ]);
    const s3 = { kind: "s3", endpointUrl: null, accessKeyId: "a", secretAccessKey: "b", regionName: null } as const;
    expect(valuesOf(s3)).toEqual([
      ["accessKeyId", "a"],
      ["secretAccessKey", "b"],
    ]);
  });
});
