/** Connecting a console: the address, the browser's question, what was found there. */
import { parseAddress } from "../console/address.ts";
import type { Call } from "../messaging/call.ts";
import { hasOrigin, type PermissionsApi, requestOrigin } from "../permissions.ts";
import type { DraftsModel } from "./drafts.ts";
import type { State } from "./state.ts";
import { createTask, type Task } from "./task.ts";

export interface ConnectModel {
  /** Whether the form is open on top of consoles that are connected already. */
  readonly isOpen: () => boolean;
  readonly address: () => string;
  readonly connecting: Task<[]>;
  type(address: string): void;
  open(): void;
  close(): void;
  /** Goes on where the browser's question closed the popup. */
  resume(): Promise<void>;
}

/** @param onConnected told which console it was. */
export function createConnect(
  { drafts: stored }: Pick<State, "drafts">,
  drafts: DraftsModel,
  call: Call,
  permissions: PermissionsApi,
  onConnected: (consoleId: string) => void,
): ConnectModel {
  const draft = () => stored.value.connect;
  const address = () => draft()?.address ?? "";

  const connecting = createTask(async (isAllowed: boolean) => {
    const typed = address();
    try {
      const origin = parseAddress(typed);
      if (!isAllowed) {
        drafts.setConnect({ address: typed, asked: true });
        await requestOrigin(permissions, origin);
      }
      const { consoleId } = await call("console.connect", { address: typed });
      if (address() === typed) drafts.setConnect(null);
      onConnected(consoleId);
    } catch (fault) {
      // the form may have been closed, or another address typed, in the meantime
      const now = draft();
      if (now !== null) drafts.setConnect({ ...now, asked: false });
      throw fault;
    }
  });

  return {
    isOpen: () => draft() !== null,
    address,
    connecting: { ...connecting, run: () => connecting.run(false) },
    type(typed) {
      connecting.forgive();
      drafts.setConnect({ address: typed, asked: false });
    },
    open: () => drafts.setConnect({ address: "", asked: false }),
    close() {
      connecting.forgive();
      drafts.setConnect(null);
    },
    async resume() {
      if (draft()?.asked !== true) return;
      // it was asked and answered by a click in the browser's own dialog; without the access, the form simply waits
      // no request here: browsers only take one from a click
      if (await hasOrigin(permissions, parseAddress(address()))) await connecting.run(true);
    },
  };
}
