/** What a person calls what goes into a field: shorter than the names of a service's own fields. */
import { labelOfRole } from "../credentials/known-fields.ts";
import { roles } from "../credentials/role.ts";
import type { Words } from "../i18n.ts";

/** In a form there is no telling an id from a name, and no need to. */
const domain: Words = { en: "Domain", es: "Dominio", fr: "Domaine" };
const projectDomain: Words = { en: "Project domain", es: "Dominio del proyecto", fr: "Domaine du projet" };

const shorter: Readonly<Record<string, Words>> = {
  userDomainId: domain,
  userDomainName: domain,
  projectDomainId: projectDomain,
  projectDomainName: projectDomain,
  "username@domain": {
    en: "User name and domain",
    es: "Nombre de usuario y dominio",
    fr: "Nom d’utilisateur et domaine",
  },
};

const parts: Readonly<Record<string, (whole: Words) => Words>> = {
  host: ({ en, es, fr }) => ({ en: `${en} (host)`, es: `${es} (host)`, fr: `${fr} (hôte)` }),
  port: ({ en, es, fr }) => ({ en: `${en} (port)`, es: `${es} (puerto)`, fr: `${fr} (port)` }),
};

/** @param kind a role, or what is made of some: see `ValueKind` of `lib/forms/plan.ts`. */
export function labelOfKind(kind: string): Words {
  const [whole = "", part] = kind.split(":");
  const role = roles.find((one) => one === whole);
  const words = shorter[whole] ?? (role === undefined ? { en: kind, es: kind, fr: kind } : labelOfRole(role));
  return (part === undefined ? undefined : parts[part])?.(words) ?? words;
}
