// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Credentials } from "../../../../lib/credentials/credentials.ts";
import { isAppError } from "../../../../lib/errors.ts";
import { variablesOf } from "../../../../lib/exports/variables.ts";
import { applicationCredential, keystoneV2, keystoneV3 } from "./exported.ts";

const values = (credentials: Credentials) =>
  Object.fromEntries(variablesOf(credentials).map(({ name, value }) => [name, value]));
const missing = (credentials: Credentials) => {
  try {
    return variablesOf(credentials);
  } catch (thrown) {
    return isAppError(thrown, "export_missing") ? thrown.facts.item : thrown;
  }
};

describe("a user", () => {
  it("is named together with its domain, of which one word is enough", () => {
    const both = values({ ...keystoneV3, userId: "u1", userDomainName: "Default" });
    expect(both).toMatchObject({ OS_USERNAME: "ana", OS_USER_DOMAIN_ID: "default" });
    expect(both).not.toHaveProperty("OS_USER_ID");
    expect(both).not.toHaveProperty("OS_USER_DOMAIN_NAME");
  });

  it("is told by its id where the domain is not known", () => {
    const byId = values({ ...keystoneV3, userId: "u1", userDomainId: null });
    expect(byId).toMatchObject({ OS_USER_ID: "u1" });
    expect(byId).not.toHaveProperty("OS_USERNAME");
  });

  it("is missing without either", () => {
    expect(missing({ ...keystoneV3, userDomainId: null })).toBe("userDomainId");
    expect(missing({ ...keystoneV3, username: null })).toBe("username");
  });
});

describe("a project", () => {
  it("is told by its id and its name, as by Horizon", () => {
    expect(values({ ...keystoneV3, projectId: "p1" })).toMatchObject({
      OS_PROJECT_ID: "p1",
      OS_PROJECT_NAME: "shop",
      OS_PROJECT_DOMAIN_ID: "default",
    });
  });

  it("is told by its id alone where the name's domain is not known", () => {
    const byId = values({ ...keystoneV3, projectId: "p1", projectDomainId: null });
    expect(byId).toMatchObject({ OS_PROJECT_ID: "p1" });
    expect(byId).not.toHaveProperty("OS_PROJECT_NAME");
  });

  it("is missing when its name has no domain, but need not be known", () => {
    expect(missing({ ...keystoneV3, projectDomainId: null })).toBe("projectDomainId");
    const none = values({ ...keystoneV3, projectName: null });
    expect(Object.keys(none).filter((name) => name.startsWith("OS_PROJECT"))).toEqual([]);
  });

  it("is a tenant in v2.0", () => {
    expect(values({ ...keystoneV2, projectId: "p1" })).toMatchObject({ OS_TENANT_ID: "p1", OS_TENANT_NAME: "shop" });
  });
});

describe("an application credential", () => {
  it("that is told by its name needs its user", () => {
    const named = { ...applicationCredential, applicationCredentialId: null };
    expect(missing(named)).toBe("username");
    expect(values({ ...named, userId: "u1" })).toMatchObject({
      OS_APPLICATION_CREDENTIAL_NAME: "backup",
      OS_USER_ID: "u1",
    });
    expect(missing({ ...named, applicationCredentialName: null })).toBe("applicationCredentialId");
  });
});
