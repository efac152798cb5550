/** Beside what Horizon's “API Access” page serves to the same user: the same variables mean the same. */
import { expect, it } from "vitest";
import { parse } from "yaml";
import { cloudsYaml } from "../../../lib/exports/formats/clouds-yaml.ts";
import { openrcV3 } from "../../../lib/exports/formats/openrc-v3.ts";
import type { CloudUser } from "../cloud-schema.ts";
import { apiAccess } from "./api-access.ts";
import { cloudName } from "./exporter.ts";
import { homeWith, outputOf, type Subject } from "./subject.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * Where both name a thing, they say the same. What differs:
 *
 * - Horizon asks for the password (and `read` takes spaces off its ends), ours has it.
 * - Horizon knows the project's id, which consoles do not show; with the name and its domain it is the same project.
 * - Horizon names the user's domain, ours has the id that the console shows.
 * - Horizon says `OS_INTERFACE=public`, which is what clients take anyway; ours unsets it, with all that another cloud may
 *   have left. Horizon unsets only what is v2.0's.
 */
export function testBesideHorizon(subject: Subject, origin: string, { password, name }: CloudUser): void {
  it("openrc", async () => {
    const [home, file] = await homeWith(subject, openrcV3);
    await using _ = home;
    const { openrc } = await apiAccess(origin, { name, password });
    await home.write("horizon-openrc.sh", openrc);
    const variables = "env --null | grep --null-data ^OS_";
    const token = "openstack token issue -f value -c project_id -c user_id";
    const from = async (path: string) => {
      const before = `. './${path}' > said`;
      const stdin = `${password}\n`;
      const set = await outputOf(home, `${before}\n${variables}`, { stdin });
      expect(await outputOf(home, `${before}\n${token}`, { stdin })).toBe(`${subject.projectId}\n${subject.userId}\n`);
      return Object.fromEntries(
        set
          .split("\0")
          .filter(Boolean)
          .map((line) => line.split(/=(.*)/s).slice(0, 2)),
      );
    };
    const theirs = await from("horizon-openrc.sh");
    const ours = await from(file?.name ?? "");
    expect(differences(theirs, ours)).toEqual({
      theirs: { OS_INTERFACE: "public", OS_PROJECT_ID: subject.projectId, OS_USER_DOMAIN_NAME: "Default" },
      ours: { OS_USER_DOMAIN_ID: "default" },
    });
    expect(shared(theirs, ours)).toHaveLength(7);
  });

  it("clouds.yaml", async () => {
    const { cloudsYaml: text } = await apiAccess(origin, { name, password });
    const [file] = await subject.exporter().take(subject.kind, cloudsYaml);
    const { auth: theirAuth, ...theirs } = parse(text).clouds.openstack;
    const { auth: ourAuth, ...ours } = parse(file?.text ?? "").clouds[cloudName];
    expect(ours).toEqual(theirs);
    expect(differences(theirAuth, ourAuth)).toEqual({
      theirs: { project_id: subject.projectId, user_domain_name: "Default" },
      // it has no domain for the project's name, since it has the id
      ours: { password, user_domain_id: "default", project_domain_id: "default" },
    });
    expect(shared(theirAuth, ourAuth)).toEqual(["auth_url", "project_name", "username"]);
  });
}

/** What only one of them has; and all that both have and say differently. */
function differences(theirs: Values, ours: Values): { theirs: Values; ours: Values } {
  const only = (of: Values, other: Values) =>
    Object.fromEntries(Object.entries(of).filter(([name, value]) => other[name] !== value));
  return { theirs: only(theirs, ours), ours: only(ours, theirs) };
}

function shared(theirs: Values, ours: Values): readonly string[] {
  return Object.keys(theirs)
    .filter((name) => theirs[name] === ours[name])
    .sort();
}
