/** Request bodies: read with a limit, and parsed only as what they say they are. */
import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { Refusal } from "./refusal.ts";

const LIMIT_BYTES = 1_000_000;

/** The whole body as text. */
export async function readBody(request: IncomingMessage, limitBytes = LIMIT_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > limitBytes) throw new Refusal(400, "BODY_TOO_LARGE", `A body may have ${limitBytes} bytes at most.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Parses a JSON body. Its content type has to say so: a form on another site cannot send that without asking first, and
 * nobody is ever answered that they may.
 */
export function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  body: string,
  contentType: string | undefined,
): z.infer<Schema> {
  if (!/^application\/json\b/i.test(contentType ?? "")) {
    throw new Refusal(400, "INVALID_CONTENT_TYPE", "The body must be sent as application/json.");
  }
  return parseWith(schema, parsed(body));
}

/** Checks a value against a schema; the refusal names the first field that does not fit. */
export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  throw new Refusal(400, "INVALID_PARAMETER", `${field || "body"}: ${issue?.message ?? "invalid"}`, { field });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Refusal(400, "INVALID_JSON", "The body is not JSON.");
    throw cause;
  }
}
