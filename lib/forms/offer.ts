/** What there is to fill: one set of credentials, by role, whatever kind it is. */
import { type CredentialKind, type Credentials, valuesOf } from "../credentials/credentials.ts";
import { type Role, secretRoles } from "../credentials/role.ts";

export interface Offer {
  /** Names the set in a plan; the plan itself holds no value. */
  readonly id: string;
  readonly kind: CredentialKind | "login";
  readonly values: Readonly<Partial<Record<Role, string>>>;
}

/** Our roles, and what is made of them where a form asks for it in another way. */
export type ValueKind = Role | "username@domain" | UrlPart;

type UrlRole = "authUrl" | "endpointUrl" | "apiUrl";
/** `authority` is the host with its port, for forms that ask for the port nowhere else. */
export type UrlPart = `${UrlRole}:${"host" | "port" | "authority"}`;

export function offerOf(id: string, credentials: Credentials): Offer {
  const values: Partial<Record<Role, string>> = Object.fromEntries(
    valuesOf(credentials).filter(([, value]) => value !== ""),
  );
  return { id, kind: credentials.kind, values };
}

/** A user name and a password of no known service. */
export const loginOffer = (id: string, username: string, password: string): Offer => ({
  id,
  kind: "login",
  values: { username, password },
});

export const isSecretKind = (kind: ValueKind): boolean => (secretRoles as ReadonlySet<string>).has(kind);

/**
 * Keystone's default domain has the id `default` and the name `Default`; tools know it by either.
 * https://docs.openstack.org/keystone/latest/admin/bootstrap.html
 */
const defaultDomain = { id: "default", name: "Default" };

const domainName = (id: string | undefined, name: string | undefined) =>
  name ?? (id === defaultDomain.id ? defaultDomain.name : undefined);
const domainId = (id: string | undefined, name: string | undefined) =>
  id ?? (name?.toLowerCase() === defaultDomain.id ? defaultDomain.id : undefined);

/** The value of one kind, or nothing where it is not known. */
export function valueFor({ kind: credential, values }: Offer, kind: ValueKind): string | undefined {
  switch (kind) {
    case "userDomainName":
      return domainName(values.userDomainId, values.userDomainName);
    case "userDomainId":
      return domainId(values.userDomainId, values.userDomainName);
    case "projectDomainName":
      return domainName(values.projectDomainId, values.projectDomainName);
    case "projectDomainId":
      return domainId(values.projectDomainId, values.projectDomainName);
    case "identityApiVersion":
      return values.identityApiVersion ?? versionOf(credential);
    case "username@domain": {
      const domain = domainName(values.userDomainId, values.userDomainName);
      return values.username === undefined || domain === undefined ? undefined : `${values.username}@${domain}`;
    }
    case "authUrl:host":
    case "endpointUrl:host":
    case "apiUrl:host":
      return urlOf(values, kind)?.hostname;
    case "authUrl:authority":
    case "endpointUrl:authority":
    case "apiUrl:authority":
      return urlOf(values, kind)?.host;
    case "authUrl:port":
    case "endpointUrl:port":
    case "apiUrl:port":
      return urlOf(values, kind)?.port || undefined;
    default:
      return values[kind];
  }
}

const versionOf = (credential: Offer["kind"]) => {
  if (credential === "keystoneV2") return "2";
  return credential === "keystoneV3" || credential === "keystoneApplicationCredential" ? "3" : undefined;
};

function urlOf(values: Offer["values"], part: UrlPart): URL | undefined {
  const text = values[part.slice(0, part.indexOf(":")) as UrlRole];
  return text === undefined || !URL.canParse(text) ? undefined : new URL(text);
}
