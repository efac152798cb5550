/** Message to service: one line each. */
import type { Background } from "../../lib/messaging/protocol.ts";
import type { Handlers } from "../../lib/messaging/serve.ts";
import type { Services } from "../../lib/services.ts";

export function createHandlers({
  consoles,
  sessions,
  keys,
  freshKeys,
  connections,
  renewals,
  autofill,
}: Services): Handlers<Background> {
  return {
    "console.connect": ({ address }) => consoles.connect(address),
    "console.select": ({ consoleId }) => consoles.select(consoleId),
    "console.rename": ({ consoleId, label }) => consoles.rename(consoleId, label),
    "console.remove": ({ consoleId }) => consoles.remove(consoleId),
    "session.signIn": ({ consoleId, ...signIn }) => sessions.signIn(consoleId, signIn),
    "session.signOut": ({ consoleId }) => sessions.signOut(consoleId),
    "keys.refresh": ({ consoleId }) => keys.refresh(consoleId),
    "keys.create": ({ consoleId, intentId, name }) => freshKeys.create(consoleId, intentId, name),
    "keys.rename": ({ consoleId, keyId, name }) => keys.rename(consoleId, keyId, name),
    "keys.revoke": ({ consoleId, keyId }) => keys.revoke(consoleId, keyId),
    "fresh.copied": ({ intentId }) => freshKeys.markCopied(intentId),
    "fresh.revokeLost": ({ intentId }) => freshKeys.revokeLost(intentId),
    "fresh.revokeStrays": ({ intentId }) => freshKeys.revokeStrays(intentId),
    "fresh.dismiss": ({ intentId }) => freshKeys.dismiss(intentId),
    "services.list": ({ consoleId }) => connections.list(consoleId),
    "services.credentials": ({ consoleId, entry, owner }) => connections.credentials(consoleId, entry, owner),
    "services.renew": (wish) => renewals.renew(wish),
    "services.deleteS3Key": ({ consoleId, entry, region, owner }) =>
      connections.deleteS3Key(consoleId, entry, region, owner),
    "renewal.lookAgain": ({ renewalId }) => renewals.lookAgain(renewalId),
    "renewal.copied": ({ renewalId }) => renewals.markCopied(renewalId),
    "renewal.dismiss": ({ renewalId }) => renewals.dismiss(renewalId),
    "fill.begin": async ({ tabId, source, only }) => {
      try {
        await autofill.begin(tabId, source, only);
      } catch (fault) {
        // the popup may be closed by now, and say it when it is opened again
        await autofill.noteFailure(tabId, fault);
        throw fault;
      }
    },
    "fill.confirm": ({ tabId, fillId, isAlways }) => autofill.confirm(tabId, fillId, isAlways),
    "fill.dismiss": ({ tabId }) => autofill.dismiss(tabId),
    "fill.forgetOrigin": ({ origin }) => autofill.forgetOrigin(origin),
  };
}
