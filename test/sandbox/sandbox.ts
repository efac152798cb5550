/** The sandbox: two CloudMC consoles and an identity provider, each on an origin of its own, in this process. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AccountInfo, accountsOf } from "./accounts.ts";
import { createRequestLog } from "./api/request-log.ts";
import type { ApiParts } from "./api/serve-api.ts";
import { type Brand, type BrandId, brands } from "./brands.ts";
import { createFaultList } from "./faults/fault-list.ts";
import { type Listening, listen } from "./http/listen.ts";
import { createIdentityProvider } from "./identity-provider/identity-provider.ts";
import type { Installation } from "./installation.ts";
import { loginPageText } from "./pages/login-pages.ts";
import { isPassword } from "./security/passwords.ts";
import { newSecret } from "./security/tokens.ts";
import { createConsoleHandler } from "./serve-console.ts";
import type { ServiceField } from "./services/service-field.ts";
import { openStore, type Store } from "./store/store.ts";
import { usualTasks } from "./tasks/task-settings.ts";

export interface SandboxConsole {
  readonly brand: BrandId;
  readonly name: string;
  readonly origin: string;
}

export interface Sandbox {
  readonly cloudops: SandboxConsole;
  readonly tigo: SandboxConsole;
  readonly identityProvider: { readonly origin: string };
  readonly accounts: readonly AccountInfo[];
  /** Stops the servers, hanging requests included, and removes the data if its directory was a temporary one. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** Where the databases are kept; a fresh temporary directory by default. */
  readonly directory?: string;
  /** Start from the seed even if the directory holds an older state. */
  readonly fresh?: boolean;
  readonly host?: string;
  /**
   * What Objects-r1 / production hands out to ana in both consoles, from the start and again after each reset: the
   * credentials of a real cloud. For anything else there is `serviceFields` of `control.ts`.
   */
  readonly objectStorage?: readonly ServiceField[];
  /** 0, the default, is any free port. */
  readonly ports?: { readonly cloudops?: number; readonly tigo?: number; readonly identityProvider?: number };
  /** False prints the origins once everything listens. */
  readonly quiet?: boolean;
}

const PROVIDER_NAME = "Sello ID";

/** Starts everything; resolves when it can be used. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = "127.0.0.1", ports = {}, fresh = false, quiet = true } = options;
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), "llavero-sandbox-"));
  const servers: Listening[] = [];
  const consoles: ApiParts[] = [];
  const close = async () => {
    // In this order, so that nothing works on a database that is closed already.
    for (const server of servers) await server.close();
    for (const { faults } of consoles) faults.clear();
    for (const server of servers.splice(0)) await server.idle();
    for (const { installation } of consoles.splice(0)) installation.store.close();
    if (options.directory === undefined) rmSync(directory, { recursive: true, force: true });
  };

  try {
    const listenOn = async (port: number | undefined): Promise<Listening> => {
      const listening = await listen(host, port ?? 0);
      servers.push(listening);
      return listening;
    };
    const at = {
      cloudops: await listenOn(ports.cloudops),
      tigo: await listenOn(ports.tigo),
      identityProvider: await listenOn(ports.identityProvider),
    };
    mkdirSync(directory, { recursive: true });
    for (const id of ["cloudops", "tigo"] as const) {
      const store = openStore(join(directory, `${id}.sqlite`), brands[id], {
        fresh,
        objectStorage: options.objectStorage,
      });
      const installation = install(brands[id], store, at[id].origin, at.identityProvider.origin);
      const signInPage = loginPageText(installation);
      consoles.push({ installation, faults: createFaultList(), log: createRequestLog(), signInPage });
    }
    const clients = consoles.map(({ installation }) => registration(installation));
    at.identityProvider.serve(createIdentityProvider(PROVIDER_NAME, clients));
    for (const parts of consoles) at[parts.installation.brand.id].serve(createConsoleHandler(parts));

    if (!quiet) for (const id of ["cloudops", "tigo"] as const) console.log(`${brands[id].name}: ${at[id].origin}`);
    const described = (brand: BrandId) => ({ brand, name: brands[brand].name, origin: at[brand].origin });
    return {
      cloudops: described("cloudops"),
      tigo: described("tigo"),
      identityProvider: { origin: at.identityProvider.origin },
      accounts: [...accountsOf("cloudops"), ...accountsOf("tigo")],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function install(brand: Brand, store: Store, origin: string, provider: string): Installation {
  return {
    brand,
    origin,
    store,
    tasks: { settings: usualTasks() },
    singleSignOn: { name: PROVIDER_NAME, origin: provider, clientId: brand.id, clientSecret: newSecret() },
    cookies: {
      session: `${brand.cookiePrefix}_session`,
      pending: `${brand.cookiePrefix}_pending`,
      state: `${brand.cookiePrefix}_state`,
    },
  };
}

/** What the identity provider knows of a console. It keeps no people of its own: it reads the console's. */
function registration({ brand, origin, store, singleSignOn }: Installation) {
  return {
    id: brand.id,
    name: brand.name,
    origin,
    secret: singleSignOn.clientSecret,
    async identify(userName: string, password: string): Promise<string | undefined> {
      const users = store.users.named(userName).filter((user) => store.users.organizationOf(user).single_sign_on);
      const [user] = users;
      return (await isPassword(password, user?.password_hash)) ? user?.id : undefined;
    },
  };
}
