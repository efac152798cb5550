/** What runs in the carrier's own page. Each function is sent there as text, so that none may use anything around it. */

interface Target {
  readonly tabId: number;
  readonly frameIds?: number[];
  readonly allFrames?: boolean;
}

/** The little of the extension API that is used. */
declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number; url: string }[]> };
  scripting: {
    executeScript(injection: {
      target: Target;
      files?: string[];
      func?: (call: Call) => unknown;
      args?: [Call];
    }): Promise<{ frameId: number; result: unknown }[]>;
  };
};

export interface Call {
  /** A name of the isolated world. */
  readonly object: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** Whether the page has to be laid out anew. */
  readonly undo: boolean;
}

export interface CallAnswer {
  readonly value: unknown;
  readonly milliseconds: number;
  readonly isMissing: boolean;
  readonly error: string | null;
}

export async function tabsShown(url: string): Promise<number[]> {
  const tabs = await chrome.tabs.query({});
  return tabs.filter((tab) => tab.url === url).map(({ id }) => id);
}

/** Runs a file in frames, and tells in which. */
export async function framesWith(target: Target, file: string): Promise<number[]> {
  const results = await chrome.scripting.executeScript({ target, files: [file] });
  return results.map(({ frameId }) => frameId);
}

/** Null when the frame went away. */
export async function callInFrame(
  { tabId, frameId }: { readonly tabId: number; readonly frameId: number },
  call: Call,
): Promise<CallAnswer | null> {
  const [first] = await chrome.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: async ({ object, method, args, undo }) => {
      const globals = globalThis as unknown as Record<string, Record<string, (...args: readonly unknown[]) => unknown>>;
      const isMissing = globals[object] === undefined;
      if (undo) {
        // Inherited by every element, so that all of the page has to be laid out anew.
        const { style } = document.documentElement;
        style.letterSpacing = style.letterSpacing === "0.01px" ? "0.02px" : "0.01px";
      }
      const start = performance.now();
      // An error in an injected function is lost on its way back.
      try {
        const value = await globals[object]?.[method]?.(...args);
        return { value, milliseconds: performance.now() - start, isMissing, error: null };
      } catch (error) {
        return { value: null, milliseconds: 0, isMissing, error: `${error instanceof Error ? error.stack : error}` };
      }
    },
    args: [call],
  });
  return (first?.result as CallAnswer | undefined) ?? null;
}
