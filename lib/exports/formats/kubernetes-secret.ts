/** A Secret of Kubernetes whose keys are names of environment variables, for a container's `envFrom`. */
import { defineFormat } from "../format.ts";
import { writeYaml } from "../quoting/yaml.ts";
import { variablesOf } from "../variables.ts";

export const kubernetesSecret = defineFormat({
  id: "kubernetes-secret",
  name: { en: "Kubernetes Secret", es: "Secret de Kubernetes", fr: "Secret Kubernetes" },
  kinds: ["keystoneV3", "keystoneApplicationCredential", "keystoneV2", "s3", "cloudStack", "consoleApiKey"],
  source: "https://kubernetes.io/docs/concepts/configuration/secret/",
  write: (credentials, context) => {
    const text = writeYaml({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: nameOf(context.name) },
      type: "Opaque",
      // not `data`: base64 hides nothing, and nobody could read what is in it
      stringData: Object.fromEntries(variablesOf(credentials).map(({ name, value }) => [name, value])),
    });
    return [{ name: "secret.yaml", place: null, text }];
  },
});

/** Names of objects neither begin nor end with a hyphen: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
function nameOf(name: string): string {
  return name.replace(/^-+|-+$/g, "") || "credentials";
}
