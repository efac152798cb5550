/** A call in Python with an argument on each line, as Black writes it. */
import { quoteForPython } from "./quoting/python.ts";

export function pythonCall(callee: string, parameters: readonly string[]): string {
  return `${callee}(\n${parameters.map((parameter) => `    ${parameter},\n`).join("")})`;
}

/** Strings by name; nothing of what is not known. */
export function pythonStrings(...named: readonly (readonly [name: string, text: string | null])[]): readonly string[] {
  return named.flatMap(([name, text]) => (text === null ? [] : [`${name}=${quoteForPython(text)}`]));
}
