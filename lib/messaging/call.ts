/** The caller's side of the protocol: typed in, parsed out, and every failure an `AppError`. */
import { AppError } from "../errors.ts";
import { type Background, background, type Input, type Output, Reply, type RequestName } from "./protocol.ts";

export type Call = <N extends RequestName<Background>>(
  name: N,
  input: Input<Background, N>,
) => Promise<Output<Background, N>>;

/**
 * Makes a `call` over `sendMessage` (the browser's, in the product).
 * @throws AppError `worker_gone` when the background died before it answered: what it was doing may be done or not.
 */
export function createCall(sendMessage: (message: unknown) => Promise<unknown>): Call {
  return async (name, input) => {
    let answer: unknown;
    try {
      answer = await sendMessage({ llavero: 1, name, input });
    } catch (cause) {
      throw new AppError("worker_gone", {}, cause);
    }
    const reply = Reply.safeParse(answer);
    if (!reply.success) throw new AppError("worker_gone", {}, reply.error);
    if (!reply.data.ok) throw new AppError(reply.data.problem.kind, reply.data.problem.facts);
    const output = background[name].output.safeParse(reply.data.output);
    if (!output.success) throw new AppError("internal");
    return output.data as Output<Background, typeof name>;
  };
}
