/** What a call fails with, as a value to compare; a call that goes well says so. */
import { type Problem, toProblem } from "../../lib/errors.ts";

export async function problemOf(work: Promise<unknown>): Promise<Problem | "it went well"> {
  try {
    await work;
    return "it went well";
  } catch (fault) {
    return toProblem(fault);
  }
}

export async function kindOf(work: Promise<unknown>): Promise<string> {
  const problem = await problemOf(work);
  return typeof problem === "string" ? problem : problem.kind;
}
