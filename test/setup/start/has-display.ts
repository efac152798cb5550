/** Whether somebody could see a browser here. */
export function hasDisplay({ env, platform } = process): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = env;
  if (CI !== undefined && CI !== "" && CI !== "false") return false;
  if (platform === "darwin" || platform === "win32") return true;
  return Boolean(DISPLAY || WAYLAND_DISPLAY);
}
