/** Choosing a service: by mouse, by keyboard and by typing, among a dozen and among 5,000. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../browsers/wait-for.ts";
import type { PopupPage } from "../pages/popup.ts";
import { ServicesPart } from "../pages/services.ts";
import { passwordOf, type Story, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
let services: ServicesPart;

const use = (opened: PopupPage) => {
  popup = opened;
  services = new ServicesPart(opened);
};
const reopen = async () => {
  await story.closePopup();
  use(await story.open());
};
const signOut = async (console: string) => {
  await popup.click("button", `Console: ${console}`);
  await popup.click("menuitem", "Sign out");
  await popup.find("heading", `Sign in to ${console}`);
};

beforeAll(async () => {
  story = await startStory();
  use(await story.openSignedIn("ana"));
  await services.open();
});
afterAll(() => story.close());

describe("choosing a service", () => {
  it("says what to do while none is chosen", async () => {
    await popup.waitForText("Choose a service");
    await popup.waitForText("kept in memory only");
    expect(await services.picked()).toBe("");
  });

  it("shows every connection with its environments, and what is the matter with them", async () => {
    await services.openList();
    const all = await services.options();
    expect(all.slice(0, 5)).toEqual([
      "Analytics / production",
      "Archive-r1 / production",
      "Backup-r1",
      "Compute-r1 / production",
      "Compute-r2 / production",
    ]);
    const list = await popup.find("listbox", "Service");
    const words = await list.evaluate((element) => (element as HTMLElement).innerText);
    for (const note of ["no environment", "unreachable", "cloudstack"]) expect(words).toContain(note);
    expect(await popup.page.$eval("[role=option]", (one) => one.getAttribute("aria-setsize"))).toBe("17");
  });

  it("takes one by mouse, and shows its credentials", async () => {
    await services.clickOption("Compute-r1 / production");
    await services.table("Compute-r1 / production");
    expect(await services.picked()).toBe("Compute-r1 / production");
    expect(await services.options()).toEqual([]);
  });

  it("takes one by the keyboard alone", async () => {
    await popup.page.keyboard.press("ArrowDown");
    await waitFor(async () => (await services.activeOption()) === "Compute-r1 / production", {
      what: "the chosen one",
    });
    await popup.page.keyboard.press("ArrowDown");
    await popup.page.keyboard.press("ArrowDown");
    await waitFor(async () => (await services.activeOption()) === "Hidden-r1 / orphan", { what: "the next but one" });
    await popup.page.keyboard.press("ArrowUp");
    await popup.page.keyboard.press("Enter");
    await services.table("Compute-r2 / production");
    await popup.waitForText("The console cannot reach this service at the moment.");
  });

  it("finds by words in any order, without case and accents", async () => {
    await popup.page.keyboard.press("ArrowDown");
    await popup.page.keyboard.type("ANO vault");
    await waitFor(async () => (await services.options()).join() === "Vault-r1 / copias de año", {
      what: "what is found",
    });
    await popup.waitForText("1 service");
    await popup.page.keyboard.press("Enter");
    await services.table("Vault-r1 / copias de año");
  });

  it("says that nothing is found, and chooses nothing by Enter", async () => {
    await popup.page.keyboard.press("ArrowDown");
    await popup.page.keyboard.type("nowhere at all");
    await popup.waitForText("No service matches “nowhere at all”");
    await popup.page.keyboard.press("Enter");
    expect(await services.picked()).toBe("nowhere at all");
    await popup.page.keyboard.press("Escape");
    await waitFor(async () => (await services.picked()) === "Vault-r1 / copias de año", {
      what: "the chosen one back",
    });
  });

  it("closes the open list by Esc, and not the popup", async () => {
    await services.openList();
    await popup.page.keyboard.press("Escape");
    await waitFor(async () => (await services.options()).length === 0, { what: "the list to close" });
    await services.table("Vault-r1 / copias de año");
    expect(await popup.page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("combobox");
    expect(popup.page.isClosed()).toBe(false);
  });

  it("replaces what is there when one clicks into the box and types", async () => {
    await services.openList();
    await popup.page.keyboard.type("stag");
    const typed = await services.picked();
    await popup.page.keyboard.press("Escape");
    expect(typed).toBe("stag");
  });

  it("puts the chosen one back when one goes elsewhere", async () => {
    await services.openList();
    await popup.page.keyboard.type("objects");
    await popup.page.keyboard.press("Tab");
    await waitFor(async () => (await services.picked()) === "Vault-r1 / copias de año", {
      what: "the chosen one back",
    });
    expect(await services.options()).toEqual([]);
  });
});

describe("the last one chosen", () => {
  it("is there when the popup opens again, with its credentials", async () => {
    await services.show("Objects-r1 / staging");
    await reopen();
    await services.table("Objects-r1 / staging");
    expect(await services.picked()).toBe("Objects-r1 / staging");
  });

  it("is remembered for each console", async () => {
    await popup.click("button", "Console: CloudOps");
    await popup.click("menuitem", "Connect another console");
    await popup.connect(story.sandbox.tigo.origin);
    await popup.signIn({ userName: "diego", password: passwordOf(story.sandbox.tigo, "diego") });
    await popup.waitForText("Choose a service");
    await services.show("Compute-r1 / production");
    await reopen();
    await services.table("Compute-r1 / production");
    await popup.click("button", "Console: TIGO MCO");
    await popup.click("menuitemradio", "CloudOps");
    await services.table("Objects-r1 / staging");
    expect(await popup.has("table", "Credentials of Compute-r1 / production")).toBe(false);
  });
});

describe("among 5,000", () => {
  beforeAll(async () => {
    await signOut("CloudOps");
    await popup.signIn({ userName: "paula", password: passwordOf(story.sandbox.cloudops, "paula") });
    await services.openList();
  });

  it("draws a screenful only, and walks to the last one", async () => {
    expect(await popup.page.$eval("[role=option]", (one) => one.getAttribute("aria-setsize"))).toBe("5000");
    expect((await services.options()).length).toBeLessThan(30);
    await popup.page.keyboard.press("Escape");
    await popup.page.keyboard.press("ArrowUp");
    await waitFor(async () => (await services.activeOption()) !== "", { what: "an active option" });
    await popup.page.keyboard.press("ArrowDown");
    await popup.page.keyboard.press("ArrowUp");
    await waitFor(async () => (await services.activeOption()) === "Grid-200 / team-25", { what: "the last option" });
    expect((await services.options()).length).toBeLessThan(30);
    const isInSight = await popup.page.evaluate(() => {
      const id = document.querySelector("[role=combobox]")?.getAttribute("aria-activedescendant") ?? "";
      const box = document.getElementById(id)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && Math.floor(box.bottom) <= innerHeight;
    });
    expect(isInSight).toBe(true);
  });

  it("answers a keystroke in the next frame, or soon after", async () => {
    await popup.page.evaluate(() => {
      const measured: number[] = [];
      Object.assign(window, { measured });
      document.querySelector("[role=combobox]")?.addEventListener("input", (event) => {
        // until after the frame that shows what was found
        requestAnimationFrame(() => setTimeout(() => measured.push(performance.now() - event.timeStamp)));
      });
    });
    await popup.page.keyboard.type("grid 17");
    const measured = () => popup.page.evaluate(() => (window as unknown as { measured: number[] }).measured);
    await waitFor(async () => (await measured()).length === 7, { what: "seven keystrokes to be answered" });
    // generous: a busy machine with two cores
    expect(Math.max(...(await measured()))).toBeLessThan(500);
    await popup.waitForText("488 services");
    expect((await services.options()).length).toBeLessThan(30);
  });

  it("chooses one, and forgets that of the other account with its credentials", async () => {
    await popup.page.keyboard.type(" 3 25");
    await waitFor(async () => (await services.activeOption()) === "Grid-173 / team-25", { what: "what is found" });
    await popup.page.keyboard.press("Enter");
    await services.table("Grid-173 / team-25");
  });
});

describe("an account without services", () => {
  it("is told so, and by whom that can be changed", async () => {
    await signOut("CloudOps");
    await popup.signIn({ userName: "vera", password: passwordOf(story.sandbox.cloudops, "vera") });
    await popup.waitForText("No services yet");
    await popup.waitForText("An administrator of your organization can add you to an environment.");
    expect(await popup.has("combobox", "Service")).toBe(false);
  });
});
