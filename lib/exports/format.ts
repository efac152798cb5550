/** What a format of an export is. Each format is one small file in `formats/`; `formats.ts` lists them. */
import type { CredentialKind, Credentials, CredentialsOf } from "../credentials/credentials.ts";
import { valuesOf } from "../credentials/credentials.ts";
import { type Role, secretRoles } from "../credentials/role.ts";
import { AppError, type ErrorKind } from "../errors.ts";
import type { Words } from "../i18n.ts";

export interface ExportFile {
  /** What to save it as; null for what is typed or pasted and is no file. */
  readonly name: string | null;
  /** Where the tool looks for it, such as `~/.aws/credentials`; null where it is the user's choice. */
  readonly place: string | null;
  readonly text: string;
}

export interface ExportContext {
  /** What to call the cloud, profile or remote: `[a-z0-9-]+`. */
  readonly name: string;
}

export interface Format<K extends CredentialKind = CredentialKind> {
  /** `[a-z0-9-]+`; remembered, so it stays. */
  readonly id: string;
  /** Words only for what is no proper name. */
  readonly name: string | Words;
  readonly kinds: readonly K[];
  /** The documentation of the tool that this is written for. */
  readonly source: string;
  /** @throws AppError of an `export_…` kind for what the format cannot carry. */
  readonly write: (credentials: CredentialsOf<K>, context: ExportContext) => readonly ExportFile[];
}

/** Keeps `write` and `kinds` in step, and lets formats of any kinds stand in one list. */
export function defineFormat<K extends CredentialKind>(format: Format<K>): Format {
  return {
    ...format,
    write: (credentials, context) => {
      if (!isOfKinds(credentials, format.kinds)) throw new Error(`${format.id} does not take ${credentials.kind}`);
      return format.write(credentials, context);
    },
  };
}

function isOfKinds<K extends CredentialKind>(
  credentials: Credentials,
  kinds: readonly K[],
): credentials is CredentialsOf<K> {
  return kinds.some((kind) => kind === credentials.kind);
}

export type Refusal = Extract<ErrorKind, `export_${string}`>;

/** Says which value a format cannot carry, and why; never the value. */
export function refuse(refusal: Refusal, role: Role): never {
  throw new AppError(refusal, { item: role });
}

/**
 * Writes credentials in a format.
 * @throws AppError of an `export_…` kind for what the format cannot carry.
 */
export function writeExport(format: Format, credentials: Credentials, context: ExportContext): readonly ExportFile[] {
  for (const [role, value] of valuesOf(credentials)) {
    // no file in UTF-8, no environment and no command line can hold these
    if (!value.isWellFormed() || value.includes("\0")) refuse("export_control", role);
  }
  return format.write(credentials, context);
}

// in ASCII: what some formats refuse, or escape, must not be the mask itself
const mask = "********";

/** The same with every secret masked: secrets never get into the document of a preview. */
export function previewExport(format: Format, credentials: Credentials, context: ExportContext): readonly ExportFile[] {
  // what cannot be carried is refused here too, and not only when it is copied
  writeExport(format, credentials, context);
  const masked = Object.fromEntries(
    valuesOf(credentials).map(([role, value]) => [role, secretRoles.has(role) ? mask : value]),
  );
  return format.write({ ...credentials, ...masked }, context);
}

/** What a cloud, profile or remote may be called everywhere, of a name as people write it. */
export function exportName(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  // a name that begins with a digit or is too long is one that some tool trips over
  const short = plain.slice(0, 40).replace(/-+$/, "");
  if (short === "") return "cloud";
  return /^[a-z]/.test(short) ? short : `cloud-${short}`;
}
