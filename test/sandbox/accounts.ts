/** Who can sign in to the sandbox: fictional organizations and people, the same in every brand. */
import type { BrandId } from "./brands.ts";
import type { ServiceSet } from "./services/service-seed.ts";

/** One way into one console, with what it is there to show. */
export interface AccountInfo {
  readonly brand: BrandId;
  readonly userName: string;
  readonly password: string;
  readonly organization: string;
  readonly note: string;
  /** Base32, as an authenticator application takes it. */
  readonly otpSecret?: string;
}

export interface SeedOrganization {
  readonly name: string;
  /** The short name, accepted at sign-in as well as the full one. */
  readonly entryPoint: string;
  /** False where the organization allows single sign-on only. */
  readonly nativeLogin: boolean;
  /** Whether its people may come in through the identity provider. */
  readonly singleSignOn: boolean;
}

export interface SeedAccount {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  /** The entry point of the organization. */
  readonly organization: string;
  readonly role: "Administrator" | "User";
  /** "realistic" takes the written-out list, a number makes that many. */
  readonly keys: "realistic" | number;
  readonly note: string;
  /** Which services and environments it sees: "few" when left out. */
  readonly services?: ServiceSet;
  readonly locked?: true;
  readonly withoutKeyPermission?: true;
  readonly otpSecret?: string;
}

export const organizations: readonly SeedOrganization[] = [
  { name: "Nimbus Labs", entryPoint: "nimbus", nativeLogin: true, singleSignOn: true },
  { name: "Faro Federado", entryPoint: "faro", nativeLogin: false, singleSignOn: true },
  { name: "Delta Norte", entryPoint: "delta", nativeLogin: true, singleSignOn: false },
];

export const seedAccounts: readonly SeedAccount[] = [
  {
    userName: "ana",
    firstName: "Ana",
    lastName: "Quetzal",
    password: "Quetzal-Rojo-47",
    organization: "nimbus",
    role: "User",
    keys: "realistic",
    note: "an ordinary user with 14 keys, some never used, some with odd names, and services of every kind",
    services: "realistic",
  },
  {
    userName: "otto",
    firstName: "Otto",
    lastName: "Tranvía",
    password: "Tranvia.Verde.62",
    organization: "nimbus",
    role: "User",
    keys: 3,
    note: "asks for a one-time code",
    otpSecret: "NRWGC5TFOJXXGYLOMRRG66DPORYGC43T",
  },
  {
    userName: "sofia",
    firstName: "Sofía",
    lastName: "Faro",
    password: "Faro_Lejano_85",
    organization: "faro",
    role: "User",
    keys: 4,
    note: "single sign-on only (the password is the identity provider's)",
  },
  {
    userName: "luis",
    firstName: "Luis",
    lastName: "Candado",
    password: "Candado-Gris-31",
    organization: "nimbus",
    role: "User",
    keys: 2,
    note: "locked already",
    locked: true,
  },
  {
    userName: "maya",
    firstName: "Maya",
    lastName: "Diezmil",
    password: "Diezmil-Llaves-10",
    organization: "nimbus",
    role: "User",
    keys: 10_000,
    note: "10,000 keys",
  },
  {
    userName: "mila",
    firstName: "Mila",
    lastName: "Millar",
    password: "Mil-Llaves-Oro-21",
    organization: "nimbus",
    role: "User",
    keys: 1_000,
    note: "1,000 keys",
  },
  {
    userName: "diego",
    firstName: "Diego",
    lastName: "Decena",
    password: "Diez-Llaves-Sol-33",
    organization: "nimbus",
    role: "User",
    keys: 10,
    note: "10 keys",
  },
  {
    userName: "nora",
    firstName: "Nora",
    lastName: "Puerta",
    password: "Puerta-Cerrada-54",
    organization: "nimbus",
    role: "User",
    keys: 0,
    note: "lacks the permission for API keys",
    withoutKeyPermission: true,
  },
  {
    userName: "vera",
    firstName: "Vera",
    lastName: "Vacía",
    password: "Caja-Vacia-76",
    organization: "nimbus",
    role: "User",
    keys: 0,
    note: "no keys and no services at all",
    services: "none",
  },
  {
    userName: "paula",
    firstName: "Paula",
    lastName: "Parejas",
    password: "Cinco-Mil-Pares-58",
    organization: "nimbus",
    role: "User",
    keys: 3,
    note: "200 services with 25 environments each",
    services: "many",
  },
  {
    userName: "sam",
    firstName: "Sam",
    lastName: "Puente",
    password: "Puente-Nimbus-18",
    organization: "nimbus",
    role: "Administrator",
    keys: 5,
    note: "the same name in two organizations; an administrator in this one, who may read users",
  },
  {
    userName: "sam",
    firstName: "Sam",
    lastName: "Puente",
    password: "Puente-Delta-29",
    organization: "delta",
    role: "User",
    keys: 1,
    note: "the same name in two organizations",
  },
];

/** The accounts of one brand, as people and tests want to read them. */
export function accountsOf(brand: BrandId): AccountInfo[] {
  return seedAccounts.map((account) => ({
    brand,
    userName: account.userName,
    password: account.password,
    organization: organizations.find(({ entryPoint }) => entryPoint === account.organization)?.name ?? "",
    note: account.note,
    ...(account.otpSecret === undefined ? {} : { otpSecret: account.otpSecret }),
  }));
}
