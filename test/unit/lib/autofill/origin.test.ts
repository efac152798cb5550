// @vitest-environment node
/** What is said of an origin before a secret goes there. */
import { describe, expect, it } from "vitest";
import { isSameSite, isSecureOrigin, looksLike, warningsOf } from "../../../../lib/autofill/origin.ts";

const trusted = "https://horizon.example.com";
const kinds = (origin: string, serviceUrls: readonly string[] = [], known: readonly string[] = [trusted]) =>
  warningsOf({ origin, serviceUrls, trusted: known }).map(({ kind }) => kind);

describe("an encrypted origin", () => {
  it.each([
    ["https://example.com", true],
    ["https://10.0.0.1:8443", true],
    ["https://[2001:db8::1]", true],
    ["http://localhost", true],
    ["http://localhost:3000", true],
    ["http://app.localhost", true],
    ["http://127.0.0.1:9000", true],
    ["http://127.1", true],
    ["http://[::1]:80", true],
    ["http://example.com", false],
    ["http://127.0.0.1.evil.net", false],
    ["http://localhost.evil.net", false],
    ["http://notlocalhost", false],
    ["http://128.0.0.1", false],
    ["http://192.168.1.1", false],
    ["http://[::ffff:8.8.8.8]", false],
    ["ftp://localhost", false],
    ["ws://localhost", false],
    ["file:///etc/passwd", false],
    ["chrome-extension://abc", false],
    ["about:blank", false],
    ["null", false],
    ["", false],
    ["javascript:1", false],
    ["data:text/html,x", false],
  ])("%s: %s", (origin, expected) => expect(isSecureOrigin(origin)).toBe(expected));
});

describe("the same site", () => {
  it.each([
    ["https://a.example.com", "https://b.example.com", true],
    ["https://example.com", "https://deep.down.example.com:8443", true],
    ["https://a.example.co.uk", "https://b.example.co.uk", true],
    ["https://one.co.uk", "https://two.co.uk", false],
    ["https://co.uk", "https://one.co.uk", false],
    ["https://ana.github.io", "https://bob.github.io", false],
    ["https://ana.github.io", "https://www.ana.github.io", true],
    ["https://a.s3.amazonaws.com", "https://b.s3.amazonaws.com", false],
    ["https://a.pages.dev", "https://b.pages.dev", false],
    ["https://a.vercel.app", "https://b.vercel.app", false],
    ["https://10.0.0.1", "https://10.0.0.1:8443", true],
    ["https://10.0.0.1", "https://10.0.0.2", false],
    ["https://1.10.0.1", "https://2.10.0.1", false],
    ["https://[2001:db8::1]", "https://[2001:db8::1]:5000", true],
    ["https://[2001:db8::1]", "https://[2001:db8::2]", false],
    ["https://horizon", "https://horizon:5000", true],
    ["https://horizon", "https://keystone", false],
    ["https://a.localhost", "https://b.localhost", false],
    ["https://example.com.evil.net", "https://example.com", false],
    ["https://evilexample.com", "https://example.com", false],
    ["https://example.com@evil.net", "https://example.com", false],
    ["https://evil.net/example.com", "https://example.com", false],
    ["https://evil.net?example.com", "https://example.com", false],
    ["https://EXAMPLE.com", "https://example.COM", true],
    ["", "", false],
    ["null", "null", false],
    ["about:blank", "about:blank", false],
  ])("%s and %s: %s", (one, other, expected) => {
    expect([isSameSite(one, other), isSameSite(other, one)]).toEqual([expected, expected]);
  });
});

