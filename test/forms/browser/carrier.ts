/** Reaches the filler in pages as the extension does: `scripting.executeScript` into the isolated world. */
import type { Page } from "puppeteer-core";
import type { FillOrder, FillReport, WatchEnd } from "../../../lib/forms/order.ts";
import { FILLER_FILE, FLOOR_FILE } from "./carrier-extension.ts";
import { type Call, type CallAnswer, callInFrame, framesWith, tabsShown } from "./carrier-page.ts";

/** A frame of a tab; 0 is the page itself. */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
}

export interface Timed {
  readonly value: unknown;
  /** Of the page alone, without the way there. */
  readonly milliseconds: number;
}

export interface Carrier {
  /** Finds the tab of a page, which must be the only one with its address. */
  placeOf(page: Page): Promise<Place>;
  /** Puts the filler there. */
  inject(place: Place): Promise<void>;
  /** Puts the filler into all frames that the browser lets an extension into, and tells which. */
  injectAll(place: Place): Promise<readonly Place[]>;
  collect(place: Place): Promise<unknown>;
  fill(place: Place, order: FillOrder): Promise<FillReport>;
  watch(place: Place, token: string, milliseconds: number): Promise<WatchEnd>;
  /** With `undo`, the page has to be laid out anew first. */
  timed(place: Place, method: "collect" | "fill", args: readonly unknown[], undo: boolean): Promise<Timed>;
  /** What the least that could be done takes. */
  floor(place: Place, values: readonly string[], undo: boolean): Promise<Timed>;
}

/** `home` is its own page. */
export function openCarrier(home: Page): Carrier {
  const inject = ({ tabId, frameId }: Place, file: string) =>
    home.evaluate(framesWith, { tabId, frameIds: [frameId] }, file);

  const call = async (place: Place, asked: Call): Promise<Timed> => {
    const answer: CallAnswer | null = await home.evaluate(callInFrame, place, asked);
    const { object, method } = asked;
    if (answer === null) throw new Error(`The frame went away during ${method}.`);
    if (answer.isMissing) throw new Error(`There is no ${object} in the frame to ${method}.`);
    if (answer.error !== null) throw new Error(`${method} failed in the page: ${answer.error}`);
    return answer;
  };
  const filler = (method: string, args: readonly unknown[], undo = false): Call => ({
    object: "llaveroFiller",
    method,
    args,
    undo,
  });

  return {
    placeOf: async (page) => {
      const found = await home.evaluate(tabsShown, page.url());
      if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} tabs show ${page.url()}.`);
      return { tabId: found[0], frameId: 0 };
    },
    inject: async (place) => void (await inject(place, FILLER_FILE)),
    injectAll: async ({ tabId }) => {
      const frames = await home.evaluate(framesWith, { tabId, allFrames: true }, FILLER_FILE);
      return frames.map((frameId) => ({ tabId, frameId }));
    },
    collect: async (place) => (await call(place, filler("collect", []))).value,
    fill: async (place, order) => (await call(place, filler("fill", [order]))).value as FillReport,
    watch: async (place, token, milliseconds) =>
      (await call(place, filler("watch", [token, milliseconds]))).value as WatchEnd,
    timed: (place, method, args, undo) => call(place, filler(method, args, undo)),
    floor: async (place, values, undo) => {
      await inject(place, FLOOR_FILE);
      return call(place, { object: "llaveroFloor", method: "run", args: [values], undo });
    },
  };
}
