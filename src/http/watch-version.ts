import type { Projection } from "../projection/projection.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import { RelationIndex } from "../questions/resident/relation-index.js";

/** How often a store is asked for its version: a load beside the server shows within this time. */
const ASK_EVERY_MS = 1000;

/**
 * Keeps a resident graph up with its store: it follows when the version moves, and is built anew every `refreshEveryMs`
 * (if any) whatever the version says, for edits by other tools. A store that fails is asked again; what is resident stays.
 */
export function watchVersion(graph: ResidentGraph, refreshEveryMs: number | null): { stop(): void } {
  const ask = (evenIfSame: boolean) => () => {
    graph.refresh({ evenIfSame }).then(prepareLookUps, () => {});
  };
  const timers = [setInterval(ask(false), ASK_EVERY_MS)];
  if (refreshEveryMs !== null) timers.push(setInterval(ask(true), refreshEveryMs));
  for (const timer of timers) timer.unref();
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** Makes what every look-up of a claim needs before the first one asks for it. */
export function prepareLookUps(projection: Projection): void {
  RelationIndex.of(projection);
}
