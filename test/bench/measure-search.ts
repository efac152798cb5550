/** Searching the list: from each keystroke to the frame that shows what it finds. */
import type { Page } from "puppeteer-core";

/** Every next character narrows what is found, so that each keystroke changes what is on screen. */
const QUERIES = ["0123", "0456", "0789", "1234", "2345"];

/** Milliseconds of each keystroke: typing a query, then deleting it, and so on. */
export async function measureSearch(popup: Page): Promise<number[]> {
  await popup.focus("input[type=search]");
  await watch(popup);
  const times: number[] = [];
  for (const query of QUERIES) {
    for (const key of query) times.push(await timed(popup, key));
    for (const _ of query) times.push(await timed(popup, "Backspace"));
  }
  return times;
}

/** The frame is that in which the number of keys found changed, and its end that of the page's own work on it. */
async function watch(popup: Page): Promise<void> {
  await popup.evaluate(() => {
    const view = globalThis as unknown as { keystroke: Promise<number> };
    const shown = () => document.querySelector("section [aria-live]")?.textContent;
    const begin = () => {
      view.keystroke = new Promise((resolve) => {
        document.addEventListener(
          "input",
          (event) => {
            const before = shown();
            const look = () => {
              if (shown() === before) return requestAnimationFrame(look);
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                resolve(performance.now() - event.timeStamp);
                begin();
              };
              port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      });
    };
    begin();
  });
}

async function timed(popup: Page, key: string): Promise<number> {
  const time = await popup.evaluateHandle(() => {
    const { keystroke } = globalThis as unknown as { keystroke: Promise<number> };
    // In an object, since a promise that is handed over would be waited for.
    return { keystroke };
  });
  await popup.keyboard.press(key as "Backspace");
  const milliseconds = await time.evaluate(({ keystroke }) => keystroke);
  await time.dispose();
  return milliseconds;
}
