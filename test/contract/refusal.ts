/** How a failure has to look, whatever failed. */
import { inspect } from "node:util";
import { expect } from "vitest";
import { AppError, errorKinds } from "../../lib/errors.ts";

/** What `work` is refused with: an error of a known kind in which none of the secrets can be found. */
export async function refusalOf(work: Promise<unknown>, secrets: readonly (string | null)[] = []): Promise<AppError> {
  const thrown: unknown = await work.then(
    () => new Error("It was not refused."),
    (fault: unknown) => fault,
  );
  if (!(thrown instanceof AppError)) throw thrown;
  expect(errorKinds).toContain(thrown.kind);
  expectWithoutSecrets(thrown, secrets);
  return thrown;
}

/** The kind alone, which is what most tests are about. */
export async function kindOf(work: Promise<unknown>, secrets: readonly (string | null)[] = []): Promise<string> {
  return (await refusalOf(work, secrets)).kind;
}

/** Looks through everything that hangs on an error: message, facts, causes, and what those carry. */
export function expectWithoutSecrets(error: unknown, secrets: readonly (string | null)[]): void {
  const everything = inspect(error, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });
  for (const secret of secrets) if (secret) expect(everything).not.toContain(secret);
}
