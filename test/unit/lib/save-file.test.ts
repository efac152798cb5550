import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { saveFile } from "../../../lib/save-file.ts";

let clicked: { href: string; download: string }[];
let blobs: Blob[];
beforeEach(() => {
  vi.useFakeTimers();
  clicked = [];
  blobs = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return `blob:test/${blobs.length}`;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => undefined);
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push({ href: this.href, download: this.download });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("saving a file", () => {
  it("hands over the text as it is, under its name, as what no browser opens", async () => {
    saveFile("clouds.yaml", "péché\r\n\t中\n");
    expect(clicked).toEqual([{ href: "blob:test/1", download: "clouds.yaml" }]);
    expect(blobs.map(({ type }) => type)).toEqual(["application/octet-stream"]);
    expect(await blobs[0]?.text()).toBe("péché\r\n\t中\n");
  });

  it("leaves nothing in the document, and lets go of the text once it can have been read", () => {
    saveFile("secret.json", "secret");
    expect(document.documentElement.outerHTML).not.toContain("blob:");
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(URL.revokeObjectURL).toHaveBeenCalledExactlyOnceWith("blob:test/1");
  });

  it("keeps two files apart", () => {
    saveFile("a", "1");
    saveFile("b", "2");
    expect(clicked.map(({ href, download }) => [href, download])).toEqual([
      ["blob:test/1", "a"],
      ["blob:test/2", "b"],
    ]);
  });
});
