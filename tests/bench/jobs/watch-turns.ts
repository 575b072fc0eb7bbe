import { DEFAULT_LIMITS } from "../../../src/domain/limits.js";
import { Budget, withinBudget } from "../../../src/graph/budget.js";
import { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { FairScheduler } from "../../../src/http/fair-scheduler.js";
import { answerExposure } from "../../../src/questions/exposure.js";
import { onRound } from "./in-rounds.js";
import { type StoreAt, withStore } from "./open.js";

export interface WatchedTurns {
  /** Of all questions: the most processor time between two rounds of the event loop, in milliseconds. */
  readonly longestMs: number;
  readonly questions: number;
}

/**
 * Asks as a server does, within a deadline and letting others work in between, and watches for how long nobody else can.
 * The first question of the view, which makes it, is not watched.
 */
export function watchTurns(input: {
  store: StoreAt;
  universities: readonly string[];
  warmUp: readonly string[];
  maxHops: number;
}): Promise<WatchedTurns> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const scheduler = new FairScheduler();
    const ask = (university: string) =>
      withinBudget(new Budget({ limits: DEFAULT_LIMITS, slot: scheduler.slot("") }), () =>
        answerExposure(graph, { university, maxHops: input.maxHops, ...onRound(0) }),
      );
    for (const university of input.warmUp) await ask(university);
    const ended = watchRounds();
    for (const university of input.universities) await ask(university);
    return { longestMs: ended(), questions: input.universities.length };
  });
}

/** Watches until it is asked for the longest. Processor time, because a busy machine stretches time on the wall. */
function watchRounds(): () => number {
  let longest = 0;
  let isOver = false;
  let before = processorMs();
  const round = () => {
    const now = processorMs();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isOver) setImmediate(round);
  };
  setImmediate(round);
  return () => {
    isOver = true;
    return longest;
  };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
