/** Consoles lock a user out after too many failed sign-ins: how many there were, and when to warn. */

/** Documented: the console locks a user after this many failed sign-ins in a row. */
export const lockedAfter = 10;
/** From this many on, the user is warned. */
export const warnFrom = 5;

/** A name may be anything, `constructor` too. */
export function failuresOf(ofConsole: Readonly<Record<string, number>> | undefined, userName: string): number {
  return ofConsole !== undefined && Object.hasOwn(ofConsole, userName) ? (ofConsole[userName] ?? 0) : 0;
}
