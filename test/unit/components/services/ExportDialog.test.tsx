import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ExportDialog } from "../../../../components/services/ExportDialog.tsx";
import type { ServiceField } from "../../../../lib/console/service.ts";
import type { App } from "../../../../lib/models/app.ts";
import { type FakePages, settled } from "../../../fakes/pages.ts";
import {
  createServicePages,
  credentials,
  keystoneFields,
  objects,
  openStarted,
  s3Fields,
  sampleField,
  setServicesDraft,
} from "../../../fakes/services.ts";
import { all, clear, click, get, names, press as pressKey, show, type } from "../../../fakes/view.ts";

const secret = "S3cret-value";
let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
  await setServicesDraft(pages, "one", { chosen: objects });
});
afterEach(clear);

async function open(fields: ServiceField[] = keystoneFields(secret), format?: string) {
  pages.answers["services.credentials"] = async () => credentials({ fields });
  app = await openStarted(pages);
  app.exporting.open(null);
  if (format !== undefined) app.exporting.choose(format);
  await vi.waitUntil(() => app.exporting.isOpen.value);
  await show(<ExportDialog app={app} />);
}
const later = (work: () => unknown) =>
  act(async () => {
    await work();
    await settled();
  });
const press = async (button: HTMLElement) => {
  await click(button);
  await act(settled);
};
const html = () => document.documentElement.outerHTML;
const text = () => document.body.textContent ?? "";
const select = () => {
  const found = document.querySelector("select");
  if (found === null) throw new Error("no select");
  return found;
};
const choose = async (value: string) => {
  select().value = value;
  await act(() => void select().dispatchEvent(new Event("change", { bubbles: true })));
};
const groups = () => [...document.querySelectorAll("optgroup")].map(({ label }) => label);

describe("the export", () => {
  it("is a dialog with a name, a labelled choice in groups, and whose credentials they are", async () => {
    await open([...keystoneFields(secret), sampleField("s3AccessKey", "AK"), sampleField("s3SecretKey", secret, true)]);
    const title = document.getElementById(document.querySelector("dialog")?.getAttribute("aria-labelledby") ?? "");
    expect(title?.textContent).toBe("Export credentials");
    expect(document.querySelector(`label[for="${select().id}"]`)?.textContent).toBe("Format");
    expect(groups()).toEqual(["OpenStack", "S3"]);
    expect(text()).toContain("Objects / production");
  });

  it("shows every format with the secrets masked", async () => {
    await open();
    const values = [...document.querySelectorAll("option")].map(({ value }) => value);
    expect(values.length).toBeGreaterThan(8);
    for (const value of values) {
      await choose(value);
      expect([value, select().value, html().includes(secret)]).toEqual([value, value, false]);
      expect([...document.querySelectorAll("pre")].map(({ textContent }) => textContent).join()).toContain("*****");
    }
    expect((await pages.items.drafts.get()).byConsole.one?.services.format).toBe(values.at(-1));
  });

  it("has a name for the preview, which the keyboard reaches, and for each button", async () => {
    await open(keystoneFields(secret), "keystoneV3 clouds-yaml-secure");
    const previews = [...document.querySelectorAll<HTMLElement>("section[tabindex='0']")];
    expect(previews.map((one) => one.getAttribute("aria-label"))).toEqual([
      "clouds.yaml, secrets hidden",
      "secure.yaml, secrets hidden",
    ]);
    expect(names("button")).toEqual([
      "Copy clouds.yaml",
      "Save clouds.yaml",
      "Copy secure.yaml",
      "Save secure.yaml",
      "Close",
    ]);
    expect(text()).toContain("Goes to ~/.config/openstack/secure.yaml");
  });

  it("copies and saves the file that is meant, whole", async () => {
    await open(keystoneFields(secret), "keystoneV3 clouds-yaml-secure");
    await press(get("button", "Copy secure.yaml"));
    expect(pages.clipboard.text).toContain(secret);
    await press(get("button", "Save clouds.yaml"));
    expect([pages.saved.map(({ name }) => name), pages.saved[0]?.text.includes(secret)]).toEqual([
      ["clouds.yaml"],
      false,
    ]);
    expect(html()).not.toContain(secret);
  });

  it("of what is no file is only copied", async () => {
    await open(keystoneFields(secret), "keystoneV3 swift-cli");
    const buttons = names("button").filter((name) => name !== "Close");
    expect(buttons.filter((name) => name.startsWith("Save"))).toHaveLength(
      app.exporting.preview.value.files.filter(({ name }) => name !== null).length,
    );
    expect(buttons[0]).toMatch(/^Copy /);
  });

  it.each([
    ["Close", () => press(get("button", "Close"))],
    ["Esc", () => pressKey("Escape", document.querySelector("dialog") ?? document.body)],
  ])("is closed by %s", async (_what, close) => {
    await open();
    await close();
    expect([document.querySelector("dialog"), app.exporting.isOpen.value]).toEqual([null, false]);
  });

  it("is closed when the values are gone", async () => {
    await open();
    pages.clock += 5 * 60_000;
    await later(() => app.tick());
    expect([document.querySelector("dialog"), html().includes("ana@shop")]).toEqual([null, false]);
  });
});

