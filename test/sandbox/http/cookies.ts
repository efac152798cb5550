/** Cookies, as the consoles set and read them. */

/** The value of one cookie of a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(";").find((part) => part.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1) || undefined;
}

/**
 * A `Set-Cookie` that lasts until the browser is closed. `Secure` stays although the sandbox is plain HTTP: Chromium and
 * Firefox treat a loopback origin as trustworthy, so both keep such a cookie and send it back.
 */
export function setCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`;
}

/** A `Set-Cookie` that removes it. */
export function dropCookie(name: string): string {
  return `${setCookie(name, "")}; Max-Age=0`;
}
