/** Choosing, renaming and removing connected consoles, and the access that they need. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Call } from "../messaging/call.ts";
import { hasOrigin, type PermissionsApi, requestOrigin } from "../permissions.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface ConsolesModel {
  /** Whether the user has taken away the access to the current console. */
  readonly lacksAccess: ReadonlySignal<boolean>;
  readonly selecting: Task<[consoleId: string]>;
  readonly renaming: Task<[consoleId: string, label: string]>;
  readonly removing: Task<[consoleId: string]>;
  readonly signingOut: Task<[consoleId: string]>;
  /** Must be run in the very task of a click. */
  readonly allowingAccess: Task<[]>;
  checkAccess(): Promise<void>;
}

export function createConsolesModel(
  { current }: Pick<State, "current">,
  call: Call,
  permissions: PermissionsApi,
): ConsolesModel {
  const lacksAccess = signal(false);
  let latest = 0;
  const checkAccess = async () => {
    latest += 1;
    const asked = latest;
    const profile = current.peek();
    const lacks = profile !== null && !(await hasOrigin(permissions, profile.origin));
    // an answer that was overtaken is not the last word
    if (asked === latest) lacksAccess.value = lacks;
  };
  effect(() => {
    // another console, another origin
    current.value;
    void checkAccess();
  });
  return {
    lacksAccess,
    checkAccess,
    selecting: createTask(async (consoleId) => {
      await call("console.select", { consoleId });
    }),
    renaming: createTask(async (consoleId, label) => {
      await call("console.rename", { consoleId, label });
    }),
    removing: createTask(async (consoleId) => {
      await call("console.remove", { consoleId });
    }),
    signingOut: createTask(async (consoleId) => {
      await call("session.signOut", { consoleId });
    }),
    allowingAccess: createTask(async () => {
      if (current.value === null) return;
      await requestOrigin(permissions, current.value.origin);
      await checkAccess();
    }),
  };
}
