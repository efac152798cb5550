/** Access to consoles' origins: asked for when a console is connected, given back when it is removed. */
import { AppError } from "./errors.ts";

/** The part of `browser.permissions` that is used. */
export interface PermissionsApi {
  contains(permissions: { origins: string[] }): Promise<boolean>;
  request(permissions: { origins: string[] }): Promise<boolean>;
  remove(permissions: { origins: string[] }): Promise<boolean>;
}

/**
 * The match pattern of one origin. Without its port: Firefox knows none in patterns, and cookies do not know it either.
 */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the user for access to an origin. Must be called in the very task of a click: after an `await` browsers refuse.
 * @throws AppError `permission_refused`.
 */
export async function requestOrigin(permissions: PermissionsApi, origin: string): Promise<void> {
  const granted = await permissions.request({ origins: [originPattern(origin)] });
  if (!granted) throw new AppError("permission_refused", { host: new URL(origin).host });
}

export function hasOrigin(permissions: PermissionsApi, origin: string): Promise<boolean> {
  return permissions.contains({ origins: [originPattern(origin)] });
}

/** Gives access to `origin` back, unless one of `stillUsed` needs the same. */
export async function forgetOrigin(
  permissions: PermissionsApi,
  origin: string,
  stillUsed: readonly string[],
): Promise<void> {
  const pattern = originPattern(origin);
  if (stillUsed.some((used) => originPattern(used) === pattern)) return;
  await permissions.remove({ origins: [pattern] });
}
