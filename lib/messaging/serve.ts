/** The background's side of the protocol: who may ask, what they may ask, and an answer to everything. */
import { AppError, toProblem } from "../errors.ts";
import { Envelope, type Input, type Output, type Protocol, type Reply, type RequestName } from "./protocol.ts";

export type Handlers<P extends Protocol> = {
  readonly [N in RequestName<P>]: (input: Input<P, N>) => Promise<Output<P, N>>;
};

export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Makes a listener for `runtime.onMessage`.
 * @param isOwnPage whether a sender is one of the extension's own pages; nobody else is served.
 * @param ready nothing is served before.
 * @param report where a fault that is a bug goes; it is given the request's name and never its input.
 */
export function createServer<P extends Protocol>(
  protocol: P,
  handlers: Handlers<P>,
  isOwnPage: (sender: Sender) => boolean,
  report: (name: string, fault: unknown) => void,
  ready: Promise<unknown> = Promise.resolve(),
): (message: unknown, sender: Sender) => Promise<Reply> | undefined {
  const answer = async (message: unknown): Promise<Reply> => {
    let name = "?";
    await ready;
    try {
      const envelope = Envelope.parse(message);
      name = envelope.name;
      const request = Object.hasOwn(protocol, name) ? protocol[name] : undefined;
      const handle = handlers[name as RequestName<P>];
      if (request === undefined || handle === undefined) throw new AppError("internal");
      const input = request.input.parse(envelope.input) as Input<P, RequestName<P>>;
      return { ok: true, output: await handle(input) };
    } catch (fault) {
      if (!(fault instanceof AppError)) report(name, fault);
      return { ok: false, problem: toProblem(fault) };
    }
  };
  return (message, sender) => (isOwnPage(sender) ? answer(message) : undefined);
}
