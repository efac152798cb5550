/** Many credentials with awkward values, written in a format: what it carries, and that it seldom refuses. */
import fc from "fast-check";
import { expect } from "vitest";
import type { Credentials } from "../../../lib/credentials/credentials.ts";
import { isAppError } from "../../../lib/errors.ts";
import { type Format, writeExport } from "../../../lib/exports/format.ts";
import { awkwardValue, longValue, realisticValue } from "../../fakes/awkward-values.ts";
import type { Values } from "../../fakes/credentials.ts";

export interface Carried extends Values {
  /** What the cloud, profile or remote is called. */
  readonly cloud: string;
  readonly files: Readonly<Record<string, string>>;
}

const pairOf = (value: fc.Arbitrary<string>) => fc.record({ secret: value, name: value });
const awkward: readonly Values[] = [
  ...fc.sample(pairOf(awkwardValue), 1000),
  ...fc.sample(fc.record({ secret: awkwardValue, name: realisticValue }), 1000),
  ...fc.sample(pairOf(longValue), 20),
];
const realistic: readonly Values[] = fc.sample(pairOf(realisticValue), 1000);

interface Writing {
  readonly format: Format;
  readonly credentialsOf: (values: Values) => Credentials;
  readonly cloudOf?: (index: number) => string;
  /** At most this part of what a generator of passwords makes is refused. */
  readonly refusing?: number;
}

export function carriedBy({ format, credentialsOf, cloudOf = () => "cloud", refusing = 0 }: Writing) {
  const write = (values: Values, index: number): Carried[] => {
    const cloud = cloudOf(index);
    try {
      const files = writeExport(format, credentialsOf(values), { name: cloud });
      return [{ ...values, cloud, files: Object.fromEntries(files.map(({ name, text }) => [name, text])) }];
    } catch (thrown) {
      if (isAppError(thrown) && thrown.kind.startsWith("export_")) return [];
      throw thrown;
    }
  };
  const carried = realistic.flatMap(write);
  expect(1 - carried.length / realistic.length).toBeLessThanOrEqual(refusing);
  return [...carried, ...awkward.flatMap((values, index) => write(values, realistic.length + index))];
}

/** Compares one by one: of thousands, a failure shows the one that differs. */
export function expectEach<T>(carried: readonly Carried[], read: readonly T[], expected: (values: Carried) => T): void {
  expect(carried.length).toBeGreaterThan(1000);
  expect(read).toHaveLength(carried.length);
  carried.forEach((values, index) => {
    expect(read[index]).toEqual(expected(values));
  });
}
