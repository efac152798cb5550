// @vitest-environment node
import { describe, expect, it } from "vitest";
import { swiftclientPython } from "../../../../../lib/exports/formats/swiftclient-python.ts";
import { expectCarried, pythonStrings } from "../carried.ts";
import {
  applicationCredential,
  fileNameOf,
  keystoneV2,
  keystoneV3,
  previewOf,
  refusalOf,
  textOf,
} from "../exported.ts";

describe("a Python program for swiftclient", () => {
  it("lists the containers", () => {
    expect(textOf(swiftclientPython, keystoneV3)).toBe(`# pip install python-swiftclient keystoneauth1
from keystoneauth1.identity import v3
from keystoneauth1.session import Session
from swiftclient.client import Connection

auth = v3.Password(
    auth_url="https://auth.example.com/v3",
    project_name="shop",
    project_domain_id="default",
    username="ana",
    user_domain_id="default",
    password="correct horse",
)
swift = Connection(
    session=Session(auth=auth),
    os_options={"region_name": "east-1"},
)

headers, containers = swift.get_account()
for container in containers:
    print(container["name"])
`);
  });

  it("knows application credentials and tenants", () => {
    expect(textOf(swiftclientPython, applicationCredential)).toContain(`auth = v3.ApplicationCredential(
    auth_url="https://auth.example.com/v3",
    application_credential_id="7f3a",
    application_credential_secret="correct horse",
)
swift = Connection(
    session=Session(auth=auth),
)`);
    expect(textOf(swiftclientPython, keystoneV2)).toContain(`auth = v2.Password(
    auth_url="https://auth.example.com/v2.0",
    tenant_name="shop",
    username="ana",`);
  });

  it("takes a name with a colon, and refuses to list what belongs to no project", () => {
    expect(refusalOf(swiftclientPython, { ...keystoneV3, username: "shop:ana" })).toBeNull();
    expect(refusalOf(swiftclientPython, { ...keystoneV3, projectName: null })).toEqual([
      "export_missing",
      "projectName",
    ]);
  });

  it("carries every value", () => {
    expectCarried(swiftclientPython, keystoneV3, "password", (texts) => pythonStrings(texts, "password"));
  });

  it("has a name to be saved by, and a preview without secrets", () => {
    expect(fileNameOf(swiftclientPython, keystoneV3)).toBe("shop-swift.py");
    expect(previewOf(swiftclientPython, keystoneV3)).not.toContain("correct horse");
  });
});
