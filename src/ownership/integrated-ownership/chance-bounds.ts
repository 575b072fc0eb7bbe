import { Pace, untilEnding } from "../../graph/run-to-completion.js";
import { componentsOf } from "../../graph/strongly-connected-components.js";
import { type ChanceValue, greatestValue, leastValue } from "./chance-values.js";
import { endComponents, greatestOutside } from "./end-components.js";
import { type SolveComponent, solveGreatest, solveLeast } from "./exact-chances.js";
import { markBelow, type ShareGraph } from "./share-graph.js";

/** For each node of a graph bounds of the chance that a walk upwards from it meets the owner; 0 where it is not below. */
export interface ChanceBounds {
  /** Below what it is on the lower bounds of all shares. */
  readonly lower: Float64Array;
  /** Above what it is at best. */
  readonly upper: Float64Array;
  /** Whether each is as near to that as was asked. */
  readonly isPrecise: boolean;
}

/** How near a bound must come to the end of the interval, where it is not exact. */
export const PRECISION = 0.0001;
/** Components up to this size are solved exactly, larger ones are swept. */
export const DENSE_LIMIT = 500;
/** No matter how precise: so many sweeps settle whatever passes on less than 99 per cent of what it is given. */
const MOST_ROUNDS = 10_000;
/** How much of the precision sweeps use up; what they came to is then rounded outwards to a part of the rest. */
const SWEPT = 0.8;
const ROUNDED = 0.1;
/** So many stakes are added up between two steps: some tens of microseconds. */
const STAKES_A_STEP = 2048;

/**
 * Of an owner, or of one that the graph does not have (-1) where not all of it was read. Component by component (strongly
 * connected), each after those that hold it: what stands alone by its sum, small ones exactly, large ones by sweeps from
 * 0 upwards and from 1 downwards, round after round until nothing is wider than `precision`. The bounds are true at any
 * moment; where the time ends first they are as near as they have come.
 */
export function* chanceBounds(
  graph: ShareGraph,
  owner: number,
  precision: number,
  denseLimit = DENSE_LIMIT,
): Generator<void, ChanceBounds> {
  const search = new Narrowing(graph, owner, denseLimit);
  const isDone = yield* untilEnding(search.run(precision));
  if (!isDone) yield* search.sweepAll();
  return search.bounds(precision);
}

/** One end of the interval, itself between two bounds. */
interface End {
  readonly value: ChanceValue;
  readonly solve: SolveComponent;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

interface Component {
  readonly nodes: readonly number[];
  readonly isAlone: boolean;
  /** That may hold each other wholly; found when it is swept. */
  closed: readonly ReadonlySet<number>[] | null;
  isDone: boolean;
}

class Narrowing {
  private readonly graph: ShareGraph;
  private readonly owner: number;
  private readonly denseLimit: number;
  private readonly isBelow: Uint8Array;
  /** One where all shares are known: both ends are the same then. */
  private readonly ends: readonly End[];
  private components: readonly Component[] = [];
  private hasMoved = false;

  constructor(graph: ShareGraph, owner: number, denseLimit: number) {
    this.graph = graph;
    this.owner = owner;
    this.denseLimit = denseLimit;
    const unread = Array.from(graph.parties.keys()).slice(graph.read);
    const starts = owner >= 0 && owner < graph.read ? [owner, ...unread] : unread;
    this.isBelow = markBelow(graph, starts);
    const end = (value: ChanceValue, solve: SolveComponent): End => {
      const [low, high] = [new Float64Array(this.isBelow.length), Float64Array.from(this.isBelow)];
      for (const node of unread) high[node] = 1;
      if (owner >= 0) low[owner] = high[owner] = 1;
      return { value, solve, low, high };
    };
    const isKnown = graph.lower.every((lower, stake) => lower === graph.upper[stake]);
    this.ends = [end(leastValue, solveLeast), ...(isKnown ? [] : [end(greatestValue, solveGreatest)])];
  }

  *run(precision: number): Generator<void, void> {
    yield* this.divide();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      this.hasMoved = false;
      for (const component of this.components) if (!component.isDone) yield* this.narrow(component);
      if (!this.hasMoved || this.width() <= SWEPT * precision) return;
    }
  }

  /** Carries down what was found by the time that the search is ended. */
  *sweepAll(): Generator<void, void> {
    const pace = new Pace(STAKES_A_STEP);
    for (const component of this.components)
      if (!component.isDone) for (const end of this.ends) yield* this.sweep(component, end, pace);
  }

