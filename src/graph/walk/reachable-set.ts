import type { Adjacency } from "../adjacency.js";
import type { Budget } from "../budget.js";
import { addsNothing, eitherHolds, type Holding, narrowed } from "../days/clock.js";
import { OwnSteps, STEP, STEP_LENGTH } from "../own-steps.js";
import type { View } from "../view.js";
import { AT_START, type BfsLayers, type Layer, type Layers } from "./bfs-layers.js";
import { hubClaims, stepsOf, type WalkDirection } from "./hubs.js";
import type { WalkScratch } from "./walk-scratch.js";

export interface WalkOptions {
  readonly direction: WalkDirection;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** Which way the chains are read from the university: hubs are counted that way. Default: `direction`. */
  readonly hubDirection?: WalkDirection;
  /** Whether a party that is `hops` claims away from the start may stand in a chain. */
  readonly mayStand: (party: number, hops: number) => boolean;
  /** Whether it is asked if something lies beyond the last hop (`goesOn`). */
  readonly looksBeyond: boolean;
  /** What the walk works with; the reachable set is read from it. */
  readonly scratch: WalkScratch;
  /** Where layers and the ways to them are written, for a caller that keeps the ways. Default: the scratch's own. */
  readonly bfs?: BfsLayers;
}

/**
 * Everything that ownership chains lead to from a party, the party itself apart. Good until another is walked with the
 * same scratch.
 */
export interface ReachableSet {
  /** How many parties are reached. */
  readonly count: number;
  /** One of them; each once, nearest first. */
  partyAt(at: number): number;
  /** The layers of a party reached, in order of hops. */
  layersOf(party: number): Layer[];
  /** The fewest claims of a chain to a party reached. */
  fewestHops(party: number): number;
  readonly exploredRelations: number;
  /** Hubs that were met and not passed through, with the number of claims not followed. */
  readonly hubs: ReadonlyMap<number, number>;
  /** Whether something lies beyond the last hop; false where that is not asked. */
  readonly goesOn: boolean;
}

/**
 * All ownership chains from a party, layer by layer: for each party reached, when a chain of so many claims holds, within
 * the days that the start holds on. One running set of days goes along: a step that leaves no day is not taken. A
 * longer chain that adds no day to the shorter ones is dropped, so that rings and detours end by themselves. A hub is
 * not passed through. In steps.
 */
export function* reachableFrom(
  view: View,
  start: number,
  holding: Holding,
  options: WalkOptions,
): Generator<void, ReachableSet> {
  const { maxHops, looksBeyond, direction } = options;
  if ((maxHops < 1 && !looksBeyond) || leadsNowhere(view, start, direction)) return NOWHERE;
  return yield* new OwnershipWalk(view, start, options).from(holding);
}

/** All layers of a reachable set, to keep. */
export function layersOf(reachable: ReachableSet): Layers {
  const layers: Layers = new Map();
  for (let at = 0; at < reachable.count; at += 1) {
    const party = reachable.partyAt(at);
    layers.set(party, reachable.layersOf(party));
  }
  return layers;
}

/** So many layers are led on from in one step, some tenths of a millisecond. */
const STEP_LAYERS = 512;

const NO_HUBS: ReadonlyMap<number, number> = new Map();

const NOWHERE: ReachableSet = {
  count: 0,
  partyAt: () => -1,
  layersOf: () => [],
  fewestHops: () => 0,
  exploredRelations: 0,
  hubs: NO_HUBS,
  goesOn: false,
};

function leadsNowhere(view: View, party: number, direction: WalkDirection): boolean {
  return view.parties.isJoined[party] === 0 && stepsOf(view, direction).degree(party) === 0;
}

class OwnershipWalk implements ReachableSet {
  private metHubs: Map<number, number> | null = null;
  exploredRelations = 0;
  goesOn = false;
  private readonly view: View;
  private readonly start: number;
  private readonly options: WalkOptions;
  private readonly adjacency: Adjacency;
  private readonly steps: OwnSteps;
  private readonly scratch: WalkScratch;
  private readonly bfs: BfsLayers;
  private readonly budget: Budget;

  constructor(view: View, start: number, options: WalkOptions) {
    this.view = view;
    this.start = start;
    this.options = options;
    this.adjacency = stepsOf(view, options.direction);
    this.steps = OwnSteps.of(view.projection.relations, options.direction);
    this.budget = view.budget;
    this.scratch = options.scratch;
    this.scratch.wipe();
    this.bfs = options.bfs ?? this.scratch.bfs;
  }

  get count(): number {
    return this.scratch.count;
  }

  get hubs(): ReadonlyMap<number, number> {
    return this.metHubs ?? NO_HUBS;
  }

  partyAt(at: number): number {
    return this.scratch.parties[at] as number;
  }

