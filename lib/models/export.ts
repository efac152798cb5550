/** Carrying credentials to a tool: which formats there are for them, a masked preview, copying and saving. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { entryId, entryName, type ServiceEntry, type ServiceField } from "../console/service.ts";
import type { CredentialKind, Credentials } from "../credentials/credentials.ts";
import { credentialsOf } from "../credentials/from-fields.ts";
import { knownFieldOf } from "../credentials/known-fields.ts";
import type { Role } from "../credentials/role.ts";
import { type Problem, toProblem } from "../errors.ts";
import { type ExportFile, exportName, type Format, previewExport, writeExport } from "../exports/format.ts";
import type { ServiceExtras } from "../storage/service-items.ts";
import { explained, type FormatsModel, formatsFor } from "./formats.ts";
import { called, t } from "./language.ts";
import type { RenewalsModel } from "./renewals.ts";
import type { ServicesModel } from "./services.ts";
import { createTask, type Task } from "./task.ts";

/** One kind of credentials with one format for it. */
export interface ExportChoice {
  /** What is remembered of it. */
  readonly id: string;
  readonly name: string;
  readonly format: Format;
  readonly credentials: Credentials;
}

export interface ExportPreview {
  readonly files: readonly ExportFile[];
  /** Why there are none. */
  readonly problem: Problem | null;
}

export interface ExportModel {
  readonly isOpen: ReadonlySignal<boolean>;
  /** Whether what is on screen is enough for any tool. */
  readonly isOffered: ReadonlySignal<boolean>;
  /** Whose credentials: "connection / environment". */
  readonly title: ReadonlySignal<string>;
  readonly groups: ReadonlySignal<readonly { kind: CredentialKind; choices: readonly ExportChoice[] }[]>;
  readonly choice: ReadonlySignal<ExportChoice | null>;
  readonly preview: ReadonlySignal<ExportPreview>;
  /** What the console did not say and the user may. */
  readonly asked: ReadonlySignal<readonly (keyof ServiceExtras)[]>;
  readonly extras: ReadonlySignal<ServiceExtras>;
  readonly copying: Task<[index: number]>;
  readonly saving: Task<[index: number]>;
  open(renewalId: string | null): void;
  close(): void;
  choose(id: string): void;
  typeExtra(name: keyof ServiceExtras, value: string): void;
}

export interface ExportModelEdge {
  readonly formats: FormatsModel;
  readonly services: ServicesModel;
  readonly renewals: RenewalsModel;
  readonly copying: Task<[text: string, what: string]>;
  readonly saveFile: (name: string, text: string) => void;
  readonly announce: (text: string) => void;
}

const noExtras: ServiceExtras = { endpointUrl: "", regionName: "" };

