/** Credentials written by hand, without any quoting: what the tools themselves make of them is what the tests prove. */
import type { ApplicationCredential, Cloud, CloudUser } from "./cloud-schema.ts";

/** For `openstack`, `swift` and rclone's swift, as a process gets it from a shell. */
export function passwordEnvironment(cloud: Cloud, user: CloudUser, project = user.projects[0]): Record<string, string> {
  return {
    OS_AUTH_URL: cloud.authUrl,
    OS_IDENTITY_API_VERSION: "3",
    OS_USERNAME: user.name,
    OS_PASSWORD: user.password,
    OS_USER_DOMAIN_NAME: user.domain.name,
    OS_PROJECT_NAME: project.name,
    OS_PROJECT_DOMAIN_NAME: user.domain.name,
    OS_REGION_NAME: cloud.region,
  };
}

export function applicationEnvironment(cloud: Cloud, { id, secret }: ApplicationCredential): Record<string, string> {
  return {
    OS_AUTH_URL: cloud.authUrl,
    OS_IDENTITY_API_VERSION: "3",
    OS_AUTH_TYPE: "v3applicationcredential",
    OS_APPLICATION_CREDENTIAL_ID: id,
    OS_APPLICATION_CREDENTIAL_SECRET: secret,
    OS_REGION_NAME: cloud.region,
  };
}

/** For `aws` and boto3, which still have to be told the endpoint. */
export function s3Environment(cloud: Cloud, { s3 }: CloudUser): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: s3.accessKey,
    AWS_SECRET_ACCESS_KEY: s3.secretKey,
    AWS_DEFAULT_REGION: cloud.s3.region,
  };
}