describe("looking like another host", () => {
  it.each([
    ["digits for letters", "https://horizon.examp1e.com"],
    ["zero for o", "https://h0riz0n.example.com.au.evil.net"],
    ["rn for m", "https://horizon.exarnple.com"],
    ["Cyrillic", "https://horizon.exаmple.com"],
    ["Cyrillic, in punycode", "https://horizon.xn--exmple-4nf.com"],
    ["Greek", "https://horizon.examρle.com"],
    ["an accent", "https://horizon.éxample.com"],
    ["full width", "https://horizon.ｅxarnple.com"],
    ["one letter less", "https://horizon.exmple.com"],
    ["one letter more", "https://horizon.exampple.com"],
    ["another letter", "https://horizon.exampke.com"],
    ["two letters that changed places", "https://horizon.exapmle.com"],
    ["a suffix cut off", "https://horizon.example.co"],
    ["a subdomain", "https://horizon.example.com.evil.net"],
    ["joined by hyphens", "https://horizon-example-com.evil.net"],
    ["the same name elsewhere", "https://example-com.net"],
    ["a hyphen put in", "https://horizon.exam-ple.com"],
    ["Cyrillic of Abkhazia", "https://horizon.examplҽ.com"],
    ["small capitals", "https://horizon.exᴀmple.com"],
    ["a word behind the name", "https://example-login.com"],
    ["a word before the name", "https://myexample.com"],
    ["words joined to the name", "https://secure-examplecloud.net"],
    ["its suffix joined to the name", "https://horizon.examplecom.net"],
  ])("by %s", (_, origin) => {
    expect([origin, looksLike(origin, trusted)]).toEqual([origin, true]);
    expect(kinds(origin, ["https://keystone.example.com"])).toEqual(["lookalike", "unrelated"]);
  });

  it.each([
    ["1 for i", "https://m1crov1s1on.com", "https://microvision.com"],
    ["1 for l", "https://c1oudware.com", "https://cloudware.com"],
    ["l for i", "https://horlzontal.com", "https://horizontal.com"],
    ["Armenian letters", "https://hօrizօn.net", "https://horizon.net"],
    ["Armenian letters, in punycode", "https://xn--hrizn-lkgd.net", "https://horizon.net"],
    ["zeros", "https://z00m.net", "https://zoom.net"],
    ["q for g", "https://console.tiqo.com", "https://tigo.com"],
    ["a whole name within another, for all its shortness", "https://ovh.ca.evil.net", "https://www.ovh.ca"],
    ["a common name that is whole", "https://console.cloud.ca.evil.net", "https://cloud.ca"],
    ["a common name under another suffix", "https://console.cloud.com", "https://cloud.ca"],
    ["a dot at the end", "https://examp1e.com.", "https://example.com"],
  ])("by %s: %s", (_, origin, known) => expect(looksLike(origin, known)).toBe(true));

  it.each(["https://horizon.example.net", "https://horizon.example.org"])(
    "by the same name under another suffix: %s",
    (origin) => expect(looksLike(origin, trusted)).toBe(true),
  );

  it.each([
    ["https://auth.example.com", trusted],
    ["https://horizon.example.com:8443", trusted],
    ["http://horizon.example.com", trusted],
    ["https://cloud.other.net", trusted],
    ["https://10.0.0.1", "https://10.0.0.2"],
    ["https://10.0.0.1", trusted],
    ["https://[::1]", "https://[::2]"],
    ["https://ovh.com", "https://ovi.com"],
    ["https://github.com", "https://gitlab.com"],
    ["https://bob.github.io", "https://ana.github.io"],
    ["https://amazon.com", "https://openstack.org"],
    ["https://horizon.privatecloud.ca", "https://console.cloud.ca"],
    ["https://eastcloud.ca", "https://console.cloud.ca"],
    ["https://mycloud.cat", "https://console.cloud.ca"],
    ["https://mycloud.net", "https://cloud.ca"],
    ["https://storage.cloud.ca-east.provider.net", "https://cloud.ca"],
    ["https://private.com", "https://privatecloud.ca"],
    ["https://example-partners.com", trusted],
    ["https://counterexample.com", trusted],
    ["https://slack.com", "https://stack.io"],
    ["https://region1-cloud.com", "https://region2-cloud.com"],
    ["https://dsco.com", "https://cisco.com"],
    ["https://horizon", "https://horizon.corp"],
    ["https://controller1", "https://controller2"],
    ["https://horizon.example.com.", trusted],
    ["", trusted],
    ["null", "null"],
  ])("%s is not taken for %s", (origin, known) => expect(looksLike(origin, known)).toBe(false));

  it("goes for the services' own hosts as for trusted ones, the worst said first", () => {
    const warnings = warningsOf({
      origin: "https://keyst0ne.examp1e.com",
      serviceUrls: ["https://keystone.example.com/v3"],
      trusted: [],
    });
    expect(warnings).toEqual([{ kind: "lookalike", of: "https://keystone.example.com" }, { kind: "unrelated" }]);
  });
});

