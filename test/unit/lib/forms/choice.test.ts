// @vitest-environment node
import { describe, expect, it } from "vitest";
import { choose } from "../../../../lib/forms/choice.ts";
import type { ValueKind } from "../../../../lib/forms/offer.ts";

const options = (...all: readonly (readonly [string, string])[]) => all.map(([value, text]) => ({ value, text }));

describe("the choice of an option", () => {
  it.each<[string, ValueKind, string, readonly (readonly [string, string])[], string | null]>([
    [
      "by value",
      "regionName",
      "eu-1",
      [
        ["us-1", "A"],
        ["eu-1", "B"],
      ],
      "eu-1",
    ],
    [
      "by text",
      "regionName",
      "RegionTwo",
      [
        ["0", "RegionOne"],
        ["1", "RegionTwo"],
      ],
      "1",
    ],
    [
      "through AngularJS's types",
      "regionName",
      "eu-1",
      [
        ["string:us-1", "A"],
        ["string:eu-1", "B"],
      ],
      "string:eu-1",
    ],
    [
      "by a word in its text",
      "regionName",
      "eu-west-1",
      [
        ["a", "Ireland (eu-west-1)"],
        ["b", "Paris (eu-west-3)"],
      ],
      "a",
    ],
    ["never by a word in the middle", "regionName", "east", [["us", "US East 1"]], null],
    ["never by its beginning", "regionName", "eu-1", [["x", "eu-1 (do not use)"]], null],
    [
      "by its end, between other marks",
      "regionName",
      "eu-1",
      [
        ["a", "Ireland - eu-1"],
        ["b", "Paris [eu-2]"],
      ],
      "a",
    ],
    ["never another project", "projectName", "web", [["x", "web staging"]], null],
    ["never a project that warns", "projectName", "prod", [["x", "prod - do not use"]], null],
    ["never a project by its end", "projectName", "web", [["x", "Old (web)"]], null],
    ["never what is added in brackets", "projectName", "admin", [["x", "admin (read only)"]], null],
    ["never its opposite", "userDomainName", "Default", [["x", "Not default"]], null],
    ["whatever its spaces", "regionName", "RegionTwo", [["x", "Region Two"]], "x"],
    ["whatever its punctuation", "projectName", "my-project", [["x", "My project."]], "x"],
    ["never by other numbers", "projectName", "v1.1", [["x", "v11"]], null],
    ["never by nothing", "projectName", "--", [["x", "- -"]], null],
    ["whatever its case", "userDomainName", "default", [["x", "Default"]], "x"],
    [
      "never by a part of a word",
      "regionName",
      "eu-1",
      [
        ["a", "eu-10"],
        ["b", "eu-1a"],
      ],
      null,
    ],
    [
      "never when two fit",
      "regionName",
      "RegionOne",
      [
        ["a", "RegionOne"],
        ["b", "RegionOne"],
      ],
      null,
    ],
    [
      "by version",
      "identityApiVersion",
      "3",
      [
        ["v2", "v2.0"],
        ["v3", "v3"],
      ],
      "v3",
    ],
    [
      "by version in numbers",
      "identityApiVersion",
      "3",
      [
        ["2.0", "two"],
        ["3.0", "three"],
      ],
      "3.0",
    ],
    [
      "by address, whatever its last slash",
      "authUrl",
      "https://k/v3",
      [
        ["", "Custom"],
        ["https://k/v3/", "K"],
      ],
      "https://k/v3/",
    ],
    ["by address in its text", "authUrl", "https://k/v3", [["1", "K (https://k/v3)"]], "1"],
    ["never another address", "authUrl", "https://k/v3", [["https://k/v2.0", "K"]], null],
  ])("%s", (_, kind, value, all, expected) => {
    expect(choose(options(...all), kind, value)?.value ?? null).toBe(expected);
  });
});
