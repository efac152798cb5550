/** Terraform's provider for CloudStack. */
import { valuesOf } from "../../credentials/credentials.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat } from "../format.ts";
import { quotedAttributes, terraformFile } from "../terraform-file.ts";

export const terraformCloudstack = defineFormat({
  id: "terraform-cloudstack",
  name: "Terraform (CloudStack)",
  kinds: ["cloudStack"],
  source: "https://registry.terraform.io/providers/cloudstack/cloudstack/latest/docs",
  write: (credentials) => {
    const fields = fieldsOf(valuesOf(credentials), [
      ["api_url", "apiUrl"],
      ["api_key", "apiKey"],
      ["secret_key", "secretKey"],
    ]);
    const attributes = quotedAttributes(fields);
    return [terraformFile({ name: "cloudstack", address: "cloudstack/cloudstack", attributes })];
  },
});
