/** What `swift -V 2` sends, with options written by hand. */
import { expect, inject, it } from "vitest";
import { recordedToken, startRecordedKeystone } from "./recorded-keystone.ts";
import { ToolHome } from "./tool-home.ts";

const { dashed } = inject("cloud").users;

it.each([
  {
    way: "options",
    args: (authUrl: string) => [
      `--os-auth-url=${authUrl}`,
      `--os-username=${dashed.name}`,
      `--os-password=${dashed.password}`,
      "--os-tenant-name=a tenant",
      "--os-region-name=RegionOne",
    ],
    env: () => ({}),
  },
  {
    way: "the environment",
    args: () => [],
    env: (authUrl: string) => ({
      OS_AUTH_URL: authUrl,
      OS_USERNAME: dashed.name,
      OS_PASSWORD: dashed.password,
      OS_TENANT_NAME: "a tenant",
      OS_REGION_NAME: "RegionOne",
    }),
  },
])("takes name, password and tenant from $way", async ({ args, env }) => {
  await using keystone = await startRecordedKeystone();
  await using home = await ToolHome.create();
  const swift = ["-V", "2", ...args(keystone.authUrl), "stat"];
  const { status, stderr } = await home.run("swift", swift, { env: env(keystone.authUrl) });
  expect(status, stderr).toBe(0);
  expect(keystone.requests).toEqual([
    {
      method: "POST",
      path: "/v2.0/tokens",
      token: undefined,
      body: {
        auth: {
          tenantName: "a tenant",
          passwordCredentials: { username: dashed.name, password: dashed.password },
        },
      },
    },
    { method: "HEAD", path: "/v1/AUTH_recorded", token: recordedToken, body: null },
  ]);
});
