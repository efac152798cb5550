/** The browser's permissions in memory, with a user who answers. */
import type { PermissionsApi } from "../../lib/permissions.ts";

export interface FakePermissions extends PermissionsApi {
  /** Match patterns that are granted now. */
  readonly granted: Set<string>;
  /** What the user clicks when asked. */
  answer: boolean;
  /** Patterns that the user was asked for, in order. */
  readonly asked: string[];
}

export function createPermissions(...granted: string[]): FakePermissions {
  const permissions: FakePermissions = {
    granted: new Set(granted),
    answer: true,
    asked: [],
    contains: async ({ origins }) => origins.every((origin) => permissions.granted.has(origin)),
    async request({ origins }) {
      permissions.asked.push(...origins);
      if (permissions.answer) for (const origin of origins) permissions.granted.add(origin);
      return permissions.answer;
    },
    async remove({ origins }) {
      return origins.map((origin) => permissions.granted.delete(origin)).some(Boolean);
    },
  };
  return permissions;
}
