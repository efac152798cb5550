/** YAML that readers of version 1.1 (PyYAML, Kubernetes) and of 1.2 take for the same. */
import { Document, Scalar } from "yaml";

/**
 * Every string is in double quotes and written as in JSON: plain, 1.1 reads `no`, `1_000`, `1:20` and dates as something
 * else, and a line break among quotes becomes a space. What JSON leaves as it is and 1.1 takes for a line break or
 * forbids is written as a number. https://yaml.org/spec/1.1/#id872840
 */
export function writeYaml(tree: object): string {
  const text = new Document(tree).toString({
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  });
  return text.replace(
    /[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A key of somebody's choice, which may be `no` or `2026`. Our own need no quotes. */
export function entry(name: string, value: object): ReadonlyMap<Scalar, object> {
  const key = new Scalar(name);
  key.type = "QUOTE_DOUBLE";
  return new Map([[key, value]]);
}
