/**
 * Quoting for Python 3. A JSON string is a Python string of the same meaning: the escapes that JSON writes are among
 * Python's, and a source file is in UTF-8. The controls that JSON leaves as they are get escaped too, to be seen.
 * https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals
 */
export function quoteForPython(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007F-\u009F]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}
