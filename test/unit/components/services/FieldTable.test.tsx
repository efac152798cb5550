import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FieldTable } from "../../../../components/services/FieldTable.tsx";
import type { ServiceField } from "../../../../lib/console/service.ts";
import { createTranslator } from "../../../../lib/i18n.ts";
import { translator } from "../../../../lib/models/language.ts";
import { sampleField } from "../../../fakes/services.ts";
import { all, clear, click, get, names, show } from "../../../fakes/view.ts";

let copied: (readonly [value: string, what: string])[];
beforeEach(() => {
  copied = [];
  translator.value = createTranslator("en");
});
afterEach(clear);

const open = (...fields: ServiceField[]) =>
  show(<FieldTable label="Credentials of X" fields={fields} onCopy={(...what) => void copied.push(what)} />);
const html = () => document.documentElement.outerHTML;
const rows = () => [...document.querySelectorAll("tr")];
const heads = () => rows().map((row) => row.querySelector("th")?.textContent);

describe("a table of fields", () => {
  it("has a name, and a header for each row", async () => {
    await open(sampleField("userName", "ana"), sampleField("password", "s3cret", true));
    expect(document.querySelector("table")?.getAttribute("aria-label")).toBe("Credentials of X");
    expect(rows().map((row) => row.querySelector("th")?.getAttribute("scope"))).toEqual(["row", "row"]);
    expect(heads()).toEqual(["User name", "Password"]);
  });

  it("keeps the console’s order", async () => {
    await open(sampleField("password", "1", true), sampleField("zzz", "2"), sampleField("authUrl", "3"));
    expect(heads()).toEqual(["Password", "zzz", "Authentication URL"]);
  });

  it("shows keys that nobody knows as they come, and not as mark-up", async () => {
    await open(sampleField("x-Weird_key<b>", "<img src=x onerror=alert(1)>"), sampleField("", "nameless"));
    expect(heads()).toEqual(["x-Weird_key<b>", ""]);
    expect(rows()[0]?.textContent).toContain("<img src=x onerror=alert(1)>");
    expect(document.querySelector("img, b")).toBeNull();
    await click(get("button", "Copy x-Weird_key<b>"));
    expect(copied).toEqual([["<img src=x onerror=alert(1)>", "x-Weird_key<b>"]]);
  });

  it("says what is empty, with nothing to copy or reveal", async () => {
    await open(sampleField("password", null, true), sampleField("region", null));
    expect(rows().map((row) => row.querySelector("td")?.textContent)).toEqual(["empty", "empty"]);
    expect(all("button")).toEqual([]);
  });

  it("says what is of one environment alone", async () => {
    await open({ ...sampleField("region", "east"), isEnvironmentSpecific: true }, sampleField("userName", "ana"));
    expect(heads()).toEqual(["RegionThis environment only", "User name"]);
  });

  it("is in the language in force", async () => {
    translator.value = createTranslator("es");
    await open(sampleField("password", "s3cret", true));
    expect([heads()[0], names("button")]).toEqual(["Contraseña", ["Mostrar Contraseña", "Copiar Contraseña"]]);
  });
});

describe("a secret field", () => {
  it("is nowhere in the document until it is revealed, nor in an attribute", async () => {
    await open(sampleField("password", "s3cret-value", true));
    expect(html()).not.toContain("s3cret-value");
    expect(get("img", "Password, hidden")).toBeInstanceOf(HTMLElement);
    await click(get("button", "Reveal Password"));
    expect(document.querySelector("output[aria-label='Password']")?.textContent).toBe("s3cret-value");
    await click(get("button", "Hide Password"));
    expect(html()).not.toContain("s3cret-value");
  });

  it("is copied without being revealed", async () => {
    await open(sampleField("password", "s3cret-value", true));
    await click(get("button", "Copy Password"));
    expect([copied, html().includes("s3cret-value")]).toEqual([[["s3cret-value", "Password"]], false]);
  });

  it("that was revealed is hidden again when its value is another one", async () => {
    await open(sampleField("password", "old-value", true));
    const place = document.querySelector("table")?.parentElement;
    await click(get("button", "Reveal Password"));
    const { render } = await import("preact");
    const { act } = await import("preact/test-utils");
    const fields = [sampleField("password", "new-value", true)];
    await act(() =>
      render(<FieldTable label="Credentials of X" fields={fields} onCopy={() => {}} />, place ?? document.body),
    );
    expect(html()).not.toContain("new-value");
  });

  it("reveals itself alone", async () => {
    await open(sampleField("password", "first-secret", true), sampleField("secretKey", "second-secret", true));
    await click(get("button", "Reveal Password"));
    expect([html().includes("first-secret"), html().includes("second-secret")]).toEqual([true, false]);
  });
});

describe("a key that comes twice", () => {
  it("has two rows, with a value each", async () => {
    await open(sampleField("region", "east"), sampleField("region", "west"), sampleField("region", "east"));
    expect(rows().map((row) => row.querySelector("td")?.textContent)).toEqual(["east", "west", "east"]);
    for (const button of all("button")) await click(button);
    expect(copied.map(([value]) => value)).toEqual(["east", "west", "east"]);
  });

  it("reveals the one that is meant", async () => {
    await open(sampleField("password", "first-secret", true), sampleField("password", "second-secret", true));
    const second = all("button", "Reveal Password")[1];
    if (second === undefined) throw new Error("no second one");
    await click(second);
    expect([html().includes("first-secret"), html().includes("second-secret")]).toEqual([false, true]);
  });
});

describe("a value of a megabyte", () => {
  const megabyte = `begin${"x".repeat(1_048_576)}end`;

  it.each([
    ["plain", false],
    ["secret", true],
  ])("is shown in part and copied whole (%s)", async (_what, isSensitive) => {
    await open(sampleField("token", megabyte, isSensitive));
    if (isSensitive) await click(get("button", "Reveal token"));
    expect(html().length).toBeLessThan(20_000);
    expect(html()).toContain("beginxxx");
    expect(document.body.textContent).toContain("1,048,584 characters in all; copying takes every one.");
    await click(get("button", "Copy token"));
    expect(copied[0]?.[0]).toBe(megabyte);
  });

  it("that is secret is nowhere, not even in part, while it is masked", async () => {
    await open(sampleField("token", megabyte, true));
    expect(html()).not.toContain("beginxxx");
  });

  it("is not what exactly 2,000 characters are", async () => {
    await open(sampleField("token", "y".repeat(2000)));
    expect(rows()[0]?.querySelector("td")?.textContent).toBe("y".repeat(2000));
  });
});
