// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createFinder, toWords } from "../../../../lib/forms/words.ts";

describe("words", () => {
  it.each([
    ["accessKeyId", "access key id"],
    ["OS_AUTH_URL", "os auth url"],
    ["compute_resource[user]", "compute resource user"],
    ["Contraseña:", "contrasena"],
    ["Clé d’accès *", "cle d acces"],
    ["Zugriffsschlüssel", "zugriffsschlussel"],
    ["Lösenord", "losenord"],
    ["fake1pass", "fake 1 pass"],
    ["s3_secret", "s3 secret"],
  ])("of %j are %j", (text, expected) => {
    expect(toWords(text).join(" ")).toBe(expected);
  });
});

describe("a finder", () => {
  const find = createFinder([
    { meaning: "user", words: ["user|user name|用户名"] },
    { meaning: "domain", words: ["user domain name"] },
  ]);
  const found = (text: string) => find(text).matches.flatMap(({ meanings }) => meanings);

  it.each([
    ["User name", ["user"]],
    ["User domain name", ["domain"]],
    ["openstack_userdomainname", ["domain"]],
    ["请输入用户名", ["user"]],
    ["Superuser", []],
  ])("takes the longest words that it knows: %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("says what the last words mean, unless something follows", () => {
    expect(find("login_user_input").last?.meanings).toEqual(["user"]);
    expect(find("user_avatar").last).toBeNull();
  });
});
