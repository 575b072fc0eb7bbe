import { currentBudget } from "./budget.js";

/** The result of work in steps, all of them taken without a pause. */
export function runToCompletion<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Work that is good at any moment, as far as there is time for it: its steps until they are done, true, or until the time
 * that is left is needed to tell what was found, false.
 */
export function* untilEnding(steps: Generator<void, unknown>): Generator<void, boolean> {
  const budget = currentBudget();
  for (;;) {
    if (budget.isEnding) return false;
    if (steps.next().done) return true;
    yield;
  }
}

/** Counts the work of a search between two of its steps: `if (pace.isStep(work)) yield;`. */
export class Pace {
  private readonly each: number;
  private done = 0;

  /** `each`: how much work makes a step, well below a millisecond's. */
  constructor(each: number) {
    this.each = each;
  }

  /** Whether a step is full with so much more work. */
  isStep(work = 1): boolean {
    this.done += work;
    if (this.done < this.each) return false;
    this.done = 0;
    return true;
  }
}
