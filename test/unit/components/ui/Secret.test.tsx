import { afterEach, describe, expect, it, vi } from "vitest";
import { Secret } from "../../../../components/ui/Secret.tsx";
import { clear, click, get, show } from "../../../fakes/view.ts";

const value = "s3cret-value";
const labels = {
  masked: "The key, hidden",
  shown: "The key",
  reveal: "Reveal key",
  hide: "Hide key",
  copy: "Copy key",
};
const html = () => document.documentElement.outerHTML;
afterEach(clear);

describe("a secret", () => {
  it("is not in the document while it is masked, nor is its length", async () => {
    await show(<Secret value={value} labels={labels} onCopy={() => {}} />);
    const masked = html();
    expect(masked).not.toContain(value);
    await show(<Secret value={`${value}${value}`} labels={labels} onCopy={() => {}} />);
    expect(html()).toBe(masked);
    expect(get("img", "The key, hidden")).toBeInstanceOf(HTMLElement);
  });

  it("is shown when it is asked for, and gone again after", async () => {
    await show(<Secret value={value} labels={labels} onCopy={() => {}} />);
    await click(get("button", "Reveal key"));
    expect(document.querySelector("output[aria-label='The key']")?.textContent).toBe(value);
    await click(get("button", "Hide key"));
    expect(html()).not.toContain(value);
  });

  it("is copied without being shown", async () => {
    const onCopy = vi.fn();
    await show(<Secret value={value} labels={labels} onCopy={onCopy} />);
    await click(get("button", "Copy key"));
    expect(onCopy).toHaveBeenCalledOnce();
    expect(html()).not.toContain(value);
  });
});
