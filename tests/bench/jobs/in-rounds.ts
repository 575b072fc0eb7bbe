import { median, type Spread, spreadOf, type Took } from "../measure.js";
import { ASKED_ON } from "../synthetic-graph.js";

/** Milliseconds over many questions, each the median of its rounds. */
export interface Asked {
  readonly ms: Spread;
  readonly processorMs: Spread;
  readonly rounds: number;
}

const ROUNDS = 3;
/** What takes longer is cut short, but for its first questions. */
const BUDGET_MS = 60_000;
const LEAST_QUESTIONS = 20;

/** Each round asks on another day, so that nothing is there that was remembered for the view of the round before. */
export function onRound(round: number) {
  return { validAt: ASKED_ON, knownAt: ASKED_ON + round };
}

/** Asks one thing after another, in rounds, as long as the budget lasts. The first of each round makes its view. */
export async function inRounds<Question>(
  questions: readonly Question[],
  ask: (question: Question, round: number) => Promise<Took<unknown>>,
  least = LEAST_QUESTIONS,
): Promise<Asked> {
  const start = performance.now();
  // The times alone: answers that are held fast would be moved at every collection, and that is time of later questions.
  const took: Pick<Took<unknown>, "ms" | "processorMs">[][] = questions.map(() => []);
  let rounds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [first] = questions;
    if (first !== undefined && performance.now() - start < BUDGET_MS) await ask(first, round);
    for (const [at, question] of questions.entries()) {
      const isLate = performance.now() - start > BUDGET_MS;
      if (isLate && (round > 0 || at >= least)) break;
      const { ms, processorMs } = await ask(question, round);
      took[at]?.push({ ms, processorMs });
      rounds = round + 1;
    }
  }
  const over = (value: (each: Pick<Took<unknown>, "ms" | "processorMs">) => number) =>
    spreadOf(took.filter((each) => each.length > 0).map((each) => median(each.map(value))));
  return { ms: over((each) => each.ms), processorMs: over((each) => each.processorMs), rounds };
}
