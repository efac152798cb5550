/** Signing in to the current console. Secrets typed live in this page's memory only. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { failuresOf, warnFrom } from "../console/lock-out.ts";
import type { Call } from "../messaging/call.ts";
import type { DraftsModel } from "./drafts.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface SignInModel {
  readonly userName: ReadonlySignal<string>;
  readonly organization: ReadonlySignal<string>;
  readonly password: Signal<string>;
  readonly code: Signal<string>;
  readonly asksOrganization: Signal<boolean>;
  readonly asksCode: ReadonlySignal<boolean>;
  /** Failed sign-ins in a row of this user, once they are many enough to be a warning; else 0. */
  readonly failures: ReadonlySignal<number>;
  readonly signingIn: Task<[]>;
  type(change: { userName?: string; organization?: string }): void;
}

/** @param onDone told who signed in, when the session is open. */
export function createSignIn(
  state: Pick<State, "current" | "signInFailures">,
  drafts: DraftsModel,
  call: Call,
  onDone: (userName: string) => void,
): SignInModel {
  const typed = computed(() => {
    const profile = state.current.value;
    const last = profile?.lastSignIn ?? { userName: "", organization: "" };
    return profile === null ? last : (drafts.of(profile.id).signIn ?? last);
  });
  const userName = computed(() => typed.value.userName);
  const organization = computed(() => typed.value.organization);
  const password = signal("");
  const code = signal("");
  const asksOrganization = signal(false);
  const codeAsked = signal(false);

  const consoleId = computed(() => state.current.value?.id);
  effect(() => {
    // what was typed for one console is not offered to another
    consoleId.value;
    password.value = "";
    code.value = "";
    codeAsked.value = false;
    asksOrganization.value = false;
  });

  const signingIn = createTask(async () => {
    const profile = state.current.value;
    if (profile === null) return;
    const name = userName.value;
    await call("session.signIn", {
      consoleId: profile.id,
      userName: name,
      password: password.value,
      ...(organization.value === "" ? {} : { organization: organization.value }),
      ...(code.value.trim() === "" ? {} : { otp: code.value.trim() }),
    });
    password.value = "";
    codeAsked.value = false;
    drafts.change(profile.id, { signIn: null });
    onDone(name.trim());
  });

  return {
    userName,
    organization,
    password,
    code,
    asksOrganization,
    asksCode: codeAsked,
    failures: computed(() => {
      const profile = state.current.value;
      const count = failuresOf(state.signInFailures.value[profile?.id ?? ""], userName.value.trim());
      return count >= warnFrom ? count : 0;
    }),
    signingIn: {
      ...signingIn,
      async run() {
        const done = await signingIn.run();
        const kind = signingIn.problem.value?.kind;
        if (kind === "organization_required") asksOrganization.value = true;
        if (kind === "code_required" || kind === "code_wrong") codeAsked.value = true;
        // a code works once, and a wrong password is typed anew
        code.value = "";
        if (kind === "credentials_wrong") password.value = "";
        return done;
      },
    },
    type(change) {
      const profile = state.current.value;
      if (profile !== null) drafts.change(profile.id, { signIn: { ...typed.value, ...change } });
    },
  };
}