describe("what is said", () => {
  it.each([
    [trusted, [], []],
    ["https://auth.example.com", ["https://keystone.example.com:5000/v3"], []],
    ["https://auth.example.com", [], ["unrelated"]],
    ["https://other.net", ["https://keystone.example.com"], ["unrelated"]],
    ["https://horizon.example.com:8443", [], ["variant", "unrelated"]],
    ["http://horizon.example.com", ["https://keystone.example.com"], ["variant", "insecure"]],
    ["http://other.net", [], ["insecure", "unrelated"]],
    ["https://horizon.example.com:8443", ["https://horizon.example.com"], ["variant"]],
    ["https://horizon.example.com.", ["https://horizon.example.com"], ["variant"]],
    ["https://other.net", ["not an address", "", "javascript:alert(1)", "data:,x"], ["unrelated"]],
  ])("of %s, with services at %j", (origin, serviceUrls, expected) => {
    expect(kinds(origin, serviceUrls)).toEqual(expected);
  });

  it("of a page of the service's own site is no likeness to another that is trusted", () => {
    const known = ["https://horizon.example.net", "https://horizon.exampke.com"];
    expect(kinds(trusted, ["https://keystone.example.com"], known)).toEqual([]);
  });

  it("of another host of who is trusted is no likeness to a third", () => {
    const known = [trusted, "https://horizon.example.net"];
    expect(kinds("https://auth.example.com", [], known)).toEqual(["unrelated"]);
  });

  it("of one that is trusted is nothing, and of a variant which one it is of", () => {
    expect(warningsOf({ origin: trusted, serviceUrls: [], trusted: ["https://h0rizon.example.com", trusted] })).toEqual(
      [],
    );
    expect(warningsOf({ origin: `${trusted}:444`, serviceUrls: [], trusted: [trusted] })[0]).toEqual({
      kind: "variant",
      of: trusted,
    });
  });
});

/** The same numbers each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("any text for an origin", () => {
  const next = random(7);
  const pick = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(next() * all.length)];
    if (found === undefined) throw new Error("nothing to pick");
    return found;
  };
  const pieces = ["xn--", "xn--a", "-", ".", "..", "а", "é", "ß", "\u200d", "\u0000", "%", "@", ":", "/", "[", "]"];
  const more = ["example", "com", "github.io", "1", "0x7f", "😀", "localhost", "\ud800", "xn--99999999", "co.uk", " "];
  const text = () => Array.from({ length: Math.floor(next() * 6) }, () => pick([...pieces, ...more])).join("");
  const texts = Array.from({ length: 3000 }, () => pick(["https://", "http://", "", "https://a."]) + text());

  it("throws nothing, is no lookalike of itself, and is as like as the other way round is safe", () => {
    for (const origin of texts) {
      const known = pick(texts);
      expect(() => isSecureOrigin(origin), JSON.stringify(origin)).not.toThrow();
      expect(() => isSameSite(origin, known), JSON.stringify([origin, known])).not.toThrow();
      expect(() => looksLike(origin, known), JSON.stringify([origin, known])).not.toThrow();
      expect(() => warningsOf({ origin, serviceUrls: [known], trusted: [known] })).not.toThrow();
      expect(looksLike(origin, origin), origin).toBe(false);
      expect(isSameSite(origin, known)).toBe(isSameSite(known, origin));
    }
  });

  it("of great length takes no great time", () => {
    const long = `https://${"xn--a.".repeat(5000)}com`;
    const labels = `https://${"rn1.".repeat(5000)}com`;
    for (const origin of [long, labels]) expect(() => kinds(origin, [origin, trusted])).not.toThrow();
  });
});
