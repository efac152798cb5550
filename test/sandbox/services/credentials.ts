/** The values of credentials: stable ones that users start with, and new ones. */
import { createHash, randomBytes } from "node:crypto";
import type { BrandId } from "../brands.ts";
import type { S3Key } from "../store/s3-keys.ts";
import type { FieldKind, FieldSource } from "./field-kinds.ts";
import type { FieldValues, ServiceField } from "./service-field.ts";
import { serviceType } from "./service-types.ts";
import type { Connection, Environment } from "./visible-services.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The fields that a user starts with in an environment: the same ones each time. */
export function startingFields(brand: BrandId, userId: string, environment: Environment): ServiceField[] {
  return kindsOf(environment.connection)
    .filter(({ isOptional }) => !isOptional || environment.seed.showsRegion)
    .map((kind) => {
      const place = kind.isEnvironmentSpecific ? environment.id : environment.connection.id;
      return {
        key: kind.key,
        value: kind.value(sourceOf(brand, environment, (length) => derived(length, userId, place, kind.key))),
        sensitive: kind.isSensitive ?? false,
        ...(kind.isEnvironmentSpecific ? { environmentSpecific: true } : {}),
      };
    });
}

/** New secrets for each of these environments of one connection, by the environment's id. */
export function renewedValues(brand: BrandId, environments: readonly Environment[]): Record<string, FieldValues> {
  const [any] = environments;
  if (!any) return {};
  const renewed = kindsOf(any.connection).filter(({ isRenewed }) => isRenewed);
  const make = (kind: FieldKind) =>
    [kind.key, kind.value(sourceOf(brand, any, (length) => randomBytes(length)))] as const;
  const shared = renewed.filter(({ isEnvironmentSpecific }) => !isEnvironmentSpecific).map(make);
  const own = renewed.filter(({ isEnvironmentSpecific }) => isEnvironmentSpecific);
  return Object.fromEntries(environments.map(({ id }) => [id, Object.fromEntries([...shared, ...own.map(make)])]));
}

/** The S3 keys that a user starts with in an environment. */
export function startingKeys(userId: string, environment: Environment): S3Key[] {
  const { connection, seed } = environment;
  return (seed.keysIn ?? []).map((region) =>
    s3Key(connection, region, (length, what) => derived(length, userId, environment.id, region, what)),
  );
}

/** A new S3 key. */
export function newS3Key(connection: Connection, region: string): S3Key {
  return s3Key(connection, region, (length) => randomBytes(length));
}

function s3Key({ seed }: Connection, region: string, bytes: (length: number, what: string) => Buffer): S3Key {
  // Amazon's ids have a form of their own.
  const accessKeyId = seed.type === "aws" ? `AKIA${base32(bytes(16, "id"))}` : bytes(10, "id").toString("hex");
  return { region, accessKeyId, secretKey: bytes(30, "secret").toString("base64") };
}

function base32(bytes: Buffer): string {
  return [...bytes].map((byte) => BASE32[byte % BASE32.length]).join("");
}

function kindsOf({ seed }: Connection): readonly FieldKind[] {
  return serviceType(seed.type)?.fields ?? [];
}

function sourceOf(brand: BrandId, { connection, seed }: Environment, bytes: (length: number) => Buffer): FieldSource {
  const { serviceCode } = connection.seed;
  return {
    host: `${serviceCode}.${brand}.example`,
    region: serviceCode.split("-").at(-1) ?? serviceCode,
    project: `${serviceCode.split("-")[0]}-${seed.name}`,
    bytes,
  };
}

/** Bytes that look random and are the same for the same words. */
function derived(length: number, ...words: readonly string[]): Buffer {
  return createHash("shake256", { outputLength: length }).update(words.join("/")).digest();
}
