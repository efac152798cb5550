/** The readers of configuration files, by examples written by hand. */
import { expect, it } from "vitest";
import { type Reading, readWithGo, readWithPython, readWithRclone } from "./files/readers.ts";

it("PyYAML reads what is text and what is not", () => {
  const file = "a: 'it''s: #1'\nb: \"\\u00e9\\n\"\nc: no\nd: 1:30\ne: |\n  x\n";
  expect(readWithPython("pyyaml", [{ file }, { file: "a: 'open" }])).toEqual([
    { a: "it's: #1", b: "é\n", c: false, d: 90, e: "x\n" },
    { error: expect.any(String) },
  ]);
});

it("openstacksdk reads a cloud, and the secrets beside it", () => {
  const cloud = (password: string) => `clouds:
  cloud:
    auth: {auth_url: "http://a/v3", username: ana, ${password} project_name: p, user_domain_name: "Labor Süd"}
    region_name: r
`;
  const secrets = "clouds: {cloud: {auth: {password: '-s {y} %s'}}}\n";
  const read = readWithPython("openstacksdk", [
    { "clouds.yaml": cloud('password: "it\'s {x} \\\\",'), "secure.yaml": "{}\n" },
    { "clouds.yaml": cloud(""), "secure.yaml": secrets },
  ]);
  expect(read).toMatchObject([
    { password: "it's {x} \\", user_domain_name: "Labor Süd", region_name: "r" },
    { password: "-s {y} %s", username: "ana" },
  ]);
});

it("botocore reads profiles", () => {
  const credentials = "[a]\naws_access_key_id = k\naws_secret_access_key = %x #y ;z\n";
  const config = "[profile a]\nregion = r\ns3 =\n    addressing_style = path\n";
  expect(readWithPython("botocore", [{ credentials, config }])).toEqual([
    {
      credentials: { a: { aws_access_key_id: "k", aws_secret_access_key: "%x #y ;z" } },
      config: { a: { region: "r", s3: { addressing_style: "path" } } },
    },
  ]);
});

it("s3cmd takes off double quotes and takes a dollar sign for a variable", () => {
  const file = (secret: string) => ({ s3cfg: `[default]\naccess_key = k\nsecret_key = ${secret}\nuse_https = True\n` });
  const read = readWithPython("s3cmd", [file('"q"'), file("a#b ;%c"), file("$HOMELESS")]);
  expect(read.map(({ secret_key }) => secret_key)).toEqual(["q", "a#b ;%c", ""]);
  expect(read[0]).toMatchObject({ access_key: "k", use_https: true });
});

it("rclone reads remotes, and keeps what it read", () => {
  const text = "[a-b]\ntype = swift\nkey = it's #1 ;2 \\ %x\n\n[c]\ntype = s3\nprovider = Other\n";
  for (const remotes of readWithRclone(text)) {
    expect(remotes["a-b"]).toEqual({ type: "swift", key: "it's #1 ;2 \\ %x" });
    expect(remotes.c).toMatchObject({ type: "s3", provider: "Other" });
  }
});

it("HCL reads a provider, and refuses what needs more than the text", () => {
  const texts = [
    `provider "a" {\n  p = "$\${x} %%{y} \\"\\u00e9\\\\ $HOME"\n}\n`,
    `provider "a" {\n  p = "\${x}"\n}\n`,
  ];
  expect(readWithGo<Reading[]>("hcl", JSON.stringify(texts))).toEqual([
    { p: `\${x} %{y} "é\\ $HOME` },
    { error: expect.any(String) },
  ]);
});

it("go-ini reads profiles, and what it wrote itself", () => {
  const text = '[a]\nurl = http://a/client/api\napikey = k #1 ;2\nsecretkey = `it\'s "q"`\n';
  for (const profiles of readWithGo<Record<string, Reading>[]>("go-ini", text)) {
    expect(profiles.a).toEqual({ url: "http://a/client/api", apikey: "k #1 ;2", secretkey: 'it\'s "q"' });
  }
});
