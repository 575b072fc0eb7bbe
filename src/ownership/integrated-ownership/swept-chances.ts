import { currentBudget } from "../../graph/budget.js";
import type { ShareGraph } from "./share-graph.js";
import { type Bound, shareValues } from "./share-values.js";

/** So many owners are swept side by side: what a node has for all of them is fetched at once. */
export const SIDE_BY_SIDE = 8;

/** A circle that passes on more than seven eighths of what it is given takes more. */
const MOST_SWEEPS = 255;

/** So many stakes are added up between two steps, for all owners: some tens of microseconds. */
export const STAKES_A_STEP = 1024;

/** For each node the chance that a walk upwards from it meets an owner, 1 for the owner; not settled: as far as it rose. */
export interface Swept {
  readonly of: Float64Array;
  readonly isSettled: boolean;
}

/**
 * Of each of some owners, at most SIDE_BY_SIDE of them: sweeps, holders first, over whatever has a holder whose chance has
 * risen, until nothing rises: what is held without circles stands after the first. Knots are swept by themselves before
 * the sweep goes on, so that wider circles, which pass on little, are all that takes further ones.
 *
 * Every chance rises to its own last digit, so small ones are as exact as great ones, and what has settled within so few
 * sweeps can have no more to come than some units in the last place. As the sums do not depend on any order, neither
 * does what they settle at: the least fixpoint in double precision. Nor does it depend on the owners beside: a node
 * that is looked at for another one's sake does not rise.
 */
export function* sweptChances(
  graph: ShareGraph,
  owners: readonly number[],
  bound: Bound,
): Generator<void, readonly Swept[]> {
  const sweep = new Sweep(graph, owners, bound);
  yield* sweep.run();
  return owners.map((_, at) => sweep.of(at));
}

class Sweep {
  private readonly graph: ShareGraph;
  private readonly owners: Int32Array;
  private readonly width: number;
  private readonly chances: Float64Array;
  private readonly next: (node: number) => Float64Array;
  private readonly isDue: Uint8Array;
  /** One bit an owner: those that are still swept. */
  private swept: number;
  /** How many were added up since the last step. */
  private stakes = 0;

  constructor(graph: ShareGraph, owners: readonly number[], bound: Bound) {
    this.graph = graph;
    this.owners = Int32Array.from(owners);
    this.width = owners.length;
    this.chances = new Float64Array(graph.parties.length * this.width);
    this.next = shareValues(graph, bound, this.chances, this.width);
    this.isDue = new Uint8Array(graph.parties.length);
    this.swept = (1 << this.width) - 1;
  }

  of(at: number): Swept {
    const of = new Float64Array(this.graph.parties.length);
    for (let node = 0; node < of.length; node += 1) of[node] = this.chances[this.width * node + at] as number;
    return { of, isSettled: (this.swept & (1 << at)) !== 0 };
  }

  *run(): Generator<void, void> {
    const { knots, parties } = this.graph;
    const budget = currentBudget();
    for (const [at, owner] of this.owners.entries()) {
      this.chances[this.width * owner + at] = 1;
      this.tell(owner);
    }
    let risen = this.swept;
    for (let sweep = 0; sweep < MOST_SWEEPS && risen !== 0; sweep += 1) {
      budget.look();
      risen = 0;
      for (let node = 0; node < parties.length; ) {
        const end = node + (knots[node] as number);
        risen |= yield* this.settleKnot(node, end);
        node = end;
      }
    }
    this.swept &= ~risen;
  }

  /** Sweeps a knot until nothing rises in it; who rises too often is swept no more. The answer: who has risen. */
  private *settleKnot(from: number, to: number): Generator<void, number> {
    let all = 0;
    for (let turn = 0; ; turn += 1) {
      const risen = yield* this.rises(from, to);
      if (risen === 0) return all;
      if (turn === MOST_SWEEPS) this.swept &= ~risen;
      all |= risen;
    }
  }

  /** Whose chances rise between two places. */
  private *rises(from: number, to: number): Generator<void, number> {
    const { isDue } = this;
    const { starts } = this.graph;
    let risen = 0;
    for (let node = from; node < to; node += 1) {
      if (isDue[node] === 0) continue;
      isDue[node] = 0;
      this.stakes += (starts[node + 1] as number) - (starts[node] as number);
      if (this.stakes >= STAKES_A_STEP) {
        this.stakes = 0;
        yield;
      }
      const raised = this.raise(node);
      if (raised !== 0) this.tell(node);
      risen |= raised;
    }
    return risen;
  }

  private raise(node: number): number {
    const { chances, owners, width, swept } = this;
    const next = this.next(node);
    let risen = 0;
    for (let at = 0; at < width; at += 1) {
      const place = width * node + at;
      const chance = next[at] as number;
      if (chance <= (chances[place] as number) || owners[at] === node || (swept & (1 << at)) === 0) continue;
      chances[place] = chance;
      risen |= 1 << at;
    }
    return risen;
  }

  /** What a node holds is due. */
  private tell(node: number): void {
    const { isDue } = this;
    const { starts, nodes } = this.graph.held;
    const end = starts[node + 1] as number;
    for (let at = starts[node] as number; at < end; at += 1) isDue[nodes[at] as number] = 1;
  }
}
