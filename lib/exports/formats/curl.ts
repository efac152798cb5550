/** A call that any key may make: the environments of its user, by a documented route. */
import { consoleHeader } from "../console-header.ts";
import { defineFormat, refuse } from "../format.ts";
import { checkPasted } from "../limits.ts";
import { quoteForPosix } from "../quoting/posix.ts";

export const curl = defineFormat({
  id: "curl",
  name: "curl",
  kinds: ["consoleApiKey"],
  source: "https://curl.se/docs/manpage.html",
  write({ apiUrl, apiKey }) {
    checkPasted("apiUrl", apiUrl);
    checkPasted("apiKey", apiKey);
    // what begins otherwise might be an option to curl; what is in brackets and braces it takes for several addresses
    if (!/^https?:\/\/(?:\[[\da-f:.]+\])?[^[\]{}]*$/i.test(apiUrl)) refuse("export_characters", "apiUrl");
    const words = ["--header", quoteForPosix(consoleHeader(apiKey)), quoteForPosix(`${apiUrl}/environments`)];
    return [{ name: null, place: null, text: `curl ${words.join(" ")}` }];
  },
});
