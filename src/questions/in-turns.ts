import { currentBudget } from "../graph/budget.js";

/** What long work comes to, with a turn for others before each of its steps where the operation has worked for long. */
export async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  const budget = currentBudget();
  for (;;) {
    budget.look();
    if (budget.mustRest) await budget.turn();
    const step = steps.next();
    if (step.done) return step.value;
  }
}
