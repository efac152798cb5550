/** Signing in to a real Horizon with what the popup fills: nobody types anything, and Horizon's own button is pressed. */
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Story, startStory } from "../e2e/stories/story.ts";
import type { CloudUser } from "./cloud-schema.ts";
import { FillPart, fieldsFor, handOut, hidden, kindsOf } from "./horizon/fill-part.ts";
import { byName, decoys, LoginPage, type SignedIn } from "./horizon/login-page.ts";

const cloud = inject("cloud");
const { main, dashed, secondDomain } = cloud.users;
const horizon = cloud.horizon;
if (horizon === null) throw new Error("There is no Horizon: the cloud was started without it.");

interface Visit {
  readonly who: string;
  readonly user: CloudUser;
  /** As the console hands it out. */
  readonly region?: string;
  /** What stands in the form besides the user name, the password and the decoys, once it is filled. */
  readonly others: Readonly<Record<string, string>>;
  /** What Horizon says besides the user and the project. */
  readonly says: Partial<SignedIn>;
}

interface Variant {
  readonly variant: string;
  readonly origin: string;
  /** What Horizon calls the field of a label; and what goes into it, as the dialog calls it. */
  readonly extra: readonly ("domain" | "region")[];
  readonly visits: readonly Visit[];
}

const dashedName = "a user whose name and password begin with a dash";
const other = "the user of that name in another domain";
const one = { region: "default" };
const lab = { domain: "Labor Süd" };
const Default = { domain: "Default" };

const variants: readonly Variant[] = [
  {
    variant: "plain, at an address that no permission is for",
    origin: byName(horizon.plain),
    extra: [],
    visits: [
      { who: "a user", user: main, others: one, says: {} },
      { who: dashedName, user: dashed, others: one, says: {} },
    ],
  },
  {
    variant: "plain, at the console's own host",
    origin: horizon.plain,
    extra: [],
    visits: [{ who: "a user", user: main, others: one, says: {} }],
  },
  {
    variant: "with a field for the domain",
    origin: byName(horizon.domain),
    extra: ["domain"],
    visits: [
      { who: "a user, whose domain is told by its id", user: main, others: { ...one, ...Default }, says: Default },
      { who: other, user: secondDomain, others: { ...one, ...lab }, says: lab },
      { who: dashedName, user: dashed, others: { ...one, ...Default }, says: Default },
    ],
  },
  {
    variant: "with a field for the domain and a list of regions",
    origin: byName(horizon.region),
    extra: ["domain", "region"],
    visits: [
      {
        who: "a user",
        user: main,
        others: { region: "0", ...Default },
        says: { ...Default, region: "RegionOne" },
      },
      {
        who: `${other}, in the region that is not chosen beforehand`,
        user: secondDomain,
        region: "RegionTwo",
        others: { region: "1", ...lab },
        says: { ...lab, region: "RegionTwo" },
      },
    ],
  },
  {
    variant: "with a list of domains beside single sign-on",
    origin: byName(horizon.singleSignOn),
    extra: ["domain"],
    visits: [
      { who: other, user: secondDomain, others: { ...one, ...lab, auth_type: "credentials" }, says: lab },
      { who: "a user", user: main, others: { ...one, ...Default, auth_type: "credentials" }, says: Default },
    ],
  },
];

const labels = { domain: "Domain", region: "Region" };

// cookies ignore ports, so each variant has a browser of its own
describe.each(variants)("Horizon in Chromium, $variant", ({ origin, extra, visits }) => {
  let story: Story;
  let login: LoginPage;

  beforeAll(async () => {
    story = await startStory();
    login = await new LoginPage(story.page, origin).open();
    await story.openSignedIn("ana");
  });
  afterAll(() => story?.close());

  it.each(visits)("signs in $who", async ({ user, region = cloud.region, others, says }) => {
    await handOut(story.sandbox.cloudops, fieldsFor(cloud, user, region));
    await story.closePopup();
    await login.open();
    const fill = await new FillPart(await story.open()).choose();

    const { text, lines } = await fill.ask();
    const told = { domain: user.domain.name, region };
    expect(lines).toEqual({
      "User Name": ["User name", user.name],
      Password: ["Password", hidden],
      ...Object.fromEntries(extra.map((role) => [labels[role], [labels[role], told[role]]])),
    });
    expect(text).toContain(origin);

    expect((await fill.answer("once")).sort()).toEqual(kindsOf(lines));
    expect(await fill.traces(user.password)).toEqual([]);
    expect(await login.values()).toEqual({ ...decoys, username: user.name, password: user.password, ...others });

    expect(await login.press()).toBe("/project/api_access/");
    const signedIn = await login.signedIn();
    expect(signedIn).toMatchObject({ user: user.name, ...says });
    expect(user.projects.map(({ name }) => name)).toContain(signedIn.project);
  });
});
