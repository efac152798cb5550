/** The formats of exports, loaded once the first view is painted: nobody should wait for them to see a list of keys. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { CredentialKind } from "../credentials/credentials.ts";
import { labelOfRole } from "../credentials/known-fields.ts";
import { roles } from "../credentials/role.ts";
import { AppError } from "../errors.ts";
import type { Format } from "../exports/format.ts";
import { called } from "./language.ts";

export interface FormatsModel {
  /** In the order in which they are offered; empty until they are there. */
  readonly all: ReadonlySignal<readonly Format[]>;
  load(): Promise<void>;
}

export function createFormats(): FormatsModel {
  const all = signal<readonly Format[]>([]);
  return {
    all,
    async load() {
      all.value = (await import("../exports/formats.ts")).formats;
    },
  };
}

export function formatsFor(formats: readonly Format[], kind: CredentialKind): readonly Format[] {
  return formats.filter(({ kinds }) => kinds.includes(kind));
}

/** Why a format cannot carry something, with the field's name as it is on screen. */
export function explained(fault: unknown): unknown {
  const role = fault instanceof AppError ? roles.find((one) => one === fault.facts.item) : undefined;
  if (!(fault instanceof AppError) || role === undefined) return fault;
  return new AppError(fault.kind, { ...fault.facts, item: called(labelOfRole(role)) });
}
