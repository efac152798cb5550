/** Terraform's and Kubernetes' files: what is written is what their readers read, or it is refused. */
import { expect, it } from "vitest";
import { kubernetesSecret } from "../../../lib/exports/formats/kubernetes-secret.ts";
import { terraformAws } from "../../../lib/exports/formats/terraform-aws.ts";
import { terraformCloudca } from "../../../lib/exports/formats/terraform-cloudca.ts";
import { terraformCloudstack } from "../../../lib/exports/formats/terraform-cloudstack.ts";
import { terraformOpenstack } from "../../../lib/exports/formats/terraform-openstack.ts";
import { cloudStackOf, consoleKeyOf, keystoneOf, s3Of } from "../../fakes/credentials.ts";
import { type Reading, readWithGo, readWithPython } from "../../readers/files/readers.ts";
import { proven } from "../proof.ts";
import { carriedBy, expectEach } from "./carried.ts";

it.each([
  { format: terraformOpenstack, credentialsOf: keystoneOf, secretKey: "password", nameKey: "user_name" },
  { format: terraformAws, credentialsOf: s3Of, secretKey: "secret_key", nameKey: "access_key" },
  { format: terraformCloudstack, credentialsOf: cloudStackOf, secretKey: "secret_key", nameKey: "api_key" },
  { format: terraformCloudca, credentialsOf: consoleKeyOf, secretKey: "api_key", nameKey: null },
])("$format.id: a provider, by HCL", ({ format, credentialsOf, secretKey, nameKey }) => {
  const carried = carriedBy({ format, credentialsOf });
  const texts = carried.map(({ files }) => files["provider.tf"]);
  const read = readWithGo<Reading[]>("hcl", JSON.stringify(texts));
  expectEach<Reading>(carried, read, ({ secret, name }) =>
    expect.objectContaining({ [secretKey]: secret, ...(nameKey === null ? {} : { [nameKey]: name }) }),
  );
  expect(read.filter((values) => "error" in values)).toEqual([]);
  proven("read", format, "HCL");
});

it("kubernetes-secret: a Secret, by sigs.k8s.io/yaml and by PyYAML", () => {
  const carried = carriedBy({ format: kubernetesSecret, credentialsOf: s3Of });
  const texts = carried.map(({ files }) => files["secret.yaml"] ?? "");
  const read = readWithGo<Reading[]>("kubernetes-yaml", JSON.stringify(texts));
  expectEach<Reading>(carried, read, ({ secret, name }) => ({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "cloud" },
    type: "Opaque",
    stringData: expect.objectContaining({ AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: secret }),
  }));
  expect(
    readWithPython(
      "pyyaml",
      texts.map((file) => ({ file })),
    ),
  ).toEqual(read);
  proven("read", kubernetesSecret, "sigs.k8s.io/yaml", "PyYAML");
});
