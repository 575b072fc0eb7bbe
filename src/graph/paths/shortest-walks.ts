import { PartyMarks } from "../party-marks.js";
import { Pace } from "../run-to-completion.js";

/** A graph to walk. Nodes are numbers. */
export interface WalkGraph {
  /** Nodes that a step away from `node` leads to, or (`back`) from which one leads to it: how many stand in `around`. */
  neighbours(node: number, back: boolean): number;
  /** Good until the next call of `neighbours`. Repeats do no harm. */
  readonly around: Int32Array;
  /** What asking for the neighbours of a node costs. */
  degree(node: number): number;
  /** Whether no walk may pass through a node. */
  bars(node: number): boolean;
}

export interface Detour {
  /** Where it leaves, and what a step from there may not lead to. */
  readonly at: number;
  readonly taken: ReadonlySet<number>;
  /** Nodes that it may not pass through. */
  readonly passed: ReadonlySet<number>;
  readonly maxHops: number;
}

/** So many claims are looked at, at least, between two steps. */
const CLAIMS_A_STEP = 4096;

/** What a search knows of nodes. */
class Scratch {
  /** How far a node is from the source, and how far the target is from a node, plus one. */
  readonly fromSource: PartyMarks;
  readonly toTarget: PartyMarks;
  /** The latter, for nodes on shortest walks that lie beyond the target's front. */
  readonly told: PartyMarks;
  /** Nodes from which so many steps do not lead to the target. */
  readonly failed: PartyMarks;
  /** Nodes that a detour had no step left for. */
  readonly beyond: PartyMarks;

  constructor(nodes: number) {
    this.fromSource = new PartyMarks(nodes);
    this.toTarget = new PartyMarks(nodes);
    this.told = new PartyMarks(nodes);
    this.failed = new PartyMarks(nodes);
    this.beyond = new PartyMarks(nodes);
  }
}

/** One of the two ends of a search: the nodes that were reached last, how far away they are, what going on costs. */
interface Front {
  readonly nodes: readonly number[];
  readonly hops: number;
  readonly cost: number;
}

/**
 * Shortest walks to a target: of equally short ones the first by the sequence of nodes. The first walk is searched from
 * both ends, a level at a time, the cheaper first, so that cost follows the two neighbourhoods, not the graph. What that
 * tells of how far the target is guides all detours: where it is farther than a detour may be long, none goes. In steps.
 */
export class ShortestWalks {
  private readonly graph: WalkGraph;
  private readonly target: number;
  private readonly scratch: Scratch;
  private readonly pace = new Pace(CLAIMS_A_STEP);
  private behind: Front;
  /** What following a detour one step farther would cost; 0: it would lead nowhere else. */
  private beyond = 0;

  constructor(graph: WalkGraph, nodes: number, target: number) {
    this.graph = graph;
    this.target = target;
    this.scratch = new Scratch(nodes);
    this.scratch.toTarget.set(target, 1);
    this.behind = { nodes: [target], hops: 0, cost: graph.degree(target) };
  }

  /** The nodes from a source to the target, both included; null where no walk is short enough. */
  *first(source: number, maxHops: number): Generator<void, readonly number[] | null> {
    if (source === this.target) return [source];
    const { fromSource, toTarget } = this.scratch;
    fromSource.set(source, 1);
    let ahead: Front = { nodes: [source], hops: 0, cost: this.graph.degree(source) };
    while (ahead.cost > 0 && this.behind.cost > 0 && ahead.hops + this.behind.hops < maxHops) {
      let met: readonly number[];
      if (ahead.cost <= this.behind.cost) {
        ahead = yield* this.grown(ahead, false);
        met = ahead.nodes.filter((node) => toTarget.of[node] !== 0);
      } else {
        this.behind = yield* this.grown(this.behind, true);
        met = this.behind.nodes.filter((node) => fromSource.of[node] !== 0);
      }
      if (met.length > 0) {
        yield* this.tellBack(met, ahead.hops);
        return this.trace(source, ahead.hops + this.behind.hops);
      }
    }
    return null;
  }

  /** The next level of a front. */
  private *grown({ nodes, hops }: Front, back: boolean): Generator<void, Front> {
    const { graph } = this;
    const own = back ? this.scratch.toTarget : this.scratch.fromSource;
    const next: number[] = [];
    let cost = 0;
    for (const node of nodes) {
      if (this.pace.isStep(graph.degree(node))) yield;
      const count = graph.neighbours(node, back);
      const { around } = graph;
      for (let at = 0; at < count; at += 1) {
        const other = around[at] as number;
        if (own.of[other] !== 0 || graph.bars(other)) continue;
        own.set(other, hops + 2);
        next.push(other);
        cost += graph.degree(other);
      }
    }
    return { nodes: next, hops: hops + 1, cost };
  }

