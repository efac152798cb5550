import { defineConfig } from "wxt";

/**
 * One source, two manifests. At install there is no host permission and no content script: a console's origin is asked
 * for when the user connects it. `webRequest` only observes, and only origins already granted: it is how a bad
 * certificate is told apart from a console that is down. `alarms` brings the background back should the browser end it
 * while a console is making new credentials. `activeTab` and `scripting` fill a page when the user says so, and reach no
 * other; `contextMenus` is how one value is put into one field.
 */
export default defineConfig({
  imports: false,
  modules: ["@wxt-dev/webextension-polyfill"],
  outDir: ".output",
  manifest: ({ browser }) => ({
    name: "Llavero",
    description: "__MSG_description__",
    default_locale: "en",
    permissions: ["storage", "webRequest", "alarms", "activeTab", "scripting", "contextMenus"],
    optional_host_permissions: ["https://*/*", "http://localhost/*", "http://127.0.0.1/*"],
    action: { default_title: "Llavero" },
    commands: {
      "fill-page": {
        suggested_key: { default: "Alt+Shift+L" },
        description: "__MSG_fillPage__",
      },
      _execute_action: { suggested_key: { default: "Ctrl+Shift+L", mac: "Command+Shift+L" } },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src https: http://localhost:* http://127.0.0.1:*",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "llavero@llavero.dev",
              strict_min_version: "128.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : { minimum_chrome_version: "127" }),
  }),
});