export function createExport(edge: ExportModelEdge): ExportModel {
  const { formats, services, renewals, copying: copy, saveFile, announce } = edge;
  const question = computed(() => {
    const { asking } = services.draft.value;
    return asking?.what === "export" ? asking : null;
  });

  /** What is exported: what is on screen, or new credentials that wait. */
  const subject = computed((): { entry: ServiceEntry; fields: readonly ServiceField[] } | null => {
    if (question.value === null) return null;
    const { renewalId } = question.value;
    const shown = services.shown.value;
    if (renewalId === null) return shown === null ? null : { entry: shown.entry, fields: shown.credentials.fields };
    const renewed = renewals.entries.value.find(({ renewal }) => renewal.id === renewalId);
    if (renewed?.fields == null) return null;
    const { entry } = renewed.renewal;
    // a new S3 key comes without its endpoint, which the service may show beside it; and nothing else of the old
    const isSame = shown !== null && entryId(shown.entry) === entryId(entry);
    const endpoints = isSame ? shown.credentials.fields.filter(isEndpoint) : [];
    return { entry, fields: renewed.renewal.what === "s3Key" ? [...renewed.fields, ...endpoints] : renewed.fields };
  });

  const said = computed(() => credentialsOf(subject.value?.fields ?? []));
  const subjectId = computed(() => (subject.value === null ? "" : entryId(subject.value.entry)));
  const extras = computed(() => services.draft.value.extras[subjectId.value] ?? noExtras);
  const groups = computed(() =>
    said.value.map((one) => {
      const credentials = completed(one, extras.value);
      const choices = formatsFor(formats.all.value, one.kind).map(
        (format): ExportChoice => ({ id: `${one.kind} ${format.id}`, name: called(format.name), format, credentials }),
      );
      return { kind: one.kind, choices };
    }),
  );
  const choice = computed(() => {
    const all = groups.value.flatMap(({ choices }) => choices);
    return all.find(({ id }) => id === services.draft.value.format) ?? all[0] ?? null;
  });
  const context = computed(() => ({ name: exportName(subject.value === null ? "" : entryName(subject.value.entry)) }));

  const preview = computed((): ExportPreview => {
    if (choice.value === null) return { files: [], problem: null };
    const { format, credentials } = choice.value;
    try {
      return { files: previewExport(format, credentials, context.value), problem: null };
    } catch (fault) {
      return { files: [], problem: toProblem(explained(fault)) };
    }
  });

  const fileAt = (index: number): ExportFile | undefined => {
    if (choice.value === null) return undefined;
    return writeExport(choice.value.format, choice.value.credentials, context.value)[index];
  };
  const note = async (index: number, { text }: ExportFile) => {
    const renewalId = question.value?.renewalId ?? null;
    // a file that looks the same with the secrets masked holds none
    if (preview.value.files[index]?.text === text) return;
    // it was copied all the same: at worst, dismissing it asks once too often
    if (renewalId !== null) await renewals.markCopied(renewalId).catch(() => undefined);
  };

  const copying = createTask(async (index: number) => {
    const file = fileAt(index);
    if (file === undefined) return;
    if (await copy.run(file.text, file.name ?? choice.value?.name ?? "")) await note(index, file);
  });
  const saving = createTask(async (index: number) => {
    const file = fileAt(index);
    if (file?.name == null) return;
    saveFile(file.name, file.text);
    announce(t("export.saved", { what: file.name }));
    await note(index, file);
  });
  const forgive = () => {
    for (const task of [copy, copying, saving]) task.forgive();
  };

  return {
    isOffered: computed(() => credentialsOf(services.shown.value?.credentials.fields ?? []).length > 0),
    isOpen: computed(() => question.value !== null && subject.value !== null && formats.all.value.length > 0),
    title: computed(() => (subject.value === null ? "" : entryName(subject.value.entry))),
    groups,
    choice,
    preview,
    asked: computed(() => {
      const kind = choice.value?.credentials.kind;
      const own = said.value.find((one) => one.kind === kind);
      if (own === undefined) return [];
      const isUnsaid = (name: keyof ServiceExtras) => (own as Partial<Record<Role, string | null>>)[name] === null;
      return (["endpointUrl", "regionName"] as const).filter(isUnsaid);
    }),
    extras,
    copying,
    saving,
    open(renewalId) {
      forgive();
      services.change({ asking: { what: "export", renewalId } });
    },
    close() {
      forgive();
      services.change({ asking: null });
    },
    choose(id) {
      forgive();
      services.change({ format: id });
    },
    typeExtra(name, value) {
      const { extras: all } = services.draft.value;
      services.change({ extras: { ...all, [subjectId.value]: { ...extras.value, [name]: value } } });
    },
  };
}

function isEndpoint({ key }: ServiceField): boolean {
  return knownFieldOf(key)?.roles.s3 === "endpointUrl";
}

/** What the user said fills what the console did not say. */
function completed(credentials: Credentials, { endpointUrl, regionName }: ServiceExtras): Credentials {
  const region = regionName.trim() || null;
  switch (credentials.kind) {
    case "s3":
      return {
        ...credentials,
        endpointUrl: credentials.endpointUrl ?? (endpointUrl.trim() || null),
        regionName: credentials.regionName ?? region,
      };
    case "keystoneV3":
    case "keystoneApplicationCredential":
    case "keystoneV2":
      return { ...credentials, regionName: credentials.regionName ?? region };
    default:
      return credentials;
  }
}
