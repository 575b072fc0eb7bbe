import type { Adjacency } from "../projection/adjacency.js";
import type { Budget } from "../projection/budget.js";
import type { EntityTable } from "../projection/entity-table.js";
import type { View } from "../projection/view.js";
import { addsNothing, eitherHolds, type Holding, narrowed } from "./clock.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";
import type { Layer, Layers } from "./layers.js";

export interface ConeOptions {
  readonly direction: WalkDirection;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** Which way the chains are read from the university: hubs are counted that way. Default: `direction`. */
  readonly hubDirection?: WalkDirection;
  /** Whether a party that is `hops` claims away from the start may stand in a chain. */
  readonly mayStand: (party: number, hops: number) => boolean;
}

/** Everything that own+ leads to from a party, the party itself apart. Good until the next cone of the graph is walked. */
export interface Cone {
  /** The parties reached, each once, nearest first. */
  readonly parties: Iterable<number>;
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

/** What a walk notes. There is one for each graph: a walk wipes what the one before has noted. */
class Notes {
  /** Where the first layer of a party stands among the layers of the walk, from 1; 0 where it has none. */
  readonly first: Int32Array;
  /** When the chains found in the present step hold. */
  readonly found: (Holding | undefined)[];
  /** The parties that the present step has found. */
  pending: number[] = [];
  /** Layers as they were found: party, hops, days, and where the next one of the party stands (0: none). */
  layers = 0;
  party = new Int32Array(1024);
  hops = new Uint8Array(1024);
  following = new Int32Array(1024);
  readonly holding: Holding[] = [];

  constructor(entities: number) {
    this.first = new Int32Array(entities);
    this.found = new Array(entities);
  }

  static for(entities: EntityTable): Notes {
    const notes = NOTES.get(entities) ?? new Notes(entities.count);
    NOTES.set(entities, notes);
    return notes;
  }

  wipe(): void {
    for (let at = 0; at < this.layers; at += 1) this.first[this.party[at] as number] = 0;
    this.layers = 0;
    this.beginStep();
  }

  beginStep(): void {
    for (const party of this.pending) this.found[party] = undefined;
    this.pending = [];
  }

  /** The place of a new layer, from 1. */
  add(party: number, hops: number, holding: Holding): number {
    const at = this.layers;
    if (at === this.party.length) this.enlarge();
    this.party[at] = party;
    this.hops[at] = hops;
    this.holding[at] = holding;
    this.following[at] = 0;
    this.layers = at + 1;
    return at + 1;
  }

  private enlarge(): void {
    const twice = <Column extends Int32Array | Uint8Array>(column: Column, larger: Column) => {
      larger.set(column);
      return larger;
    };
    this.party = twice(this.party, new Int32Array(2 * this.layers));
    this.hops = twice(this.hops, new Uint8Array(2 * this.layers));
    this.following = twice(this.following, new Int32Array(2 * this.layers));
  }
}

const NOTES = new WeakMap<EntityTable, Notes>();

class ConeWalk implements Cone {
  readonly hubs = new Map<number, number>();
  exploredRelations = 0;
  goesOn = false;
  private readonly view: View;
  private readonly start: number;
  private readonly options: ConeOptions;
  private readonly steps: Adjacency;
  private readonly notes: Notes;
  private readonly budget: Budget;

  constructor(view: View, start: number, options: ConeOptions) {
    this.view = view;
    this.start = start;
    this.options = options;
    this.steps = stepsOf(view, options.direction);
    this.budget = view.budget;
    this.notes = Notes.for(view.projection.entities);
    this.notes.wipe();
  }

  /** Each party once: where its first layer stands. */
  get parties(): Iterable<number> {
    const { notes } = this;
    const parties: number[] = [];
    for (let at = 0; at < notes.layers; at += 1) {
      const party = notes.party[at] as number;
      if (notes.first[party] === at + 1) parties.push(party);
    }
    return parties;
  }

  from(holding: Holding): this {
    const { notes } = this;
    const { maxHops } = this.options;
    this.expand(this.start, holding, 1);
    let begin = 0;
    for (let hops = 1; hops <= maxHops; hops += 1) {
      for (const party of notes.pending) this.gain(party, hops, notes.found[party] as Holding);
      const end = notes.layers;
      notes.beginStep();
      for (let at = begin; at < end; at += 1) {
        this.expand(notes.party[at] as number, notes.holding[at] as Holding, hops + 1);
        if (hops === maxHops && notes.pending.length > 0) break;
      }
      if (begin === end) return this;
      begin = end;
    }
    this.goesOn = notes.pending.length > 0;
    return this;
  }

  layersOf(party: number): Layer[] {
    const { notes } = this;
    const found: Layer[] = [];
    for (let at = notes.first[party] as number; at > 0; at = notes.following[at - 1] as number)
      found.push({ hops: notes.hops[at - 1] as number, holding: notes.holding[at - 1] as Holding });
    return found;
  }

  fewestHops(party: number): number {
    return this.notes.hops[(this.notes.first[party] as number) - 1] as number;
  }

  /** Adds a layer to a party, unless its shorter chains together hold on all of its days. */
  private gain(party: number, hops: number, holding: Holding): void {
    const { notes } = this;
    const first = notes.first[party] as number;
    if (first === 0) {
      notes.first[party] = notes.add(party, hops, holding);
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
    const place = notes.add(party, hops, holding);
    notes.following[last - 1] = place;
  }

  /** Notes where the claims of a party lead, and when. */
  private expand(party: number, holding: Holding, hops: number): void {
    const { view, start, steps, notes } = this;
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
        const known = notes.found[other];
        if (known === undefined) notes.pending.push(other);
        if (known !== further)
          notes.found[other] = known === undefined ? further : eitherHolds(known, further);
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
