/**
 * Who is signed in where. The session itself is a cookie that the browser holds and that is never read; what is kept
 * here is whose it is and the token that changes need.
 */
import { AppError, isAppError } from "../errors.ts";
import type { ConsoleProfile, Items } from "../storage/items.ts";
import { type Console, ownerOf, type Session, type SignIn } from "./console.ts";
import type { Consoles } from "./consoles.ts";
import { failuresOf } from "./lock-out.ts";

export interface SessionsEdge {
  readonly items: Items;
  readonly consoles: Consoles;
  readonly forgetKeys: (consoleId: string) => Promise<void>;
}

/** What work in a session may know of it. */
export interface OpenSession {
  readonly csrfToken: string | null;
  /** See `ownerOf`. */
  readonly owner: string;
}

export function createSessions({ items, consoles, forgetKeys }: SessionsEdge) {
  /** Whether the console was not removed while it was being asked. */
  const isConnected = async (consoleId: string) => (await items.consoles.get()).list.some(({ id }) => id === consoleId);

  const keep = async (consoleId: string, { account, csrfToken }: Session) => {
    if (!(await isConnected(consoleId))) throw new AppError("not_found");
    const head = (await items.heads.get())[consoleId];
    // another user's list is not shown to this one
    if (head !== undefined && head.owner !== ownerOf(account)) await forgetKeys(consoleId);
    await items.sessions.update((sessions) => ({ ...sessions, [consoleId]: { state: "open", account, csrfToken } }));
  };

  const end = async (consoleId: string) => {
    if (!(await isConnected(consoleId))) return;
    await items.sessions.update((sessions) => {
      const session = sessions[consoleId];
      if (session === undefined || session.state === "none") return { ...sessions, [consoleId]: { state: "none" } };
      return { ...sessions, [consoleId]: { state: "ended", account: session.account } };
    });
  };

  /**
   * Asks the console whose session the browser holds, so that a session opened, ended or changed in a tab counts here.
   * @throws AppError `session_expired` when one has ended, `signed_out` when there was none.
   */
  const resume = async (consoleId: string): Promise<{ console: Console; session: Session }> => {
    const console = await consoles.open(consoleId);
    const before = (await items.sessions.get())[consoleId];
    const session = await console.whoAmI();
    if (session === null) {
      await end(consoleId);
      throw new AppError(before === undefined || before.state === "none" ? "signed_out" : "session_expired");
    }
    await keep(consoleId, session);
    return { console, session };
  };

  const countFailure = (consoleId: string, userName: string) =>
    items.signInFailures.update((failures) => {
      const ofConsole = failures[consoleId] ?? {};
      return { ...failures, [consoleId]: { ...ofConsole, [userName]: failuresOf(ofConsole, userName) + 1 } };
    });

  const remember = (consoleId: string, lastSignIn: NonNullable<ConsoleProfile["lastSignIn"]>) =>
    items.consoles.update(({ list, currentId }) => ({
      list: list.map((profile) => (profile.id === consoleId ? { ...profile, lastSignIn } : profile)),
      currentId,
    }));

  const clearFailures = (consoleId: string, userName: string) =>
    items.signInFailures.update((failures) => {
      const { [userName]: _, ...others } = failures[consoleId] ?? {};
      return { ...failures, [consoleId]: others };
    });

  return {
    resume,

    /** One attempt, never repeated by itself. The password goes to the console and nowhere else. */
    async signIn(consoleId: string, signIn: SignIn): Promise<void> {
      const console = await consoles.open(consoleId);
      const userName = signIn.userName.trim();
      const organization = signIn.organization?.trim() ?? "";
      let session: Session;
      try {
        session = await console.signIn({ ...signIn, userName, organization });
      } catch (fault) {
        if (isAppError(fault, "credentials_wrong", "code_wrong")) await countFailure(consoleId, userName);
        throw fault;
      }
      await keep(consoleId, session);
      try {
        await clearFailures(consoleId, userName);
        await remember(consoleId, { userName, organization });
      } catch (fault) {
        // the session is open all the same
        if (!isAppError(fault, "storage_full")) throw fault;
      }
    },

    /** Ends the session on the console too; what was known of its keys goes with it. */
    async signOut(consoleId: string): Promise<void> {
      try {
        const { console, session } = await resume(consoleId);
        await console.signOut(session.csrfToken);
      } catch (fault) {
        if (!isAppError(fault, "signed_out", "session_expired")) throw fault;
      }
      await items.sessions.update((sessions) => ({ ...sessions, [consoleId]: { state: "none" } }));
      await forgetKeys(consoleId);
    },

    /**
     * Does `work` in the session that the browser holds right now, and notes when the console says it has ended.
     * @param expectedOwner in whose name it is to be done; anyone's when undefined.
     * @throws AppError `other_account` before anything is done, when the session is somebody else's.
     */
    async inSession<T>(
      consoleId: string,
      work: (console: Console, session: OpenSession) => Promise<T>,
      expectedOwner?: string,
    ): Promise<T> {
      const { console, session } = await resume(consoleId);
      const owner = ownerOf(session.account);
      if (expectedOwner !== undefined && owner !== expectedOwner) throw new AppError("other_account");
      try {
        return await work(console, { csrfToken: session.csrfToken, owner });
      } catch (fault) {
        if (isAppError(fault, "session_expired")) await end(consoleId);
        throw fault;
      }
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;
