import { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { answerExposedUniversities } from "../../../src/questions/exposed-universities.js";
import { timed } from "../measure.js";
import { checkMade } from "./ask-exposures.js";
import { onRound } from "./in-rounds.js";
import { type StoreAt, withStore } from "./open.js";

export interface AskedReverse {
  readonly universities: number;
  /** Of each round: all universities in their order. */
  readonly ms: readonly number[];
  readonly processorMs: readonly number[];
  /** Of each round: then the totals and the path of the findings of the first page. */
  readonly withPageMs: readonly number[];
}

const ROUNDS = 7;
/** As of all questions, a few are asked before time is taken. */
const WARM_UP = 4;
const PAGE = 50;
/** What takes longer is asked once only. */
const BUDGET_MS = 60_000;

/** Asks who is exposed to a target, in process, each time on a day whose view another target has made. */
export function askReverse(input: { store: StoreAt; hub: string; other: string }): Promise<AskedReverse> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const start = performance.now();
    const rounds: { ms: number; processorMs: number; withPageMs: number }[] = [];
    let universities = 0;
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      if (rounds.length > 0 && performance.now() - start > BUDGET_MS) break;
      await answerExposedUniversities(graph, { to: input.other, ...onRound(round) });
      const answer = await timed(() => exposed(graph, input.hub, round));
      const page = await timed(() => {
        for (const { findings } of answer.value.slice(0, PAGE))
          for (const { timing, totals, path } of findings) checkMade([timing, totals, path.steps]);
      });
      universities = answer.value.length;
      if (round < WARM_UP) continue;
      rounds.push({ ms: answer.ms, processorMs: answer.processorMs, withPageMs: answer.ms + page.ms });
    }
    return {
      universities,
      ms: rounds.map(({ ms }) => ms),
      processorMs: rounds.map(({ processorMs }) => processorMs),
      withPageMs: rounds.map(({ withPageMs }) => withPageMs),
    };
  });
}

async function exposed(graph: ResidentGraph, to: string, round: number) {
  const answer = await answerExposedUniversities(graph, { to, ...onRound(round) });
  const universities = answer?.exposed ?? [];
  checkMade(universities.map(({ university }) => university));
  return universities;
}
