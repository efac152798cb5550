/** What functions that tests run inside of our own pages use of the browser's extension interface. */
interface ExtensionStorageArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
declare const chrome: {
  readonly storage: { readonly local: ExtensionStorageArea; readonly session: ExtensionStorageArea };
  readonly action: { getBadgeText(details: Record<string, never>): Promise<string> };
  readonly permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
};
