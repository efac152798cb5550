import { expect, it } from "vitest";
import { parse } from "yaml";
import { writeExport } from "../../../../../lib/exports/format.ts";
import { kubernetesSecret } from "../../../../../lib/exports/formats/kubernetes-secret.ts";
import { expectCarried } from "../carried.ts";
import { consoleApiKey, keystoneV3, previewOf, s3, textOf } from "../exported.ts";

it("writes environment variables as a Secret", () => {
  expect(textOf(kubernetesSecret, consoleApiKey)).toBe(`apiVersion: "v1"
kind: "Secret"
metadata:
  name: "shop"
type: "Opaque"
stringData:
  MC_API_KEY: "correct-horse"
`);
});

it.each(["1.1", "1.2"] as const)("carries values as YAML %s reads them", (version) => {
  expectCarried(kubernetesSecret, s3, "secretAccessKey", (texts) =>
    texts.map((text) => parse(text, { version }).stringData.AWS_SECRET_ACCESS_KEY),
  );
});

it("has only strings: Kubernetes takes no numbers", () => {
  const { stringData } = parse(textOf(kubernetesSecret, keystoneV3));
  expect(Object.values(stringData).map((value) => typeof value)).not.toContain("number");
  expect(stringData.OS_IDENTITY_API_VERSION).toBe("3");
});

it.each([
  ["-shop-", "shop"],
  ["2026", "2026"],
  ["--", "credentials"],
])("calls it, for %s, %s", (name, expected) => {
  const [file] = writeExport(kubernetesSecret, s3, { name });
  expect(parse(file?.text ?? "").metadata.name).toBe(expected);
});

it("has a preview without the secret", () => {
  expect(previewOf(kubernetesSecret, s3)).not.toContain("correct horse");
  expect(previewOf(kubernetesSecret, s3)).toContain("AKIA7");
});
