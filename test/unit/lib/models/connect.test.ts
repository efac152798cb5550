// @vitest-environment node
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../../../lib/errors.ts";
import { createGate, createPages, type FakePages, settled } from "../../../fakes/pages.ts";
import { sampleProfile } from "../../../fakes/samples.ts";

let pages: FakePages;
beforeEach(async () => {
  pages = await createPages();
});

const connects = () => pages.asked.filter(([name]) => name === "console.connect").map(([, input]) => input);

describe("connecting a console", () => {
  it("asks the browser in the very task of the click, then the background, then closes the form", async () => {
    const { connect } = await pages.open();
    connect.type("console.example.com/login");
    const run = connect.connecting.run();
    expect(pages.permissions.asked).toEqual(["https://console.example.com/*"]);
    expect(await run).toBe(true);
    expect(connects()).toEqual([{ address: "console.example.com/login" }]);
    expect(connect.isOpen()).toBe(false);
  });

  it("notes before the question that it was asked: the question may close the popup", async () => {
    const gate = createGate();
    const { connect } = await pages.open();
    pages.permissions.request = async () => {
      await gate.passed;
      return true;
    };
    connect.type("console.example.com");
    void connect.connecting.run();
    await settled();
    expect((await pages.items.drafts.get()).connect).toEqual({ address: "console.example.com", asked: true });
    expect(connects()).toEqual([]);
    gate.open();
  });

  it.each([
    ["", "address_empty"],
    ["nonsense", "address_invalid"],
    ["http://a.example", "address_insecure"],
  ])("to %j fails before the browser asks anything, and the text stays", async (typed, kind) => {
    const { connect } = await pages.open();
    connect.type(typed);
    expect(await connect.connecting.run()).toBe(false);
    expect(connect.connecting.problem.value?.kind).toBe(kind);
    expect(pages.permissions.asked).toEqual([]);
    expect([connect.isOpen(), connect.address()]).toEqual([true, typed]);
  });

  it("that the user does not allow says so, asks nobody, and keeps the text", async () => {
    pages.permissions.answer = false;
    const { connect } = await pages.open();
    connect.type("console.example.com");
    await connect.connecting.run();
    expect(connect.connecting.problem.value).toMatchObject({ kind: "permission_refused" });
    expect(connects()).toEqual([]);
    expect((await pages.open()).connect.address()).toBe("console.example.com");
  });

  it("forgives when the address is changed", async () => {
    const { connect } = await pages.open();
    connect.type("nonsense");
    await connect.connecting.run();
    connect.type("nonsense.example");
    expect(connect.connecting.problem.value).toBeNull();
  });

  it("that fails keeps what was typed meanwhile", async () => {
    const gate = createGate();
    pages.answers["console.connect"] = async () => {
      await gate.passed;
      throw new AppError("unreachable", { host: "console.example.com" });
    };
    const { connect } = await pages.open();
    connect.type("console.example.con");
    const run = connect.connecting.run();
    await settled();
    connect.type("console.example.com");
    gate.open();
    await run;
    expect(connect.address()).toBe("console.example.com");
  });

  it("that fails does not open the form again that was closed meanwhile", async () => {
    pages = await createPages(sampleProfile("one"));
    const gate = createGate();
    pages.answers["console.connect"] = async () => {
      await gate.passed;
      throw new AppError("unreachable");
    };
    const { connect } = await pages.open();
    connect.open();
    connect.type("console.example.com");
    const run = connect.connecting.run();
    await settled();
    connect.close();
    gate.open();
    await run;
    expect(connect.isOpen()).toBe(false);
  });
});

describe("a popup that the browser’s question has closed", () => {
  const leaveOff = (asked: boolean, address = "console.example.com") =>
    pages.items.drafts.set({ tab: "keys", connect: { address, asked }, byConsole: {}, writer: "closed popup" });

  it("goes on when it opens again, if the user has allowed it", async () => {
    await leaveOff(true);
    pages.permissions.granted.add("https://console.example.com/*");
    const { connect } = await pages.open();
    await connect.resume();
    expect(connects()).toEqual([{ address: "console.example.com" }]);
    expect(connect.isOpen()).toBe(false);
    // browsers refuse a request that no click has made, even for what is granted
    expect(pages.permissions.asked).toEqual([]);
  });

  it("waits with its text if the user has not, and asks nothing by itself", async () => {
    await leaveOff(true);
    const { connect } = await pages.open();
    await connect.resume();
    expect([connects(), pages.permissions.asked]).toEqual([[], []]);
    expect(connect.address()).toBe("console.example.com");
  });

  it("does nothing by itself where nobody had clicked", async () => {
    await leaveOff(false);
    pages.permissions.granted.add("https://console.example.com/*");
    const { connect } = await pages.open();
    await connect.resume();
    expect(connects()).toEqual([]);
  });

  it("does not try again by itself after it failed", async () => {
    await leaveOff(true);
    pages.permissions.granted.add("https://console.example.com/*");
    pages.answers["console.connect"] = async () => {
      throw new AppError("unreachable");
    };
    await (await pages.open()).connect.resume();
    const { connect } = await pages.open();
    await connect.resume();
    expect(connects()).toHaveLength(1);
    expect(connect.address()).toBe("console.example.com");
  });
});