  *from(holding: Holding): Generator<void, this> {
    const { bfs, scratch } = this;
    const { maxHops, looksBeyond } = this.options;
    let before = bfs.count;
    this.expand(AT_START, this.start, holding, 1);
    for (let hops = 1; hops <= maxHops; hops += 1) {
      for (let at = 0; at < scratch.pendingCount; at += 1) this.gain(at, hops);
      const last = bfs.count;
      scratch.beginStep();
      if (before === last || (hops === maxHops && !looksBeyond)) return this;
      if (hops < maxHops) this.fetchSteps(before + 1, last);
      for (let place = before + 1; place <= last; place += 1) {
        this.expand(place, bfs.party(place), bfs.holding(place), hops + 1);
        if (hops === maxHops && scratch.pendingCount > 0) break;
        if (place % STEP_LAYERS === 0) yield;
      }
      before = last;
    }
    this.goesOn = scratch.pendingCount > 0;
    scratch.beginStep();
    return this;
  }

  layersOf(party: number): Layer[] {
    const { bfs, scratch } = this;
    const first = scratch.known[party] as number;
    // Of one as a rule: room for more would be most of it.
    const found = [bfs.layer(first)];
    for (let place = bfs.following(first); place > 0; place = bfs.following(place))
      found.push(bfs.layer(place));
    return found;
  }

  fewestHops(party: number): number {
    return this.bfs.hops(this.scratch.known[party] as number);
  }

  /**
   * Has the steps of the parties of some layers at hand. Expanding one after the other would wait for memory at each,
   * where all are fetched in the time of a few.
   */
  private fetchSteps(first: number, last: number): void {
    for (let place = first; place <= last; place += 1) this.steps.fetch(this.bfs.party(place));
  }

  /** Adds a layer to a party that the step has found, unless its shorter chains together hold on all of its days. */
  private gain(at: number, hops: number): void {
    const { bfs, scratch } = this;
    const party = scratch.pending[at] as number;
    const holding = scratch.found[at] as Holding;
    const first = scratch.first[at] as number;
    const lastWay = scratch.lastWay[at] as number;
    if (first === 0) {
      scratch.first[at] = bfs.addLayer(party, hops, holding, lastWay);
      scratch.addParty(party);
      return;
    }
    let last = first;
    let all = bfs.holding(first);
    if (addsNothing(holding, all)) return;
    for (let next = bfs.following(first); next > 0; next = bfs.following(next)) {
      all = eitherHolds(all, bfs.holding(next));
      last = next;
    }
    if (last !== first && addsNothing(holding, all)) return;
    bfs.follow(last, bfs.addLayer(party, hops, holding, lastWay));
  }

  /** Notes where the claims of a party lead, and when. `from`: the layer that they lead on from. */
  private expand(from: number, party: number, holding: Holding, hops: number): void {
    const { view, start, adjacency, bfs, scratch, steps } = this;
    const { mayStand } = this.options;
    if (party !== start && this.isHub(party)) return;
    const { next, of, isJoined } = view.parties;
    const { known } = scratch;
    const { numbers } = steps;
    let member = party;
    do {
      const degree = adjacency.degree(member);
      this.budget.spend(degree);
      this.exploredRelations += degree;
      let step = degree === 0 ? 0 : steps.from(member);
      for (const end = step + STEP_LENGTH * degree; step < end; step += STEP_LENGTH) {
        const claim = numbers[step + STEP.claim] as number;
        if (!view.has(claim)) continue;
        const entity = numbers[step + STEP.end] as number;
        const other = isJoined[entity] === 0 ? entity : (of[entity] as number);
        if (other === start || other === party || !mayStand(other, hops)) continue;
        const further = this.during(holding, step);
        if (further === null) continue;
        let at = -(known[other] as number) - 1;
        if (at < 0) at = scratch.addPending(other, further);
        else {
          const found = scratch.found[at] as Holding;
          if (found !== further) scratch.found[at] = eitherHolds(found, further);
        }
        scratch.lastWay[at] = bfs.addWay(claim, from, scratch.lastWay[at] as number);
      }
      member = isJoined[member] === 0 ? member : (next[member] as number);
    } while (member !== party);
  }

  /** When a chain still holds with a step more; null where it never may. Nearly every step holds as long as the chain. */
  private during(holding: Holding, step: number): Holding | null {
    const { numbers } = this.steps;
    const first = holding.may[0] as number;
    const end = holding.may[holding.may.length - 1] as number;
    const isLonger =
      (numbers[step + STEP.startLatest] as number) <= first &&
      end <= (numbers[step + STEP.endEarliest] as number);
    if (isLonger) return holding;
    const isApart =
      (numbers[step + STEP.startEarliest] as number) >= end ||
      (numbers[step + STEP.endLatest] as number) <= first;
    if (isApart) return null;
    return narrowed(holding, this.view.projection.relations, numbers[step + STEP.claim] as number);
  }

  private isHub(party: number): boolean {
    const { hubDirection, direction, hubLimit } = this.options;
    if (
      hubDirection === undefined &&
      this.view.parties.isJoined[party] === 0 &&
      this.adjacency.degree(party) <= hubLimit
    )
      return false;
    const claims = hubClaims(this.view, party, hubDirection ?? direction, hubLimit);
    if (claims === null) return false;
    this.metHubs ??= new Map();
    this.metHubs.set(party, claims);
    return true;
  }
}
