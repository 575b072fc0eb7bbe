/** A graph to walk: the neighbours of a node, as `visit` is told of them. Nodes are numbers below `count`. */
export interface WalkGraph {
  readonly count: number;
  /** Nodes that a step away from `node` leads to; `back`: from which a step leads to it. Repeats do no harm. */
  neighbours(node: number, back: boolean, visit: (other: number) => void): void;
}

export interface WalkLimits {
  readonly maxHops: number;
  readonly isBanned: (node: number) => boolean;
  /** A step from the source to this node may not be taken. */
  readonly isBannedFirst: (node: number) => boolean;
}

const UNSEEN = 255;

/**
 * Shortest walks by breadth first search from both ends, of equally short ones the first by the sequence of nodes.
 * Both levels grow in turn, the smaller first, so that cost follows the two neighbourhoods, not the graph. One searcher
 * serves many searches: it wipes only what it touched.
 */
export class ShortestWalk {
  explored = 0;
  private readonly graph: WalkGraph;
  private readonly fromSource: Uint8Array;
  private readonly fromTarget: Uint8Array;
  private touched: number[] = [];

  constructor(graph: WalkGraph) {
    this.graph = graph;
    this.fromSource = new Uint8Array(graph.count).fill(UNSEEN);
    this.fromTarget = new Uint8Array(graph.count).fill(UNSEEN);
  }

  /** The nodes from source to target, both included; null where no walk is short enough. */
  find(source: number, target: number, limits: WalkLimits): readonly number[] | null {
    if (source === target) return [source];
    try {
      const length = this.search(source, target, limits);
      return length === null ? null : this.trace(source, target, length, limits);
    } finally {
      for (const node of this.touched) {
        this.fromSource[node] = UNSEEN;
        this.fromTarget[node] = UNSEEN;
      }
      this.touched = [];
    }
  }

  /** Grows both sides until they meet; the length of a shortest walk. */
  private search(source: number, target: number, limits: WalkLimits): number | null {
    let ahead = [source];
    let behind = [target];
    let aheadHops = 0;
    let behindHops = 0;
    this.reach(this.fromSource, source, 0);
    this.reach(this.fromTarget, target, 0);
    while (ahead.length > 0 && behind.length > 0 && aheadHops + behindHops < limits.maxHops) {
      const forward = ahead.length <= behind.length;
      const grown = forward
        ? this.grow(ahead, false, aheadHops, { source, target, limits })
        : this.grow(behind, true, behindHops, { source, target, limits });
      if (forward) {
        ahead = grown.level;
        aheadHops += 1;
      } else {
        behind = grown.level;
        behindHops += 1;
      }
      if (grown.met) return aheadHops + behindHops;
    }
    return null;
  }

  private grow(
    level: readonly number[],
    back: boolean,
    hops: number,
    { source, target, limits }: { source: number; target: number; limits: WalkLimits },
  ): { level: number[]; met: boolean } {
    const own = back ? this.fromTarget : this.fromSource;
    const other = back ? this.fromSource : this.fromTarget;
    const next: number[] = [];
    let met = false;
    for (const node of level) {
      this.graph.neighbours(node, back, (end) => {
        this.explored += 1;
        if (own[end] !== UNSEEN || limits.isBanned(end)) return;
        if (node === source && !back && limits.isBannedFirst(end)) return;
        if (end === source && back && limits.isBannedFirst(node)) return;
        if (end === target && back) return;
        this.reach(own, end, hops + 1);
        next.push(end);
        if (other[end] !== UNSEEN) met = true;
      });
    }
    return { level: next, met };
  }

  private reach(side: Uint8Array, node: number, hops: number): void {
    side[node] = hops;
    this.touched.push(node);
  }

  /** The first shortest walk by the sequence of nodes. */
  private trace(source: number, target: number, length: number, limits: WalkLimits): readonly number[] {
    const toTarget = this.distancesToTarget(source, length, limits);
    const walk = [source];
    for (let hops = length - 1; hops >= 0; hops -= 1) {
      const at = walk.at(-1) as number;
      let best = -1;
      this.graph.neighbours(at, false, (end) => {
        if (toTarget.get(end) !== hops || limits.isBanned(end)) return;
        if (at === source && limits.isBannedFirst(end)) return;
        if (best < 0 || end < best) best = end;
      });
      walk.push(best);
    }
    return walk[walk.length - 1] === target ? walk : [];
  }

  /** For the nodes on shortest walks: how far the target is. Walks back from where the sides met. */
  private distancesToTarget(source: number, length: number, limits: WalkLimits): ReadonlyMap<number, number> {
    const distances = new Map<number, number>();
    let level: number[] = [];
    for (const node of this.touched) {
      const near = this.fromTarget[node] as number;
      const far = this.fromSource[node] as number;
      if (near !== UNSEEN) distances.set(node, near);
      if (near !== UNSEEN && far !== UNSEEN && near + far === length) level.push(node);
    }
    level = [...new Set(level)];
    while (level.length > 0) {
      const previous: number[] = [];
      for (const node of level) {
        const hops = distances.get(node) as number;
        const far = this.fromSource[node] as number;
        this.graph.neighbours(node, true, (before) => {
          if (this.fromSource[before] !== far - 1 || distances.has(before) || limits.isBanned(before)) return;
          if (before === source && limits.isBannedFirst(node)) return;
          distances.set(before, hops + 1);
          previous.push(before);
        });
      }
      level = previous;
    }
    return distances;
  }
}
