/** What a kind of credentials is called on screen. A console's own key has no view of this kind. */
import type { CredentialKind } from "../../lib/credentials/credentials.ts";
import type { MessageKey } from "../../lib/locales/en.ts";

export const exportKinds: Readonly<Record<Exclude<CredentialKind, "consoleApiKey">, MessageKey>> = {
  keystoneV3: "export.kindKeystoneV3",
  keystoneApplicationCredential: "export.kindApplicationCredential",
  keystoneV2: "export.kindKeystoneV2",
  s3: "export.kindS3",
  cloudStack: "export.kindCloudStack",
};
