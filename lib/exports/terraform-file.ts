/** What Terraform's configuration of any provider consists of. https://developer.hashicorp.com/terraform/language/providers */
import type { Field } from "./fields.ts";
import type { ExportFile } from "./format.ts";
import { type HclAttribute, hclAttributes, quoteHcl } from "./quoting/hcl.ts";

export interface TerraformProvider {
  readonly name: string;
  /** Its address in the registry. */
  readonly address: string;
  readonly attributes: readonly HclAttribute[];
  /** Blocks that follow the attributes; each begins with an empty line. */
  readonly blocks?: string;
}

export function terraformFile({ name, address, attributes, blocks = "" }: TerraformProvider): ExportFile {
  const text = `terraform {
  required_providers {
    ${name} = {
      source = "${address}"
    }
  }
}

provider "${name}" {
${hclAttributes(attributes, "  ")}${blocks}}
`;
  return { name: "provider.tf", place: null, text };
}

export function quotedAttributes(fields: readonly Field[]): readonly HclAttribute[] {
  return fields.map(({ key, role, value }) => [key, quoteHcl(value, role)]);
}
