/**
 * The one door to the browser's extension interface: promises in every browser, and one place to replace in tests.
 * Nothing else imports webextension-polyfill.
 */
import browser from "webextension-polyfill";

export { browser };
