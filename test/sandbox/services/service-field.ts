/** One field of a service's credentials, as `apiInfo` shows it, and how fields are replaced. */
import { z } from "zod";

export const ServiceField = z.object({
  key: z.string(),
  value: z.string(),
  sensitive: z.boolean(),
  environmentSpecific: z.boolean().optional(),
});
export type ServiceField = z.infer<typeof ServiceField>;

/** New values, by the key of the field. */
export const FieldValues = z.record(z.string(), z.string());
export type FieldValues = z.infer<typeof FieldValues>;

const Keyed = z.looseObject({ key: z.string() });

/** The fields with new values where there are any. A test may have put anything here, so what is odd stays as it is. */
export function withValues(fields: unknown, values: FieldValues): unknown {
  if (!Array.isArray(fields)) return fields;
  return fields.map((field: unknown) => {
    const keyed = Keyed.safeParse(field);
    const value = keyed.success ? values[keyed.data.key] : undefined;
    return value === undefined ? field : { ...keyed.data, value };
  });
}
