import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Dialog } from "../../../../components/ui/Dialog.tsx";
import { settled } from "../../../fakes/pages.ts";
import { clear, click, get, show } from "../../../fakes/view.ts";

afterEach(async () => {
  // act waits for what effects do when they end, such as giving back the focus
  await act(clear);
  vi.restoreAllMocks();
});

const dialog = () => {
  const found = document.querySelector("dialog");
  if (found === null) throw new Error("no dialog");
  return found;
};

function open(onClose: () => void, child?: ComponentChild) {
  const actions = (
    <button type="button" onClick={onClose}>
      Cancel
    </button>
  );
  return show(
    <Dialog title="Revoke API key" actions={actions} onClose={onClose}>
      <p>It stops working.</p>
      {child}
    </Dialog>,
  );
}

describe("a dialog", () => {
  it("opens as a modal one, named by its title", async () => {
    const showModal = vi.spyOn(HTMLDialogElement.prototype, "showModal");
    await open(() => {});
    expect(showModal).toHaveBeenCalledOnce();
    expect(dialog().open).toBe(true);
    const title = document.getElementById(dialog().getAttribute("aria-labelledby") ?? "");
    expect(title?.textContent).toBe("Revoke API key");
  });

  it("asks to be closed on Esc, and leaves the closing to who opened it", async () => {
    const onClose = vi.fn();
    await open(onClose);
    const cancel = new Event("cancel", { cancelable: true });
    await act(() => void dialog().dispatchEvent(cancel));
    expect(onClose).toHaveBeenCalledOnce();
    expect(cancel.defaultPrevented).toBe(true);
  });

  it("does what its buttons say", async () => {
    const onClose = vi.fn();
    await open(onClose);
    await click(get("button", "Cancel"));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each([
    ["gives the focus back to what opened it", true],
    ["leaves the focus alone when that is gone", false],
  ])("%s", async (_what, isThere) => {
    const opener = document.createElement("button");
    document.body.append(opener);
    opener.focus();
    let isClosed = false;
    expect(document.activeElement).toBe(opener);
    await open(
      () => {},
      <Child
        onGone={() => {
          isClosed = true;
        }}
      />,
    );
    get("button", "Cancel").focus();
    if (!isThere) opener.remove();
    const takeFocus = vi.spyOn(opener, "focus");
    clear();
    await vi.waitUntil(() => isClosed);
    await settled();
    expect(takeFocus).toHaveBeenCalledTimes(isThere ? 1 : 0);
    expect(document.activeElement === opener).toBe(isThere);
    opener.remove();
  });
});

/** Tells when it has left the document, and with it the dialog around. */
function Child({ onGone }: { onGone: () => void }) {
  useEffect(() => onGone, []);
  return null;
}
