import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServicePicker } from "../../../../components/services/ServicePicker.tsx";
import { AppError } from "../../../../lib/errors.ts";
import type { App } from "../../../../lib/models/app.ts";
import { createGate, type FakePages, settled } from "../../../fakes/pages.ts";
import {
  askedFor,
  createServicePages,
  listOf,
  objects,
  openStarted,
  sampleEntry,
  setServicesDraft,
  staging,
  vault,
  withState,
} from "../../../fakes/services.ts";
import { all, clear, click, focus, get, press, show } from "../../../fakes/view.ts";

let pages: FakePages;
let app: App;
beforeEach(async () => {
  pages = await createServicePages();
});
afterEach(clear);

async function open() {
  app = await openStarted(pages);
  await show(<ServicePicker app={app} />);
}
const box = () => get("combobox", "Service") as HTMLInputElement;
const openList = async () => {
  await focus(box());
  await click(box());
};
const typeText = async (text: string) => {
  box().value = text;
  await act(() => void box().dispatchEvent(new Event("input", { bubbles: true })));
};
const options = () => all("option").map(({ textContent }) => textContent);
const said = () => get("status").textContent;

describe("the picker", () => {
  it("has a name, and shows what is chosen", async () => {
    await setServicesDraft(pages, "one", { chosen: staging });
    await open();
    expect([box().value, box().placeholder]).toEqual(["Objects / staging", "Connection / environment"]);
    await openList();
    const chosen = all("option").filter((option) => option.getAttribute("aria-selected") === "true");
    expect(chosen.map(({ textContent }) => textContent)).toEqual(["Objects / stagingswift"]);
    expect(said()).toBe("3 services");
  });

  it("says what is wrong with a service before it is chosen", async () => {
    pages.answers["services.list"] = async () =>
      listOf([
        objects,
        { ...staging, isReachable: false },
        withState(vault, "PENDING"),
        sampleEntry("A / b", { type: "" }),
        sampleEntry("Alone"),
      ]);
    await open();
    await openList();
    const [ready, unreachable, pending, untyped, alone] = options();
    expect(ready).toBe("Objects / productionswift");
    expect(unreachable).toMatch(/swift·unreachable$/);
    expect(pending).toMatch(/being set up$/);
    expect(untyped).toMatch(/^A \/ b/);
    expect(alone).toBe("Aloneswift·no environment");
  });

  it("finds as one types, and chooses by keyboard", async () => {
    await open();
    await focus(box());
    await typeText("VAULT prod");
    expect([options(), said()]).toEqual([["Vault / productionswift"], "1 service"]);
    await press("Enter");
    await act(settled);
    expect([app.services.chosen.value, box().value, app.services.search.value]).toEqual([
      vault,
      "Vault / production",
      "",
    ]);
    expect(askedFor(pages, "services.credentials")).toHaveLength(1);
  });

  it("says that nothing is found, and takes nothing that is not there", async () => {
    await open();
    await focus(box());
    await typeText("zzz");
    expect(said()).toBe("No service matches “zzz”");
    await press("Enter");
    await act(() => box().blur());
    expect([app.services.chosen.value, app.services.search.value]).toEqual([null, ""]);
  });

  it("lets Esc close the list before the popup, and keeps what was chosen", async () => {
    await setServicesDraft(pages, "one", { chosen: staging });
    await open();
    await focus(box());
    await typeText("vau");
    expect(await press("Escape")).toBe(false);
    expect([box().value, all("option"), app.services.chosen.value]).toEqual(["Objects / staging", [], staging]);
    expect(await press("Escape")).toBe(true);
  });

  it("asks anew when the same one is chosen again", async () => {
    await setServicesDraft(pages, "one", { chosen: objects });
    await open();
    await openList();
    await press("Enter");
    await act(settled);
    expect(askedFor(pages, "services.credentials")).toHaveLength(2);
  });

  it("says that the list is on its way", async () => {
    const gate = createGate();
    pages.answers["services.list"] = () => gate.passed.then(() => listOf([objects]));
    await open();
    await openList();
    expect(said()).toBe("Looking for your services…");
    await act(async () => {
      gate.open();
      await settled();
    });
    expect([options(), said()]).toEqual([["Objects / productionswift"], "1 service"]);
  });

  it("does not say that the list is on its way when it is not", async () => {
    pages.answers["services.list"] = async () => {
      throw new AppError("unreachable");
    };
    await open();
    await openList();
    expect(said()).not.toBe("Looking for your services…");
  });

  it("says that nothing is found in an older list, also when a newer one could not be had", async () => {
    await open();
    pages.answers["services.list"] = async () => {
      throw new AppError("offline");
    };
    await act(async () => {
      await app.services.listing.run();
      await settled();
    });
    await focus(box());
    await typeText("zzz");
    expect(said()).toBe("No service matches “zzz”");
  });

  it("holds thousands, with few of them in the document", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => sampleEntry(`Service ${index} / production`));
    pages.answers["services.list"] = async () => listOf(many);
    await open();
    await openList();
    expect(all("option").length).toBeLessThan(100);
    expect(said()).toBe("5,000 services");
    await typeText("service 4999");
    expect(options()).toEqual(["Service 4999 / productionswift"]);
  });
});
