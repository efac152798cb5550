/** What must not be shown, nor kept as text: values that the console calls sensitive, and all that holds them. Pure. */
import type { ServiceField } from "../console/service.ts";
import { type Role, secretRoles } from "../credentials/role.ts";
import type { Offer, ValueKind } from "../forms/offer.ts";

export interface Sensitive {
  /** Whether a text holds such a value; also one that a page says. */
  isIn(text: string): boolean;
  /** Whether a value was made of such a one, as a host of an address. */
  isMadeOf(offerId: string, kind: ValueKind): boolean;
}

/** Shorter values, in characters, stand in many a text by chance: there only whole words count. */
const longEnough = 4;

/**
 * @param fields as the console tells of them: it may call anything sensitive, whatever it is for.
 * @param offers what a page is offered of them.
 */
export function sensitiveOf(
  fields: readonly Pick<ServiceField, "value" | "isSensitive">[],
  offers: readonly Offer[],
): Sensitive {
  const told = fields.flatMap(({ isSensitive, value }) => (isSensitive && value !== null ? [value] : []));
  const secret = offers.flatMap(({ values }) => [...secretRoles].flatMap((role) => values[role] ?? []));
  const values = new Set([...told, ...secret].map(plain).filter((value) => value !== ""));
  const isIn = (text: string): boolean => {
    const all = plain(text);
    if (values.has(all)) return true;
    const words = new Set(all.split(/[^\p{L}\p{N}]+/u));
    return [...values].some((value) => (value.length < longEnough ? words.has(value) : all.includes(value)));
  };
  return {
    isIn,
    isMadeOf(offerId, kind) {
      const own = offers.find(({ id }) => id === offerId)?.values ?? {};
      return sourcesOf(kind).some((role) => isIn(own[role] ?? ""));
    },
  };
}

const plain = (text: string) => text.trim().toLowerCase();

const userDomain = ["userDomainId", "userDomainName"] as const;
const projectDomain = ["projectDomainId", "projectDomainName"] as const;

/** What `valueFor` of `lib/forms/offer.ts` makes a value of. */
function sourcesOf(kind: ValueKind): readonly Role[] {
  switch (kind) {
    case "username@domain":
      return ["username", ...userDomain];
    case "userDomainId":
    case "userDomainName":
      return userDomain;
    case "projectDomainId":
    case "projectDomainName":
      return projectDomain;
    case "authUrl:host":
    case "authUrl:port":
    case "authUrl:authority":
      return ["authUrl"];
    case "endpointUrl:host":
    case "endpointUrl:port":
    case "endpointUrl:authority":
      return ["endpointUrl"];
    case "apiUrl:host":
    case "apiUrl:port":
    case "apiUrl:authority":
      return ["apiUrl"];
    default:
      return [kind];
  }
}
