/** What functions that tests run inside of our own pages use of the browser's extension interface. */
interface ExtensionStorageArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}
interface ExtensionTab {
  readonly id?: number;
  readonly title?: string;
}
declare const chrome: {
  readonly storage: {
    readonly local: ExtensionStorageArea;
    readonly session: ExtensionStorageArea;
    readonly onChanged: { addListener(listener: (changes: Record<string, unknown>) => void): void };
  };
  readonly tabs: {
    query(filter: { active?: true; lastFocusedWindow?: true }): Promise<readonly ExtensionTab[]>;
    readonly onUpdated: {
      addListener(listener: (tabId: number, change: { readonly status?: string }) => void): void;
      hasListeners(): boolean;
    };
  };
  readonly action: { getBadgeText(details: { tabId?: number | undefined }): Promise<string> };
  readonly commands: { readonly onCommand: { dispatch(command: string, tab: ExtensionTab | undefined): void } };
  readonly contextMenus: {
    readonly onClicked: { dispatch(choice: { menuItemId: string }, tab: ExtensionTab | undefined): void };
  };
  readonly permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
};
