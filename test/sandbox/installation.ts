/** One running console, as its handlers see it. */
import type { Brand } from "./brands.ts";
import type { Store } from "./store/store.ts";
import type { TaskControl } from "./tasks/task-settings.ts";

export interface Installation {
  readonly brand: Brand;
  readonly origin: string;
  readonly store: Store;
  readonly tasks: TaskControl;
  readonly singleSignOn: SingleSignOn;
  /** The names of its cookies. */
  readonly cookies: { readonly session: string; readonly pending: string; readonly state: string };
}

/** What a console was told when it was registered with the identity provider. */
export interface SingleSignOn {
  readonly name: string;
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Where the API is, below the origin. */
export const ENDPOINT_PATH = "/api/v2";
