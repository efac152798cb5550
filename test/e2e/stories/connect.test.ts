/** Connecting, when the address is not that of a console: a clear sentence, and nothing typed is lost. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { control } from "../../sandbox/control.ts";
import type { PopupPage } from "../pages/popup.ts";
import { type OddServer, serve, serveUntrusted } from "./odd-servers.ts";
import { type Story, sandboxHosts, startStory } from "./story.ts";

let story: Story;
let popup: PopupPage;
const servers: OddServer[] = [];

beforeAll(async () => {
  story = await startStory();
  popup = await story.open();
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await story.close();
});
afterEach(() => control(story.sandbox.cloudops.origin).clear());

const hasAccess = () => popup.page.evaluate(() => chrome.permissions.contains({ origins: ["http://127.0.0.1/*"] }));
/** The harness answers the browser's question in advance; giving access back undoes that too. */
const connectTo = async (address: string) => {
  await story.chromium.approveHost(sandboxHosts);
  await popup.connect(address);
};
const started = async (server: Promise<OddServer>) => {
  servers.push(await server);
  return (await server).origin;
};

describe("a wrong address", () => {
  it("is explained before the browser is asked for anything", async () => {
    const cases = {
      "": "There is no address yet.",
      "not an address": "This is not an address of a website.",
      "ftp://console.example.com": "This is not an address of a website.",
      "http://console.example.com": "console.example.com would be reached without encryption.",
    };
    for (const [address, sentence] of Object.entries(cases)) {
      await popup.connect(address);
      await popup.waitForText(sentence);
      expect(await popup.valueOf("Address")).toBe(address);
    }
    expect(await hasAccess()).toBe(false);
  });

  it("of a web page is told from that of a console", async () => {
    const page = serve((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>Hello</title>");
    });
    await connectTo(await started(page));
    await popup.waitForText("answered with a web page where data was due");
  });

  it("of some other service is told too, and no access is kept", async () => {
    await connectTo(await started(serve((_, response) => response.end('{"hello": "world"}'))));
    await popup.waitForText("it is not a CloudMC console");
    expect(await hasAccess()).toBe(false);
  });

  it("where nobody listens is told", async () => {
    const gone = await serve(() => undefined);
    await gone.close();
    await connectTo(gone.origin);
    await popup.waitForText("cannot be reached");
  });

  it("with a certificate that nobody vouches for is told", async () => {
    await story.chromium.approveHost("https://127.0.0.1/*");
    await popup.connect(await started(serveUntrusted()));
    await popup.waitForText("is not valid, so nobody knows who is really answering");
  });

  it("that sends us elsewhere is told", async () => {
    const elsewhere = serve((_, response) => response.writeHead(302, { location: "https://example.com/" }).end());
    await connectTo(await started(elsewhere));
    await popup.waitForText("sends us somewhere else");
  });

  it("of a console in trouble is told, with its status", async () => {
    const { origin } = story.sandbox.cloudops;
    await control(origin).fault({ path: "/brandings", fault: { kind: "status", status: 503 } });
    await connectTo(origin);
    await popup.waitForText("has a problem of its own (HTTP 503)");
  });

  it("that never answers is told after a while", async () => {
    const { origin } = story.sandbox.cloudops;
    await control(origin).fault({ path: "/brandings", fault: { kind: "hang", when: "before" } });
    await connectTo(origin);
    await popup.waitForText("did not answer in time");
  });
});

describe("an address being typed", () => {
  it("is there when the popup is opened again", async () => {
    await popup.fill("Address", "console.example.c");
    await story.closePopup();
    popup = await story.open();
    expect(await popup.valueOf("Address")).toBe("console.example.c");
  });

  it("leads to the console in the end", async () => {
    await connectTo(story.sandbox.tigo.origin.replace("http://", ""));
    await popup.waitForText("A CloudMC console called TIGO MCO, in Spanish and English.");
  });
});
