import { currentBudget } from "../../graph/budget.js";
import { Pace } from "../../graph/run-to-completion.js";

/** A random walk over some places until it meets what it looks for or leaves. A row of chances adds up to 1. */
export interface Walk {
  /** The chances of a step from each place (row) to each, one row after another. */
  readonly steps: Float64Array;
  /** For each place the chance that the next step meets, and that it leaves. */
  readonly meets: Float64Array;
  readonly leaves: Float64Array;
}

const PLACES_A_LOOK = 16;
/** So many multiplications are done between two steps: some tens of microseconds. */
export const PRODUCTS_A_STEP = 16_384;

/**
 * For each place the chance that a walk from it meets at last; 0 where it walks in circles for ever. The arrays of the
 * walk are used up. Cubic in the number of places at worst: 500 in well under a second; much less where most steps have
 * no chance and the places with fewest come last.
 *
 * Gaussian elimination in the form that never subtracts: a place is taken out by sending what entered it straight on,
 * and "1 minus the chance to stay" is added up from the chances to go. So every chance comes out to nearly full
 * relative precision, also where all but a billionth is held in a circle, and none lies outside [0, 1].
 *
 * Source: W. K. Grassmann, M. I. Taksar and D. P. Heyman (1985), Regenerative analysis and steady state distributions
 * for Markov chains, Operations Research 33.
 */
export function* chancesOfMeeting(walk: Walk): Generator<void, Float64Array> {
  const { steps, meets, leaves } = walk;
  const size = meets.length;
  const goes = new Float64Array(size);
  const budget = currentBudget();
  const pace = new Pace(PRODUCTS_A_STEP);
  for (let place = size - 1; place >= 0; place -= 1) {
    // A place of a large component is much work, and looks at no claim.
    if (place % PLACES_A_LOOK === 0) budget.look();
    const targets = targetsOf(walk, place);
    let sum = (meets[place] as number) + (leaves[place] as number);
    for (const to of targets) sum += steps[place * size + to] as number;
    goes[place] = sum;
    if (sum > 0) takeOut(walk, place, targets, sum);
    if (pace.isStep(place * (1 + targets.length))) yield;
  }
  const chances = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    let sum = meets[place] as number;
    for (let to = 0; to < place; to += 1)
      sum += (steps[place * size + to] as number) * (chances[to] as number);
    chances[place] = sum === 0 ? 0 : Math.min(1, sum / (goes[place] as number));
  }
  return chances;
}

/** The earlier places to which a step has a chance. */
function targetsOf({ steps, meets }: Walk, place: number): readonly number[] {
  const row = place * meets.length;
  const targets: number[] = [];
  for (let to = 0; to < place; to += 1) if ((steps[row + to] as number) > 0) targets.push(to);
  return targets;
}

/** What went from earlier places to this one goes where this one goes. */
function takeOut(
  { steps, meets, leaves }: Walk,
  place: number,
  targets: readonly number[],
  goes: number,
): void {
  const size = meets.length;
  const row = place * size;
  for (let from = 0; from < place; from += 1) {
    const at = from * size;
    const factor = (steps[at + place] as number) / goes;
    if (factor === 0) continue;
    for (const to of targets)
      steps[at + to] = (steps[at + to] as number) + factor * (steps[row + to] as number);
    meets[from] = (meets[from] as number) + factor * (meets[place] as number);
    leaves[from] = (leaves[from] as number) + factor * (leaves[place] as number);
  }
}
