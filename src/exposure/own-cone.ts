import type { Adjacency } from "../projection/adjacency.js";
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
  return new Map(cone.parties.map((party) => [party, cone.layersOf(party)]));
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

/** What a walk notes of each party. One for each graph: a walk wipes what the one before has noted. */
class Notes {
  /** Where the first layer of a party stands among the layers of the walk, from 1; 0 where it has none. */
  readonly first: Int32Array;
  /** When the chains found in the present step hold. */
  readonly found: (Holding | undefined)[];
  /** The parties of which something is noted: those that are reached, and those found in the present step. */
  private reached: readonly number[] = [];
  private pending: number[] = [];

  constructor(entities: number) {
    this.first = new Int32Array(entities);
    this.found = new Array(entities);
  }

  static for(entities: EntityTable): Notes {
    const notes = NOTES.get(entities) ?? new Notes(entities.count);
    NOTES.set(entities, notes);
    return notes;
  }

  /** Wipes the notes for a walk that lists in `parties` whom it reaches. */
  begin(parties: readonly number[]): void {
    for (const party of this.reached) this.first[party] = 0;
    this.reached = parties;
    this.step();
  }

  /** A list for the parties that a step finds. What the step before has found is wiped. */
  step(): number[] {
    for (const party of this.pending) this.found[party] = undefined;
    this.pending = [];
    return this.pending;
  }

  /** The parties that the step has found. */
  taken(): readonly number[] {
    return this.pending;
  }
}

const NOTES = new WeakMap<EntityTable, Notes>();

class ConeWalk implements Cone {
  readonly parties: number[] = [];
  readonly hubs = new Map<number, number>();
  exploredRelations = 0;
  goesOn = false;
  private readonly view: View;
  private readonly start: number;
  private readonly options: ConeOptions;
  private readonly steps: Adjacency;
  private readonly notes: Notes;
  /** Layers in the order in which they were found: party, hops, days, and where the next one of the party stands (0: none). */
  private readonly layerParty: number[] = [];
  private readonly layerHops: number[] = [];
  private readonly layerHolding: Holding[] = [];
  private readonly following: number[] = [];

  constructor(view: View, start: number, options: ConeOptions) {
    this.view = view;
    this.start = start;
    this.options = options;
    this.steps = stepsOf(view, options.direction);
    this.notes = Notes.for(view.projection.entities);
    this.notes.begin(this.parties);
  }

  from(holding: Holding): this {
    const { maxHops } = this.options;
    this.expand(this.start, holding, 1, this.notes.step());
    let begin = 0;
    for (let hops = 1; hops <= maxHops; hops += 1) {
      for (const party of this.notes.taken()) this.gain(party, hops, this.notes.found[party] as Holding);
      const end = this.layerParty.length;
      if (begin === end) return this;
      const found = this.notes.step();
      for (let at = begin; at < end; at += 1) {
        this.expand(this.layerParty[at] as number, this.layerHolding[at] as Holding, hops + 1, found);
        if (hops === maxHops && found.length > 0) break;
      }
      begin = end;
    }
    this.goesOn = this.notes.taken().length > 0;
    return this;
  }

  layersOf(party: number): Layer[] {
    const found: Layer[] = [];
    for (let at = this.notes.first[party] as number; at > 0; at = this.following[at - 1] as number) {
      const hops = this.layerHops[at - 1] as number;
      found.push({ hops, holding: this.layerHolding[at - 1] as Holding });
    }
    return found;
  }

  fewestHops(party: number): number {
    return this.layerHops[(this.notes.first[party] as number) - 1] as number;
  }

  /** Adds a layer to a party, unless its shorter chains together hold on all of its days. */
  private gain(party: number, hops: number, holding: Holding): void {
    const first = this.notes.first[party] as number;
    if (first === 0) {
      this.notes.first[party] = this.append(party, hops, holding);
      this.parties.push(party);
      return;
    }
    let last = first;
    let all = this.layerHolding[first - 1] as Holding;
    if (addsNothing(holding, all)) return;
    for (let at = this.following[first - 1] as number; at > 0; at = this.following[at - 1] as number) {
      all = eitherHolds(all, this.layerHolding[at - 1] as Holding);
      last = at;
    }
    if (last !== first && addsNothing(holding, all)) return;
    this.following[last - 1] = this.append(party, hops, holding);
  }

  /** The place of a new layer, from 1. */
  private append(party: number, hops: number, holding: Holding): number {
    this.layerHops.push(hops);
    this.layerHolding.push(holding);
    this.following.push(0);
    return this.layerParty.push(party);
  }

  /** Notes where the claims of a party lead, and when; `found` lists the parties that were not found yet. */
  private expand(party: number, holding: Holding, hops: number, found: number[]): void {
    const { view, start, steps, notes } = this;
    const { direction, mayStand } = this.options;
    if (party !== start && this.isHub(party)) return;
    const { relations } = view.projection;
    const ring = view.parties.next;
    const places = steps.relations as Int32Array;
    let member = party;
    do {
      const end = steps.offsets[member + 1] as number;
      this.exploredRelations += end - (steps.offsets[member] as number);
      for (let place = steps.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        if (!view.has(relation)) continue;
        const other = stepEnd(view, relation, direction);
        if (other === start || other === party || !mayStand(other, hops)) continue;
        const further = narrowed(holding, relations, relation);
        if (further === null) continue;
        const known = notes.found[other];
        if (known === undefined) found.push(other);
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
