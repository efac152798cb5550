// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isLoopback, parseAddress } from "../../../../lib/console/address.ts";
import { toProblem } from "../../../../lib/errors.ts";

const home = "https://console.example.com";

function problemOf(typed: string) {
  try {
    return `understood as ${parseAddress(typed)}`;
  } catch (fault) {
    return toProblem(fault);
  }
}

describe("an address is understood", () => {
  it.each([
    // scheme
    ["console.example.com", home],
    ["https://console.example.com", home],
    ["https://console.example.com/", home],
    ["HTTPS://Console.EXAMPLE.com/", home],
    ["//console.example.com/login", home],
    // path, query, fragment
    ["console.example.com/login", home],
    ["https://console.example.com/a/b?next=%2Fkeys&x=1#top", home],
    ["console.example.com?next=/keys", home],
    ["https://console.example.com/login?next=http://elsewhere.example/", home],
    ["console.example.com/login?next=https://elsewhere.example/", home],
    // spaces and signs around it, or crept in
    ["  console.example.com \n", home],
    ["console. example.com", home],
    ["https://console.example.com\u200b", home],
    ["\ufeffhttps://console.example.com", home],
    ['"https://console.example.com"', home],
    ["'console.example.com'", home],
    ["“console.example.com”", home],
    ["«https://console.example.com»", home],
    ["<https://console.example.com>", home],
    ["console.example.com.", home],
    ["console.example.com,", home],
    // in a sentence
    ["Our console is https://console.example.com/login, since May", home],
    ["see https://console.example.com.", home],
    ["Is it https://console.example.com?", home],
    ["consola: https://console.example.com; usuario: ana", home],
    ["the console (https://console.example.com) is up", home],
    ["[the console](https://console.example.com)", home],
    // ports
    ["console.example.com:8443", `${home}:8443`],
    ["https://console.example.com:443/x", home],
    ["https://console.example.com:08443", `${home}:8443`],
    // who someone is, is no part of where the console is
    ["https://ana:secret@console.example.com/", home],
    ["ana@console.example.com", home],
    // hosts of all kinds
    ["consola.compañía.example", "https://consola.xn--compaa-7va5a.example"],
    ["https://münchen.example", "https://xn--mnchen-3ya.example"],
    ["https://intranet", "https://intranet"],
    ["192.0.2.7", "https://192.0.2.7"],
    ["192.0.2.7:8443/x", "https://192.0.2.7:8443"],
    ["[2001:db8::7]", "https://[2001:db8::7]"],
    // this computer: plain http is what is meant, and only there
    ["localhost:8101", "http://localhost:8101"],
    ["localhost", "http://localhost"],
    ["127.0.0.1:8101/login", "http://127.0.0.1:8101"],
    ["[::1]:8101", "https://[::1]:8101"],
    ["http://LOCALHOST:8101", "http://localhost:8101"],
    ["https://localhost:8101", "https://localhost:8101"],
    ["http://ana@127.0.0.1:8101", "http://127.0.0.1:8101"],
  ])("%j", (typed, origin) => {
    expect(parseAddress(typed)).toBe(origin);
  });
});

describe("an address is refused", () => {
  it.each(["", "   ", "\n\t", "\u200b", '""', " . "])("as empty: %j", (typed) => {
    expect(problemOf(typed)).toEqual({ kind: "address_empty", facts: {} });
  });

  it.each([
    "console",
    "https//console.example.com",
    "https:/console.example.com",
    "https:console.example.com",
    "https://",
    "https://:8443",
    "https://console.example.com:99999",
    "console.example.com:port",
    "ftp://console.example.com",
    "file:///etc/passwd",
    "chrome://extensions",
    "javascript:alert(1)",
    "about:blank",
    "data:text/html,hello",
    "https://exa%mple.com",
    "exa^mple.com",
    "12345",
    "*.com",
    "https://*",
    "https://%2A/login",
    "¿qué?",
  ])("as no address of a website: %j", (typed) => {
    expect(problemOf(typed)).toEqual({ kind: "address_invalid", facts: {} });
  });

  it.each([
    ["http://console.example.com", "console.example.com"],
    ["HTTP://console.example.com:8080/x", "console.example.com:8080"],
    ["http://127.0.0.2", "127.0.0.2"],
    ["http://localhost.example.com", "localhost.example.com"],
    ["http://0.0.0.0:8101", "0.0.0.0:8101"],
    ["http://[::1]:8101", "[::1]:8101"],
    ["http://ana:secret@console.example.com", "console.example.com"],
  ])("as insecure, by host and port alone: %j", (typed, host) => {
    expect(problemOf(typed)).toEqual({ kind: "address_insecure", facts: { host } });
  });

  it("rather than made up out of the words of a sentence", () => {
    const made = problemOf("go to console.example.com please");
    expect([`understood as ${home}`, "address_invalid"]).toContain(typeof made === "string" ? made : made.kind);
  });
});

describe("this computer itself", () => {
  it.each([
    ["localhost", true],
    ["127.0.0.1", true],
    ["[::1]", false],
    ["127.0.0.2", false],
    ["localhost.example.com", false],
    ["example.com", false],
    ["", false],
  ])("%j: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
