/** Every fault that the sandbox can play, and what each has to become in each action. */
import type { ErrorKind } from "../../lib/errors.ts";
import type { FaultRuleInput } from "../sandbox/faults/fault.ts";
import type { Action } from "./subject.ts";

export type Outcome = ErrorKind | "success";
type Outcomes = Partial<Record<Action, Outcome>>;

export interface FaultCase {
  readonly title: string;
  readonly fault: FaultRuleInput["fault"];
  /** Whether the console did the work before things went wrong. */
  readonly done: boolean;
  /** Nothing answers until the client gives up. */
  readonly silent: boolean;
  readonly outcome: (action: Action) => Outcome;
}

/** Actions whose answer is read; the others only need to hear no "no". */
const readers: readonly Action[] = ["recognize", "signIn", "whoAmI", "listKeys", "createKey"];
/** A console that is not understood when it is first met is none. */
const none: Outcomes = { recognize: "not_a_console" };
/** An answer that says nothing: no matter to those who do not read it. */
const saysNothing: Outcomes = {
  ...Object.fromEntries(readers.map((action) => [action, "bad_answer"])),
  ...none,
};

function faultCase(
  title: string,
  fault: FaultCase["fault"],
  otherwise: Outcome,
  outcomes: Outcomes = {},
  { done = false, silent = false } = {},
): FaultCase {
  return { title, fault, done, silent, outcome: (action) => outcomes[action] ?? otherwise };
}

const status = (code: number, otherwise: Outcome, outcomes: Outcomes = {}) =>
  faultCase(`status ${code}`, { kind: "status", status: code }, otherwise, outcomes);
const shape = (body: unknown, otherwise: Outcome, outcomes: Outcomes) =>
  faultCase(`shape ${JSON.stringify(body)}`, { kind: "shape", body }, otherwise, outcomes, { done: true });
const after = { done: true };

export const faultCases: readonly FaultCase[] = [
  faultCase("status 200 with errors in the body", { kind: "status", status: 200 }, "rejected", none),
  status(204, "success", saysNothing),
  status(400, "rejected", none),
  // for whoAmI it is an answer: nobody
  status(401, "session_expired", { ...none, signIn: "credentials_wrong", whoAmI: "success" }),
  status(403, "forbidden", none),
  status(404, "not_found", none),
  status(405, "rejected", none),
  status(408, "timed_out"),
  status(409, "rejected", none),
  status(422, "rejected", none),
  status(429, "too_many_requests"),
  faultCase(
    "status 418 in plain words",
    { kind: "status", status: 418, body: "I'm a teapot", contentType: "text/plain" },
    "rejected",
    none,
  ),
  status(500, "server_failed"),
  status(501, "server_failed"),
  status(504, "server_failed"),
  faultCase(
    "status 502 as a proxy's page",
    { kind: "status", status: 502, body: "<html><h1>Bad Gateway</h1></html>", contentType: "text/html" },
    "server_failed",
  ),
  faultCase("status 500 after the work", { kind: "status", status: 500, after: true }, "server_failed", {}, after),
  faultCase("a short delay", { kind: "delay", milliseconds: 20 }, "success", {}, after),
  faultCase("a long delay", { kind: "delay", milliseconds: 600_000 }, "timed_out", {}, { silent: true }),
  faultCase("a reset before the work", { kind: "reset", when: "before" }, "unreachable"),
  faultCase("a reset after the work", { kind: "reset", when: "after" }, "unreachable", {}, after),
  // of an answer without a body nothing arrives at all
  faultCase(
    "half an answer",
    { kind: "truncate" },
    "cut_off",
    { signOut: "unreachable", revokeKey: "unreachable" },
    after,
  ),
  faultCase("a page before the work", { kind: "html" }, "html_page"),
  faultCase("a page after the work", { kind: "html", after: true }, "html_page", {}, after),
  ...["text/html", "text/plain; charset=iso-8859-1", "application/octet-stream", "nonsense"].map((contentType) =>
    faultCase(`JSON as ${contentType}`, { kind: "contentType", contentType }, "success", {}, after),
  ),
  shape([], "success", saysNothing),
  shape({}, "success", saysNothing),
  shape(null, "success", saysNothing),
  shape("words", "success", saysNothing),
  shape(42, "success", saysNothing),
  shape({ data: null }, "success", saysNothing),
  shape({ data: {} }, "success", saysNothing),
  shape({ data: "words" }, "success", saysNothing),
  shape({ data: [] }, "success", { ...saysNothing, listKeys: "success" }),
  shape({ data: [null] }, "success", { ...saysNothing, listKeys: "success" }),
  shape({ data: { user: null, key: null } }, "success", saysNothing),
  faultCase("silence before the work", { kind: "hang", when: "before" }, "timed_out", {}, { silent: true }),
  faultCase("silence after the work", { kind: "hang", when: "after" }, "timed_out", {}, { done: true, silent: true }),
  faultCase("page 1 again", { kind: "paging", how: "repeat", page: 1 }, "success", {}, after),
  // a list is walked once more and then complete
  faultCase(
    "page 1 dropped",
    { kind: "paging", how: "drop", page: 1 },
    "success",
    { ...saysNothing, listKeys: "success" },
    after,
  ),
  faultCase("unknown fields", { kind: "patchItems", set: { shoeSize: 43, nested: { a: [] } } }, "success", {}, after),
  faultCase("a redirect", { kind: "redirect", location: "/login" }, "redirected"),
  faultCase("a redirect to elsewhere", { kind: "redirect", location: "https://example.com/" }, "redirected"),
  faultCase("a clock one day ahead", { kind: "clock", skewSeconds: 86_400 }, "success", {}, after),
  faultCase("a clock one day behind", { kind: "clock", skewSeconds: -86_400 }, "success", {}, after),
];

/** Shorter than anybody's patience, longer than any answer of the sandbox on a busy machine. */
export const hastyMs = 300;
