import { type LayoutTask, layOut } from "./layout.js";
import type { Point } from "./point.js";

/** A task under its number, and the places that it came to. */
export interface LayoutOrder extends LayoutTask {
  readonly number: number;
}
export interface LayoutDone {
  readonly number: number;
  readonly places: ReadonlyMap<string, Point>;
}

addEventListener("message", ({ data }: MessageEvent<LayoutOrder>) => {
  const done: LayoutDone = { number: data.number, places: layOut(data) };
  postMessage(done);
});
