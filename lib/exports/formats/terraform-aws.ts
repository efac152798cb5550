/** Terraform's provider for S3. */
import { valuesOf } from "../../credentials/credentials.ts";
import { fieldsOf } from "../fields.ts";
import { defineFormat } from "../format.ts";
import { type HclAttribute, hclAttributes } from "../quoting/hcl.ts";
import { quotedAttributes, terraformFile } from "../terraform-file.ts";

/** Without these the provider asks Amazon whose keys they are, and knows no region but Amazon's. */
const forOthers: readonly HclAttribute[] = [
  ["s3_use_path_style", "true"],
  ["skip_credentials_validation", "true"],
  ["skip_metadata_api_check", "true"],
  ["skip_region_validation", "true"],
  ["skip_requesting_account_id", "true"],
];

export const terraformAws = defineFormat({
  id: "terraform-aws",
  name: "Terraform (S3)",
  kinds: ["s3"],
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/custom-service-endpoints",
  write: (credentials) => {
    const keys = fieldsOf(valuesOf({ ...credentials, regionName: credentials.regionName ?? "us-east-1" }), [
      ["region", "regionName"],
      ["access_key", "accessKeyId"],
      ["secret_key", "secretAccessKey"],
    ]);
    const endpoint = fieldsOf(valuesOf(credentials), [["s3", "endpointUrl"]]);
    const [others, blocks] =
      endpoint.length === 0
        ? [[], ""]
        : [forOthers, `\n  endpoints {\n${hclAttributes(quotedAttributes(endpoint), "    ")}  }\n`];
    const attributes = [...quotedAttributes(keys), ...others];
    return [terraformFile({ name: "aws", address: "hashicorp/aws", attributes, blocks })];
  },
});
