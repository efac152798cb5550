/** Credentials as a tool's own names and values, with the role of each for what has to be refused. */
import type { Role } from "../credentials/role.ts";
import { refuse } from "./format.ts";

export interface Field {
  readonly key: string;
  readonly role: Role;
  readonly value: string;
}

/** The keys of a tool and what they hold, in the order in which they are written. */
export type Keys = readonly (readonly [key: string, role: Role])[];

/**
 * The values that have a key. Tools take an empty value for one that was not given, and look elsewhere for it, in the
 * environment for instance; so it is refused.
 */
export function fieldsOf(values: readonly (readonly [Role, string])[], keys: Keys): readonly Field[] {
  const byRole = new Map(values);
  return keys.flatMap(([key, role]) => {
    const value = byRole.get(role);
    if (value === undefined) return [];
    if (value === "") refuse("export_missing", role);
    return [{ key, role, value }];
  });
}
