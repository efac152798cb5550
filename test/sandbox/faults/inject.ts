/** Puts faults around the work of one call: first those that come before it, then those that spoil its answer. */
import { setTimeout as pause } from "node:timers/promises";
import { type Answer, json, redirect, type Sending, text } from "../http/answer.ts";
import type { Fault } from "./fault.ts";
import { items, withData, withPage } from "./spoil.ts";

/** One call, as faults see it. */
export interface Exchange {
  readonly query: URLSearchParams;
  /** A sign-in page, for the faults that answer with one. */
  readonly signInPage: string;
  /** Aborted when the faults are cleared. */
  readonly released: AbortSignal;
  /** Aborted when the client has given up. */
  readonly gone: AbortSignal;
  work(query: URLSearchParams, now: Date): Promise<Answer>;
  send(answer: Answer, sending: Sending): void;
  /** Destroys the connection. */
  reset(): void;
}

/** Answers a call, with the faults applied in their order. */
export async function inject(faults: readonly Fault[], exchange: Exchange): Promise<void> {
  let query = exchange.query;
  let instead: Answer | undefined;
  for (const fault of faults) {
    if (fault.kind === "delay") await wait(fault.milliseconds, exchange.released);
    else if (fault.kind === "hang" && fault.when === "before") {
      await hang(exchange);
      if (exchange.gone.aborted) return;
    } else if (fault.kind === "reset" && fault.when === "before") return exchange.reset();
    else if (fault.kind === "redirect") instead = redirect(fault.location, {}, 302);
    else if ((fault.kind === "status" || fault.kind === "html") && !fault.after) instead = wrongAnswer(fault, exchange);
    else if (fault.kind === "paging" && fault.how === "repeat") query = withPage(query, fault.page - 1);
  }

  const skew = faults.reduce((sum, fault) => sum + (fault.kind === "clock" ? fault.skewSeconds * 1000 : 0), 0);
  let answer = instead ?? (await exchange.work(query, new Date(Date.now() + skew)));

  for (const fault of faults) {
    if (fault.kind === "reset" && fault.when === "after") return exchange.reset();
    if (fault.kind === "hang" && fault.when === "after") await hang(exchange);
    else answer = spoiled(answer, fault, exchange);
  }
  exchange.send(answer, {
    truncate: faults.some(({ kind }) => kind === "truncate"),
    date: skew === 0 ? undefined : new Date(Date.now() + skew),
  });
}

function spoiled(answer: Answer, fault: Fault, exchange: Exchange): Answer {
  switch (fault.kind) {
    case "status":
    case "html":
      return fault.after ? wrongAnswer(fault, exchange) : answer;
    case "contentType":
      return { ...answer, headers: { ...answer.headers, "Content-Type": fault.contentType } };
    case "shape":
      return { ...answer, ...json(200, fault.body, answer.headers) };
    case "patchItems":
      return withData(answer, (data) => items(data, (item) => ({ ...item, ...fault.set })));
    case "paging":
      return withData(
        answer,
        (data) => (fault.how === "drop" ? [] : data),
        (metadata) => ({ ...metadata, pageCurrent: fault.page }),
      );
    default:
      return answer;
  }
}

function wrongAnswer(fault: Extract<Fault, { kind: "status" | "html" }>, { signInPage }: Exchange): Answer {
  if (fault.kind === "html") return text(200, "text/html; charset=utf-8", signInPage);
  const { status, contentType = "application/json; charset=utf-8" } = fault;
  const body = fault.body ?? { errors: [{ code: "INJECTED", message: "Injected by the sandbox.", context: {} }] };
  return text(status, contentType, typeof body === "string" ? body : JSON.stringify(body));
}

async function wait(milliseconds: number, released: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal: released });
  } catch (error) {
    if (!released.aborted) throw error;
  }
}

function hang({ gone, released }: Exchange): Promise<void> {
  return new Promise((resolve) => {
    if (gone.aborted || released.aborted) return resolve();
    for (const signal of [gone, released]) signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
