/** Terraform's provider for OpenStack. */
import { fieldsOf } from "../fields.ts";
import { defineFormat } from "../format.ts";
import { keystoneValues } from "../keystone.ts";
import { quotedAttributes, terraformFile } from "../terraform-file.ts";

export const terraformOpenstack = defineFormat({
  id: "terraform-openstack",
  name: "Terraform (OpenStack)",
  kinds: ["keystoneV3", "keystoneApplicationCredential"],
  source: "https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs",
  write: (credentials) => {
    const fields = fieldsOf(keystoneValues(credentials), [
      ["auth_url", "authUrl"],
      ["region", "regionName"],
      ["user_name", "username"],
      ["user_id", "userId"],
      ["user_domain_id", "userDomainId"],
      ["user_domain_name", "userDomainName"],
      ["password", "password"],
      ["tenant_id", "projectId"],
      ["tenant_name", "projectName"],
      ["project_domain_id", "projectDomainId"],
      ["project_domain_name", "projectDomainName"],
      ["application_credential_id", "applicationCredentialId"],
      ["application_credential_name", "applicationCredentialName"],
      ["application_credential_secret", "applicationCredentialSecret"],
    ]);
    const address = "terraform-provider-openstack/openstack";
    return [terraformFile({ name: "openstack", address, attributes: quotedAttributes(fields) })];
  },
});