  bounds(precision: number): ChanceBounds {
    const { graph, owner, ends } = this;
    const isPrecise = graph.read === graph.parties.length && this.width() <= precision;
    const [least, greatest] = [ends[0] as End, ends.at(-1) as End];
    // The owner's own chance is that of coming back to it.
    if (owner >= 0)
      for (const { value, low, high } of ends) {
        const isRead = owner < graph.read;
        const back = [isRead ? value(graph, owner, low) : 0, isRead ? value(graph, owner, high) : 1] as const;
        [low[owner], high[owner]] = back;
      }
    const unit = ROUNDED * precision;
    return {
      lower: least.low.map((low, node) =>
        low === least.high[node] ? low : multipleOf(unit, low, Math.floor),
      ),
      upper: greatest.high.map((high, node) =>
        high === greatest.low[node] ? high : multipleOf(unit, high, Math.ceil),
      ),
      isPrecise,
    };
  }

  /** The nodes below the owner in their components, by stakes in each other. */
  private *divide(): Generator<void, void> {
    const { graph, owner, isBelow } = this;
    const place = new Int32Array(isBelow.length);
    const nodes: number[] = [];
    for (const node of graph.parties.keys())
      if (isBelow[node] === 1 && node !== owner && node < graph.read) place[node] = nodes.push(node);
    const holders = (at: number) => {
      const node = nodes[at] as number;
      const found: number[] = [];
      for (let stake = graph.starts[node] as number; stake < (graph.starts[node + 1] as number); stake += 1) {
        const holder = place[graph.holders[stake] as number] as number;
        if (holder > 0) found.push(holder - 1);
      }
      return found;
    };
    const found = yield* componentsOf(nodes.length, holders);
    this.components = found.map((component) => ({
      nodes: component.map((at) => nodes[at] as number),
      isAlone: component.length === 1 && !holders(component[0] as number).includes(component[0] as number),
      closed: null,
      isDone: false,
    }));
  }

  private *narrow(component: Component): Generator<void, void> {
    const { nodes } = component;
    const pace = new Pace(STAKES_A_STEP);
    const isSwept = component.isAlone || nodes.length > this.denseLimit;
    for (const end of this.ends) {
      if (isSwept) yield* this.sweep(component, end, pace);
      else yield* this.solve(component, end);
    }
    component.isDone = nodes.every((node) => this.ends.every(({ low, high }) => low[node] === high[node]));
  }

  /** Exactly, once where the chances of all that hold it from outside are known, else for both of their bounds. */
  private *solve({ nodes }: Component, { solve, low, high }: End): Generator<void, void> {
    const { graph } = this;
    const inside = new Set(nodes);
    const isKnown = nodes.every((node) => {
      for (let stake = graph.starts[node] as number; stake < (graph.starts[node + 1] as number); stake += 1) {
        const holder = graph.holders[stake] as number;
        if (low[holder] !== high[holder] && !inside.has(holder)) return false;
      }
      return true;
    });
    for (const of of isKnown ? [low] : [low, high]) {
      const before = nodes.map((node) => of[node]);
      yield* solve(graph, nodes, of);
      this.hasMoved ||= nodes.some((node, at) => of[node] !== before[at]);
    }
    if (isKnown) for (const node of nodes) high[node] = low[node] as number;
  }

  /** Takes all nodes once, those that stand nearest to the owner first. */
  private *sweep(component: Component, end: End, pace: Pace): Generator<void, void> {
    const { graph } = this;
    const { value, low, high } = end;
    const { nodes } = component;
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      const node = nodes[at] as number;
      this.move(low, node, Math.max(low[node] as number, value(graph, node, low)));
      this.move(high, node, Math.min(high[node] as number, value(graph, node, high)));
      if (pace.isStep((graph.starts[node + 1] as number) - (graph.starts[node] as number))) yield;
    }
    if (component.isAlone || value !== greatestValue) return;
    component.closed ??= yield* endComponents(graph, nodes);
    for (const closed of component.closed) {
      const most = greatestOutside(graph, closed, high);
      for (const node of closed) this.move(high, node, Math.min(high[node] as number, most));
    }
  }

  private move(of: Float64Array, node: number, chance: number): void {
    if (of[node] === chance) return;
    of[node] = chance;
    this.hasMoved = true;
  }

  /** How far the bounds of an end are from each other at most. */
  private width(): number {
    let width = 0;
    for (const { low, high } of this.ends)
      for (let node = 0; node < high.length; node += 1)
        width = Math.max(width, (high[node] as number) - (low[node] as number));
    return width;
  }
}

/** So that the last digits do not tell how far sweeps happened to come. */
function multipleOf(unit: number, chance: number, round: (value: number) => number): number {
  return unit === 0 ? chance : Math.min(1, unit * round(chance / unit));
}
