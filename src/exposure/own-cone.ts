import type { Adjacency } from "../projection/adjacency.js";
import type { Budget } from "../projection/budget.js";
import type { EntityTable } from "../projection/entity-table.js";
import type { View } from "../projection/view.js";
import { addsNothing, eitherHolds, type Holding, narrowed } from "./clock.js";
import { includesAll, join, NO_DAYS } from "./day-set.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";
import type { Layer, Layers } from "./layers.js";
import { AT_START, NotedLayers } from "./noted-layers.js";

export interface ConeOptions {
  readonly direction: WalkDirection;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** Which way the chains are read from the university: hubs are counted that way. Default: `direction`. */
  readonly hubDirection?: WalkDirection;
  /** Whether a party that is `hops` claims away from the start may stand in a chain. */
  readonly mayStand: (party: number, hops: number) => boolean;
  /** A party that alone is wanted: the walk ends as soon as longer chains to it could add no day. */
  readonly until?: number | undefined;
  /** Where layers and the ways to them are noted, for who wants to keep them. */
  readonly notes?: NotedLayers;
}

/** Everything that own+ leads to from a party, the party itself apart. Good until the next cone of the graph is walked. */
export interface Cone {
  /** The parties reached, each once, nearest first. */
  readonly parties: readonly number[];
  /** The layers of a party reached, in order of hops. */
  layersOf(party: number): Layer[];
  /** The fewest claims of a chain to a party reached. */
  fewestHops(party: number): number;
  readonly exploredRelations: number;
  /** Hubs that were met and not passed through, with the number of claims not followed. */
  readonly hubs: ReadonlyMap<number, number>;
  /** Whether something lies beyond the last hop. */
  readonly goesOn: boolean;
}

/**
 * All chains of own+ from a party, layer by layer: for each party reached, when a chain of so many claims holds, within
 * the days that the start holds on. One running set of days goes along: a step that leaves no day is not taken. A
 * longer chain that adds no day to the shorter ones is dropped, so that rings and detours end by themselves. A hub is
 * not passed through.
 */
export function coneFrom(view: View, start: number, holding: Holding, options: ConeOptions): Cone {
  if (options.maxHops < 1 || leadsNowhere(view, start, options.direction)) return NOWHERE;
  return new ConeWalk(view, start, options).from(holding);
}

/** All layers of a cone, to keep. */
export function layersOf(cone: Cone): Layers {
  return new Map(Array.from(cone.parties, (party) => [party, cone.layersOf(party)]));
}

const NOWHERE: Cone = {
  parties: [],
  layersOf: () => [],
  fewestHops: () => 0,
  exploredRelations: 0,
  hubs: new Map(),
  goesOn: false,
};

function leadsNowhere(view: View, party: number, direction: WalkDirection): boolean {
  return view.parties.next[party] === party && stepsOf(view, direction).degree(party) === 0;
}

/** What the present walk knows of parties. There is one for each graph: a walk wipes what the one before has left. */
class Scratch {
  /** Where the first layer of a party stands; 0 where it has none. */
  readonly first: Int32Array;
  /** The parties that have a layer, nearest first. */
  parties: number[] = [];
  /** When the chains found in the present step hold, and the last way noted to there. */
  readonly found: (Holding | undefined)[];
  readonly lastWay: Int32Array;
  /** The parties that the present step has found. */
  pending: number[] = [];
  /** For walks whose ways nobody keeps. */
  readonly notes = new NotedLayers();

  constructor(entities: number) {
    this.first = new Int32Array(entities);
    this.found = new Array(entities);
    this.lastWay = new Int32Array(entities);
  }

  static for(entities: EntityTable): Scratch {
    const scratch = SCRATCH.get(entities) ?? new Scratch(entities.count);
    SCRATCH.set(entities, scratch);
    return scratch;
  }

  wipe(): void {
    for (const party of this.parties) this.first[party] = 0;
    this.parties = [];
    this.notes.wipe();
    this.beginStep();
  }

  beginStep(): void {
    for (const party of this.pending) {
      this.found[party] = undefined;
      this.lastWay[party] = 0;
    }
    this.pending = [];
  }
}

const SCRATCH = new WeakMap<EntityTable, Scratch>();

class ConeWalk implements Cone {
  readonly hubs = new Map<number, number>();
  exploredRelations = 0;
  goesOn = false;
  private readonly view: View;
  private readonly start: number;
  private readonly options: ConeOptions;
  private readonly steps: Adjacency;
  private readonly scratch: Scratch;
  private readonly notes: NotedLayers;
  private readonly budget: Budget;

