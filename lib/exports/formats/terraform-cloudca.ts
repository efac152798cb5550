/** Terraform's provider for the console itself: cloud.ca's, which takes the address of another one. */
import { valuesOf } from "../../credentials/credentials.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat } from "../format.ts";
import { quotedAttributes, terraformFile } from "../terraform-file.ts";

export const terraformCloudca = defineFormat({
  id: "terraform-cloudca",
  name: "Terraform (cloud.ca)",
  kinds: ["consoleApiKey"],
  source: "https://registry.terraform.io/providers/cloud-ca/cloudca/latest/docs",
  write: (credentials) => {
    const fields = fieldsOf(valuesOf(credentials), [
      ["api_url", "apiUrl"],
      ["api_key", "apiKey"],
    ]);
    return [terraformFile({ name: "cloudca", address: "cloud-ca/cloudca", attributes: quotedAttributes(fields) })];
  },
});
