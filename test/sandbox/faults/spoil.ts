/** Changing what an answer's envelope holds. */
import { z } from "zod";
import type { Answer } from "../http/answer.ts";

const Fields = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof Fields>;

/** The query for another page. */
export function withPage(query: URLSearchParams, page: number): URLSearchParams {
  const changed = new URLSearchParams(query);
  changed.set("page_number", String(Math.max(1, page)));
  return changed;
}

/** The answer with its data, and perhaps its metadata, changed; as it was when it is no success envelope. */
export function withData(
  answer: Answer,
  change: (data: unknown) => unknown,
  changeMetadata: (metadata: Fields) => Fields = (metadata) => metadata,
): Answer {
  const envelope = envelopeOf(answer);
  if (!("data" in envelope)) return answer;
  const metadata = Fields.safeParse(envelope.metadata);
  const body = {
    ...envelope,
    data: change(envelope.data),
    ...(metadata.success ? { metadata: changeMetadata(metadata.data) } : {}),
  };
  return { ...answer, body: JSON.stringify(body) };
}

/** Changes the object, or each object of a list. */
export function items(data: unknown, change: (item: Fields) => Fields): unknown {
  if (Array.isArray(data)) return data.map((item) => items(item, change));
  const item = Fields.safeParse(data);
  return item.success ? change(item.data) : data;
}

/** No fields when the body is not JSON: another fault may have replaced it already. */
function envelopeOf({ body }: Answer): Fields {
  try {
    return Fields.catch({}).parse(JSON.parse(body));
  } catch (cause) {
    if (cause instanceof SyntaxError) return {};
    throw cause;
  }
}
