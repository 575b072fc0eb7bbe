import type { ExplorePlace } from "./explore-place.js";
import type { GraphReader } from "./graph-reader.js";
import type { Drawing } from "./lines.js";
import type { Point } from "./point.js";
import type { Scene } from "./scene.js";
import { pinnedAt, type Step } from "./steps.js";

/** Everything that the parts of the view show, and the ways in which they change the address. */
export interface Shown {
  readonly asked: ExplorePlace;
  readonly scene: Scene;
  readonly drawing: Drawing;
  readonly places: ReadonlyMap<string, Point>;
  readonly reader: GraphReader;
  /** Sentences that belong beside the canvas: what is alleged on it, what came of it, what was answered. */
  readonly answered: readonly string[];
  /** What the address says by now: more than is shown while an answer is on its way. A gesture goes on from it. */
  now(): ExplorePlace;
  /** Takes one more step. */
  act(step: Step): void;
  /** Takes the last step back. */
  undo(): void;
  /** Selects an entity, or the two ends of relations; nothing: lets go. */
  select(...ids: readonly string[]): void;
  /** Changes values of the address, with a step back. */
  go(values: Readonly<Record<string, string | null>>): void;
  /** Changes values of the address without a step back. */
  set(values: Readonly<Record<string, string | null>>): void;
}

/** Where an entity lies, or will lie when it is drawn where it was just put. */
export function pointOf({ places, now }: Shown, id: string): Point {
  return pinnedAt(now().steps, id) ?? places.get(id) ?? { x: 0, y: 0 };
}

/** Pins an entity where it lies, or lets it go again. */
export function togglePin(shown: Shown, id: string): void {
  const isPinned = pinnedAt(shown.now().steps, id) !== null;
  shown.act(isPinned ? { act: "unpin", id } : { act: "pin", id, ...pointOf(shown, id) });
}

/** By what the canvas calls an entity; its id where it is not here. */
export function nameOf({ scene }: Pick<Shown, "scene">, id: string): string {
  return scene.entities.get(id)?.shortName ?? id;
}
