/**
 * From a service's open list of fields to credentials that tools understand. One list can hold several kinds: Keystone
 * v3, the deprecated v2.0 and S3 stand side by side in OpenStack's object storage. Pure.
 */
import type { ServiceField } from "../console/service.ts";
import type {
  CloudStack,
  Credentials,
  KeystoneApplicationCredential,
  KeystoneV2,
  KeystoneV3,
  S3,
} from "./credentials.ts";
import { type Family, knownFieldOf } from "./known-fields.ts";
import type { Role } from "./role.ts";

type Values = Partial<Readonly<Record<Role, string>>>;

/** Keystone's own, and what consoles that name no domain mean. */
const defaultDomain = "default";

/** CloudMC's name for "every region", where Amazon's own keys are concerned. */
const everyRegion = "global";

/** Every kind of credentials that the fields are enough for, the recommended ones first. */
export function credentialsOf(fields: readonly Pick<ServiceField, "key" | "value">[]): readonly Credentials[] {
  const own = valuesFor("keystone", fields);
  // "endpoint" alone does not say which version's, but its value does
  const any = valuesFor("keystoneAny", fields).authUrl;
  const isAnyOld = any !== undefined && isVersion2Url(any);
  const authUrl = own.authUrl ?? (isAnyOld ? undefined : any);
  const keystone = authUrl === undefined ? own : { ...own, authUrl };
  const oldEndpoint = valuesFor("keystoneV2", fields).authUrl ?? (isAnyOld ? any : undefined);
  const hasCloudStack = valuesFor("cloudStack", fields).apiKey !== undefined;
  const found: (Credentials | null)[] = [
    applicationCredential(keystone),
    keystoneV3(keystone),
    s3(valuesFor("s3", hasCloudStack ? fields.filter(isNotCloudStacks) : fields)),
    cloudStack(valuesFor("cloudStack", fields)),
    keystoneV2(keystone, oldEndpoint),
  ];
  return found.filter((credentials) => credentials !== null);
}

/** "Endpoint" and "secret key" are CloudStack's where there is an API key of CloudStack. */
function isNotCloudStacks({ key }: Pick<ServiceField, "key">): boolean {
  return knownFieldOf(key)?.roles.cloudStack === undefined;
}

function valuesFor(family: Family, fields: readonly Pick<ServiceField, "key" | "value">[]): Values {
  const values: Partial<Record<Role, string>> = {};
  const known = fields.flatMap(({ key, value }) => {
    const roles = knownFieldOf(key)?.roles ?? {};
    const role = roles[family];
    return role === undefined || value === null || value === "" ? [] : [{ role, value, roles }];
  });
  // "S3 region" is surer than "region"; of two that are equally sure, the first is the first that people see
  const surestFirst = known.toSorted((one, other) => Object.keys(one.roles).length - Object.keys(other.roles).length);
  for (const { role, value } of surestFirst) values[role] ??= value;
  return values;
}

/** No address of a service is longer, in characters. */
const longestUrl = 2000;

/** Keystone's address without a version, `https://auth.example.com`; null when it is no web address. */
export function keystoneRoot(authUrl: string | undefined): string | null {
  const url = authUrl === undefined || authUrl.length > longestUrl ? null : URL.parse(authUrl.trim());
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  // no credentials, no query: nothing of that belongs to the address of a service
  const path = url.pathname.replace(/\/+$/, "").replace(/(?:\/auth)?\/tokens$/, "");
  return `${url.origin}${path.replace(/\/v(?:3|2(?:\.0)?)$/, "")}`;
}

function isVersion2Url(url: string): boolean {
  return url.length <= longestUrl && /\/v2(?:\.0)?(?:\/tokens)?\/*$/.test(url.trim());
}

function isVersion2(values: Values): boolean {
  if (values.identityApiVersion !== undefined) return /^v?2\b/.test(values.identityApiVersion.trim());
  return isVersion2Url(values.authUrl ?? "");
}

function domainsOf(values: Values) {
  const userDomainId = values.userDomainId ?? null;
  const userDomainName = values.userDomainName ?? null;
  const hasOwn = values.projectDomainId !== undefined || values.projectDomainName !== undefined;
  return {
    userDomainId,
    userDomainName,
    // consoles name one domain, and it is that of both
    projectDomainId: hasOwn ? (values.projectDomainId ?? null) : userDomainId,
    projectDomainName: hasOwn ? (values.projectDomainName ?? null) : userDomainName,
  };
}

function keystoneV3(values: Values): KeystoneV3 | null {
  const root = keystoneRoot(values.authUrl);
  const { username = null, userId = null, password } = values;
  if (root === null || isVersion2(values) || password === undefined || (username ?? userId) === null) return null;
  const domains = domainsOf(values);
  const isNamed = domains.userDomainId !== null || domains.userDomainName !== null;
  const isProjectNamed = domains.projectDomainId !== null || domains.projectDomainName !== null;
  return {
    kind: "keystoneV3",
    authUrl: `${root}/v3`,
    username,
    userId,
    password,
    projectId: values.projectId ?? null,
    projectName: values.projectName ?? null,
    ...domains,
    ...(isNamed ? {} : { userDomainId: defaultDomain }),
    ...(isProjectNamed ? {} : { projectDomainId: defaultDomain }),
    regionName: values.regionName ?? null,
  };
}

function applicationCredential(values: Values): KeystoneApplicationCredential | null {
  const root = keystoneRoot(values.authUrl);
  const { applicationCredentialId = null, applicationCredentialName = null, applicationCredentialSecret } = values;
  const { username = null, userId = null } = values;
  if (root === null || applicationCredentialSecret === undefined) return null;
  // a name alone could be anybody's
  const isNamed = applicationCredentialName !== null && (username ?? userId) !== null;
  if (applicationCredentialId === null && !isNamed) return null;
  const { userDomainId, userDomainName } = domainsOf(values);
  return {
    kind: "keystoneApplicationCredential",
    authUrl: `${root}/v3`,
    applicationCredentialId,
    applicationCredentialName,
    applicationCredentialSecret,
    username,
    userId,
    userDomainId: userDomainId ?? (userDomainName === null ? defaultDomain : null),
    userDomainName,
    regionName: values.regionName ?? null,
  };
}

/** @param endpoint the deprecated one, where the service shows it beside the present one. */
function keystoneV2(values: Values, endpoint: string | undefined): KeystoneV2 | null {
  const root = keystoneRoot(endpoint ?? (isVersion2(values) ? values.authUrl : undefined));
  const { username, password } = values;
  if (root === null || username === undefined || password === undefined) return null;
  return {
    kind: "keystoneV2",
    authUrl: `${root}/v2.0`,
    username,
    password,
    projectName: values.projectName ?? null,
    projectId: values.projectId ?? null,
    regionName: values.regionName ?? null,
  };
}

function s3(values: Values): S3 | null {
  const { accessKeyId, secretAccessKey, endpointUrl = null, regionName = null } = values;
  if (accessKeyId === undefined || secretAccessKey === undefined) return null;
  return {
    kind: "s3",
    endpointUrl,
    accessKeyId,
    secretAccessKey,
    regionName: regionName === everyRegion ? null : regionName,
  };
}

function cloudStack(values: Values): CloudStack | null {
  const { apiUrl, apiKey, secretKey, projectId = null } = values;
  if (apiUrl === undefined || apiKey === undefined || secretKey === undefined) return null;
  return { kind: "cloudStack", apiUrl, apiKey, secretKey, projectId };
}
