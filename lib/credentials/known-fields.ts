/**
 * The fields that services are known to show: what each is called on screen, under which keys it comes, and which role
 * it plays in which kind of credentials. Everything that is known of a field is one entry here.
 *
 * Labels are those of the consoles' own screens (CloudOps, cloud.ca, TIGO MCO). The keys of CloudStack services are
 * documented (`endpoint, api_key, secret_key, project_id`); those of the others are not, so a field is found under the
 * names that its tools give it, however they are written: `authUrl`, `auth_url`, `OS_AUTH_URL`, "Authentication URL".
 */
import type { Words } from "../i18n.ts";
import { type Role, secretRoles } from "./role.ts";

/** The tools that a field may belong to (`keystoneAny`: its value tells which version); one key can mean another role to each. */
export type Family = "keystone" | "keystoneV2" | "keystoneAny" | "s3" | "cloudStack";

export interface KnownField {
  readonly label: Words;
  /** In lower case, letters and digits alone. */
  readonly keys: readonly string[];
  readonly roles: Partial<Readonly<Record<Family, Role>>>;
}

const same = (name: string): Words => ({ en: name, es: name, fr: name });

export const knownFields: readonly KnownField[] = [
  {
    label: { en: "Authentication URL", es: "URL de autenticación", fr: "URL d’authentification" },
    keys: [
      "authenticationurl",
      "authurl",
      "authurlv3",
      "authenticationurlv3",
      "identityurl",
      "identityendpoint",
      "keystoneurl",
      "keystoneendpoint",
    ],
    roles: { keystone: "authUrl" },
  },
  {
    label: {
      en: "Authentication endpoint (deprecated)",
      es: "Punto de autenticación (obsoleto)",
      fr: "Point d’authentification (obsolète)",
    },
    keys: [
      "authenticationendpointdeprecated",
      "authenticationendpointv2",
      "authenticationendpointv20",
      "authenticationurlv2",
      "authurlv2",
      "keystonev2url",
    ],
    roles: { keystoneV2: "authUrl" },
  },
  {
    label: { en: "Authentication endpoint", es: "Punto de autenticación", fr: "Point d’authentification" },
    keys: ["authenticationendpoint", "authendpoint"],
    roles: { keystoneAny: "authUrl" },
  },
  {
    label: { en: "Identity API version", es: "Versión de la API de identidad", fr: "Version de l’API d’identité" },
    keys: ["identityapiversion", "identityversion", "authversion", "keystoneversion"],
    roles: { keystone: "identityApiVersion" },
  },
  {
    label: { en: "User name", es: "Nombre de usuario", fr: "Nom d’utilisateur" },
    keys: ["username", "user", "login"],
    roles: { keystone: "username" },
  },
  {
    label: { en: "User ID", es: "ID de usuario", fr: "ID d’utilisateur" },
    keys: ["userid"],
    roles: { keystone: "userId" },
  },
  {
    label: { en: "Password", es: "Contraseña", fr: "Mot de passe" },
    keys: ["password", "userpassword"],
    roles: { keystone: "password" },
  },
  {
    label: { en: "Project name", es: "Nombre del proyecto", fr: "Nom du projet" },
    keys: ["projectname", "project", "tenantname", "tenant"],
    roles: { keystone: "projectName" },
  },
  {
    label: { en: "Project ID", es: "ID del proyecto", fr: "ID du projet" },
    keys: ["projectid", "tenantid"],
    roles: { keystone: "projectId", cloudStack: "projectId" },
  },
  {
    label: { en: "Domain ID", es: "ID del dominio", fr: "ID du domaine" },
    keys: ["domainid", "userdomainid", "defaultdomainid", "defaultdomain"],
    roles: { keystone: "userDomainId" },
  },
  {
    label: { en: "Domain name", es: "Nombre del dominio", fr: "Nom du domaine" },
    keys: ["domainname", "domain", "userdomainname", "userdomain"],
    roles: { keystone: "userDomainName" },
  },
  {
    label: { en: "Project domain ID", es: "ID del dominio del proyecto", fr: "ID du domaine du projet" },
    keys: ["projectdomainid"],
    roles: { keystone: "projectDomainId" },
  },
  {
    label: { en: "Project domain name", es: "Nombre del dominio del proyecto", fr: "Nom du domaine du projet" },
    keys: ["projectdomainname", "projectdomain"],
    roles: { keystone: "projectDomainName" },
  },
  {
    label: { en: "Region", es: "Región", fr: "Région" },
    keys: ["region", "regionname"],
    roles: { keystone: "regionName", s3: "regionName" },
  },
  {
    label: { en: "S3 region", es: "Región S3", fr: "Région S3" },
    keys: ["s3region", "s3regionname", "awsregion", "awsdefaultregion"],
    roles: { s3: "regionName" },
  },
  {
    label: { en: "Application credential ID", es: "ID de credencial de aplicación", fr: "ID d’identifiant applicatif" },
    keys: ["applicationcredentialid"],
    roles: { keystone: "applicationCredentialId" },
  },
  {
    label: {
      en: "Application credential name",
      es: "Nombre de credencial de aplicación",
      fr: "Nom d’identifiant applicatif",
    },
    keys: ["applicationcredentialname"],
    roles: { keystone: "applicationCredentialName" },
  },
  {
    label: {
      en: "Application credential secret",
      es: "Secreto de credencial de aplicación",
      fr: "Secret d’identifiant applicatif",
    },
    keys: ["applicationcredentialsecret"],
    roles: { keystone: "applicationCredentialSecret" },
  },
  {
    label: { en: "S3 endpoint", es: "Punto final S3", fr: "Point de terminaison S3" },
    keys: [
      "s3endpoint",
      "s3apiendpoint",
      "s3endpointurl",
      "s3url",
      "endpointurl",
      "awsendpointurl",
      "awsendpointurls3",
    ],
    roles: { s3: "endpointUrl" },
  },
  {
    label: { en: "S3 API access key", es: "Clave de acceso API S3", fr: "Clé d’accès API S3" },
    keys: [
      "s3apiaccesskey",
      "s3apiaccesskeyid",
      "s3accesskey",
      "s3accesskeyid",
      "accesskey",
      "accesskeyid",
      "awsaccesskeyid",
      "ec2accesskey",
    ],
    roles: { s3: "accessKeyId" },
  },
  {
    label: { en: "S3 API secret key", es: "Clave secreta API S3", fr: "Clé secrète API S3" },
    keys: [
      "s3apisecretkey",
      "s3apisecretaccesskey",
      "s3secretkey",
      "s3secretaccesskey",
      "secretaccesskey",
      "awssecretaccesskey",
      "ec2secretkey",
    ],
    roles: { s3: "secretAccessKey" },
  },
  {
    label: { en: "API endpoint", es: "Punto final API", fr: "Point de terminaison API" },
    keys: ["endpoint", "apiendpoint", "apiurl", "cloudstackapiurl"],
    roles: { cloudStack: "apiUrl", s3: "endpointUrl" },
  },
  {
    label: { en: "API key", es: "Clave API", fr: "Clé API" },
    keys: ["apikey", "cloudstackapikey"],
    roles: { cloudStack: "apiKey" },
  },
  {
    label: { en: "Secret key", es: "Clave secreta", fr: "Clé secrète" },
    keys: ["secretkey", "cloudstacksecretkey"],
    roles: { cloudStack: "secretKey", s3: "secretAccessKey" },
  },
  {
    label: { en: "Container", es: "Contenedor", fr: "Conteneur" },
    keys: ["container", "bucket"],
    roles: {},
  },
  {
    label: { en: "Storage URL", es: "URL de almacenamiento", fr: "URL de stockage" },
    keys: ["storageurl", "swifturl"],
    roles: {},
  },
];

const byKey = new Map(knownFields.flatMap((field) => field.keys.map((key) => [key, field] as const)));

/** @returns null for a key that nobody here has heard of; it is then shown as it is. */
export function knownFieldOf(key: string): KnownField | null {
  const plain = key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return byKey.get(plain) ?? byKey.get(plain.replace(/^os/, "")) ?? null;
}

/** Whether the values under a key are secrets, whatever a console says of them. */
export function isSecretKey(key: string): boolean {
  return Object.values(knownFieldOf(key)?.roles ?? {}).some((role) => secretRoles.has(role));
}

/** What a role is called on screen. */
export function labelOfRole(role: Role): Words {
  const field = knownFields.find(({ roles }) => Object.values(roles).includes(role));
  return field?.label ?? same(role);
}