describe("what cannot be exported", () => {
  it("as anything is said, with no format to choose", async () => {
    await open([sampleField("container", "web")]);
    expect(text()).toContain("These fields do not add up to credentials that a tool would take.");
    expect([document.querySelector("select"), names("button")]).toEqual([null, ["Close"]]);
  });

  it("in one format says which field and why, with nothing to copy; in another it can be", async () => {
    await open(keystoneFields("two\nlines"), "keystoneV3 rclone-swift");
    expect(get("alert").textContent).toContain("Password has a line break, which this format cannot hold.");
    expect(get("alert").textContent).toContain("Choose another format");
    expect([names("button"), document.querySelector("pre")]).toEqual([["Close"], null]);
    await choose("keystoneV3 json");
    expect([all("alert"), names("button").length]).toEqual([[], 3]);
  });

  it("since the clipboard is refused is said, and not any more when the dialog is opened again", async () => {
    await open(keystoneFields(secret), "keystoneV3 json");
    pages.clipboard.isRefused = true;
    await press(get("button", "Copy objects-production.json"));
    expect(get("alert").textContent).toContain("The browser did not let us copy.");
    await press(get("button", "Close"));
    await later(() => app.exporting.open(null));
    expect(document.querySelector("dialog")?.querySelectorAll("[role=alert]")).toHaveLength(0);
  });

  it("since saving fails is said", async () => {
    await open(keystoneFields(secret), "keystoneV3 json");
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    pages.saved.push = () => {
      throw new Error("no disk");
    };
    await press(get("button", "Save objects-production.json"));
    vi.restoreAllMocks();
    expect(get("alert").textContent).toContain("Something went wrong in Llavero itself.");
    expect(app.status.value).toBeNull();
  });
});

describe("Keystone v2.0", () => {
  it("comes last, and with a warning of its own", async () => {
    await open([...keystoneFields(secret), sampleField("authenticationEndpoint", "https://auth.example.com/v2.0")]);
    expect(groups()).toEqual(["OpenStack", "OpenStack, Keystone v2.0 (deprecated)"]);
    expect(text()).not.toContain("gone from every current OpenStack release");
    await choose("keystoneV2 openrc-v2");
    expect(text()).toContain("gone from every current OpenStack release");
  });
});

describe("what the console does not say", () => {
  it("is asked for, and is in the preview as it is typed", async () => {
    await open([sampleField("accessKeyId", "AK"), sampleField("secretKey", secret, true)], "s3 json");
    expect(names("textbox")).toEqual(["S3 endpoint", "Region"]);
    await type("https://s3.example.com", get("textbox", "S3 endpoint"));
    expect((get("textbox", "S3 endpoint") as HTMLInputElement).value).toBe("https://s3.example.com");
    expect(document.querySelector("pre")?.textContent).toContain("https://s3.example.com");
  });

  it("is not asked for where the console says it, nor where no tool would take it", async () => {
    await open([...s3Fields(secret), sampleField("s3Endpoint", "https://s3.example.com")], "s3 json");
    expect(all("textbox")).toEqual([]);
    clear();
    const cloudStack = [sampleField("endpoint", "https://c.example.com/client/api"), sampleField("api_key", "a", true)];
    await open([...cloudStack, sampleField("secret_key", secret, true)]);
    expect([groups(), all("textbox")]).toEqual([["CloudStack"], []]);
  });
});