  constructor(view: View, start: number, options: ConeOptions) {
    this.view = view;
    this.start = start;
    this.options = options;
    this.steps = stepsOf(view, options.direction);
    this.budget = view.budget;
    this.scratch = Scratch.for(view.projection.entities);
    this.scratch.wipe();
    this.notes = options.notes ?? this.scratch.notes;
  }

  get parties(): readonly number[] {
    return this.scratch.parties;
  }

  from(holding: Holding): this {
    const { notes, scratch } = this;
    const { maxHops } = this.options;
    let begin = notes.count;
    this.expand(AT_START, this.start, holding, 1);
    for (let hops = 1; hops <= maxHops; hops += 1) {
      for (const party of scratch.pending) this.gain(party, hops, scratch.found[party] as Holding);
      const end = notes.count;
      scratch.beginStep();
      if (this.isEnough(holding)) return this;
      for (let at = begin; at < end; at += 1) {
        this.expand(at + 1, notes.party[at] as number, notes.holding[at] as Holding, hops + 1);
        if (hops === maxHops && scratch.pending.length > 0) break;
      }
      if (begin === end) return this;
      begin = end;
    }
    this.goesOn = scratch.pending.length > 0;
    return this;
  }

  /** Whether chains to the only party that is wanted hold for certain on all the days that the start holds on. */
  private isEnough({ may }: Holding): boolean {
    const { until } = this.options;
    if (until === undefined) return false;
    const certain = this.layersOf(until).map((layer) => layer.holding.certain);
    return certain.length > 0 && includesAll(certain.reduce(join, NO_DAYS), may);
  }

  layersOf(party: number): Layer[] {
    const { notes, scratch } = this;
    const found: Layer[] = [];
    for (let place = scratch.first[party] as number; place > 0; ) {
      const at = place - 1;
      found.push({ hops: notes.hops[at] as number, holding: notes.holding[at] as Holding, place });
      place = notes.following[at] as number;
    }
    return found;
  }

  fewestHops(party: number): number {
    return this.notes.hops[(this.scratch.first[party] as number) - 1] as number;
  }

  /** Adds a layer to a party, unless its shorter chains together hold on all of its days. */
  private gain(party: number, hops: number, holding: Holding): void {
    const { notes, scratch } = this;
    const first = scratch.first[party] as number;
    if (first === 0) {
      scratch.first[party] = notes.addLayer(party, hops, holding, scratch.lastWay[party] as number);
      scratch.parties.push(party);
      return;
    }
    let last = first;
    let all = notes.holding[first - 1] as Holding;
    if (addsNothing(holding, all)) return;
    for (let at = notes.following[first - 1] as number; at > 0; at = notes.following[at - 1] as number) {
      all = eitherHolds(all, notes.holding[at - 1] as Holding);
      last = at;
    }
    if (last !== first && addsNothing(holding, all)) return;
    const place = notes.addLayer(party, hops, holding, scratch.lastWay[party] as number);
    notes.following[last - 1] = place;
  }

  /** Notes where the claims of a party lead, and when. `from`: the layer that they lead on from. */
  private expand(from: number, party: number, holding: Holding, hops: number): void {
    const { view, start, steps, notes, scratch } = this;
    const { direction, mayStand } = this.options;
    if (party !== start && this.isHub(party)) return;
    const { relations } = view.projection;
    const ring = view.parties.next;
    const places = steps.relations as Int32Array;
    const { ends } = steps;
    let member = party;
    do {
      const end = steps.offsets[member + 1] as number;
      this.budget.spend(end - (steps.offsets[member] as number));
      this.exploredRelations += end - (steps.offsets[member] as number);
      for (let place = steps.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        if (!view.has(relation)) continue;
        const other =
          ends === null ? stepEnd(view, relation, direction) : view.partyOf(ends[place] as number);
        if (other === start || other === party || !mayStand(other, hops)) continue;
        const further = narrowed(holding, relations, relation);
        if (further === null) continue;
        const known = scratch.found[other];
        if (known === undefined) scratch.pending.push(other);
        if (known !== further)
          scratch.found[other] = known === undefined ? further : eitherHolds(known, further);
        scratch.lastWay[other] = notes.addWay(relation, from, scratch.lastWay[other] as number);
      }
      member = ring[member] as number;
    } while (member !== party);
  }

  private isHub(party: number): boolean {
    const { hubDirection, direction, hubLimit } = this.options;
    const claims = hubClaims(this.view, party, hubDirection ?? direction, hubLimit);
    if (claims === null) return false;
    this.hubs.set(party, claims);
    return true;
  }
}
