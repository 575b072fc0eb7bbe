import { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { answerPaths } from "../../../src/questions/paths.js";
import { type Spread, spreadOf, timed } from "../measure.js";
import type { Questions } from "../questions.js";
import { type Asked, inRounds, onRound } from "./in-rounds.js";
import { type StoreAt, withStore } from "./open.js";

export interface AskedPaths extends Asked {
  /** Paths found, of each pair. */
  readonly found: Spread;
}

/** Asks for the three shortest paths between two random parties, in process. */
export function askPaths(input: {
  store: StoreAt;
  pairs: Questions["pairs"];
  warmUp: Questions["pairs"];
}): Promise<AskedPaths> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const ask = ([from, to]: readonly [string, string], round: number) =>
      timed(() => answerPaths(graph, { from, to, limit: 3, ...onRound(round) }));
    await inRounds(input.warmUp, ask);
    const found: number[] = [];
    const asked = await inRounds(input.pairs, async (pair, round) => {
      const took = await ask(pair, round);
      found.push(took.value?.paths.length ?? 0);
      return took;
    });
    return { ...asked, found: spreadOf(found) };
  });
}
