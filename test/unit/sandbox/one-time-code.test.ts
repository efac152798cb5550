// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isOneTimeCode, oneTimeCode, secondsLeft } from "../../sandbox/security/one-time-code.ts";

/** The RFC's test secret, "12345678901234567890". */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("one-time codes", () => {
  it.each([
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ])("are those of RFC 6238 at second %i", (second, code) => {
    expect(oneTimeCode(SECRET, second * 1000)).toBe(code);
  });

  it("are accepted one step early and late, and no further", () => {
    const accepted = [-60, -30, 0, 30, 60].map((shift) => isOneTimeCode("081804", SECRET, (1111111109 + shift) * 1000));
    expect(accepted).toEqual([false, true, true, true, false]);
  });

  it("say how long they last", () => {
    expect(secondsLeft(59_000)).toBe(1);
    expect(secondsLeft(60_000)).toBe(30);
  });
});