  /** From where the fronts have met back to the source: of the nodes on shortest walks, how far the target is. */
  private *tellBack(met: readonly number[], hops: number): Generator<void, void> {
    const { fromSource, told } = this.scratch;
    let level = met;
    for (let left = hops; left > 0; left -= 1) {
      const before: number[] = [];
      for (const node of level) {
        if (this.pace.isStep(this.graph.degree(node))) yield;
        const count = this.graph.neighbours(node, true);
        const { around } = this.graph;
        for (let at = 0; at < count; at += 1) {
          const other = around[at] as number;
          if (fromSource.of[other] !== left || told.of[other] !== 0) continue;
          told.set(other, this.behind.hops + hops - left + 2);
          before.push(other);
        }
      }
      level = before;
    }
  }

  /** The first shortest walk, where it is known of all nodes on such walks how far the target is. */
  private trace(source: number, length: number): readonly number[] {
    const walk = [source];
    for (let left = length - 1; left >= 0; left -= 1) {
      const count = this.graph.neighbours(walk[walk.length - 1] as number, false);
      const { around } = this.graph;
      let best = -1;
      for (let at = 0; at < count; at += 1) {
        const other = around[at] as number;
        if (this.known(other) === left + 1 && (best < 0 || other < best)) best = other;
      }
      walk.push(best);
    }
    return walk;
  }

  /** The first shortest walk that leaves another one, from where it leaves; null where none is short enough. */
  *detour(detour: Detour): Generator<void, readonly number[] | null> {
    const { failed, beyond } = this.scratch;
    this.beyond = 0;
    for (let hops = this.leastHops(detour.at); hops <= detour.maxHops; hops += 1) {
      // Rather than that the detour goes on into the unknown the target's front grows, where that costs less.
      while (hops > this.behind.hops + 1 && this.behind.cost > 0 && this.behind.cost < this.beyond)
        this.behind = yield* this.grown(this.behind, true);
      failed.wipe();
      beyond.wipe();
      this.beyond = 0;
      const walk = [detour.at];
      if (yield* this.goOn(walk, hops, detour)) return walk;
      if (this.beyond === 0) return null;
    }
    return null;
  }

  /** How far the target is at least. */
  private leastHops(node: number): number {
    const known = this.known(node);
    return known > 0 ? known - 1 : this.behind.hops + 1;
  }

  /** How far the target is, plus one; 0 where that is not known. */
  private known(node: number): number {
    const { toTarget, told } = this.scratch;
    return (toTarget.of[node] || told.of[node]) as number;
  }

  /** Tries to lengthen a walk to the target by at most so many steps, the first by the sequence of nodes first. */
  private *goOn(walk: number[], hops: number, detour: Detour): Generator<void, boolean> {
    const { failed } = this.scratch;
    const node = walk[walk.length - 1] as number;
    if (this.pace.isStep(this.graph.degree(node))) yield;
    let last = -1;
    for (const other of this.choices(node, hops, detour)) {
      if (other === last || (failed.of[other] as number) >= hops) continue;
      last = other;
      walk.push(other);
      if (other === this.target || (yield* this.goOn(walk, hops - 1, detour))) return true;
      walk.pop();
    }
    failed.set(node, hops + 1);
    return false;
  }

  /** The nodes through which a walk may still reach the target, in order. */
  private choices(node: number, hops: number, { at: start, taken, passed }: Detour): readonly number[] {
    const isTaken = (other: number) =>
      other === start || passed.has(other) || (node === start && taken.has(other));
    const choices: number[] = [];
    if (hops === 1 && this.known(node) === 2) {
      if (!isTaken(this.target)) return [this.target];
      this.notFollowed(node);
      return choices;
    }
    const count = this.graph.neighbours(node, false);
    const { around } = this.graph;
    for (let at = 0; at < count; at += 1) {
      const other = around[at] as number;
      if (this.leastHops(other) >= hops) this.notFollowed(other);
      else if (!isTaken(other) && !this.graph.bars(other)) choices.push(other);
    }
    return choices.sort((a, b) => a - b);
  }

  private notFollowed(node: number): void {
    const { beyond } = this.scratch;
    if (beyond.of[node] !== 0) return;
    beyond.set(node, 1);
    this.beyond += this.graph.degree(node);
  }
}
