/** The types of services: `GET /services/descriptors/:type`, and what credentials a service of each type gives. */
import { cloudstackFields, type FieldKind, openstackFields, s3Fields, swiftFields } from "./field-kinds.ts";

export interface ServiceType {
  readonly name: string;
  readonly supportsApiCredentials: boolean;
  /** What `apiInfo` shows. */
  readonly fields: readonly FieldKind[];
  /** Its keys are made and deleted at `apiCredentials`. */
  readonly hasKeys: boolean;
}

const without = (name: string): ServiceType => ({ name, supportsApiCredentials: false, fields: [], hasKeys: false });
const showing = (name: string, fields: readonly FieldKind[], hasKeys = false): ServiceType => ({
  name,
  supportsApiCredentials: true,
  fields,
  hasKeys,
});

const types: ReadonlyMap<string, ServiceType> = new Map([
  ["CloudCA", showing("cloud.ca", cloudstackFields)],
  ["cloudstack", showing("CloudStack", cloudstackFields)],
  ["swift", showing("OpenStack Swift", swiftFields)],
  ["openstack", showing("OpenStack", openstackFields)],
  ["aws", showing("Amazon Web Services", [], true)],
  ["cloudian", showing("Cloudian HyperStore", s3Fields, true)],
  ["gcp", without("Google Cloud Platform")],
  ["azure", without("Microsoft Azure")],
  ["purestorage", without("Pure Storage")],
]);

/** The type of that name, if there is one. */
export function serviceType(name: string): ServiceType | undefined {
  return types.get(name);
}
