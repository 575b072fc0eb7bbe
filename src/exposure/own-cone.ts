import type { Adjacency } from "../projection/adjacency.js";
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

/** Everything that own+ leads to from a party, the party itself apart. */
export interface Cone {
  readonly layers: Layers;
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
  const walk = new ConeWalk(view, start, options);
  let frontier = new Map([[start, holding]]);
  for (let hops = 1; hops <= options.maxHops && frontier.size > 0; hops += 1)
    frontier = walk.step(frontier, hops);
  return {
    layers: walk.layers,
    exploredRelations: walk.explored,
    hubs: walk.hubs,
    goesOn: walk.leadsOn(frontier, options.maxHops + 1),
  };
}

const NOWHERE: Cone = { layers: new Map(), exploredRelations: 0, hubs: new Map(), goesOn: false };

function leadsNowhere(view: View, party: number, direction: WalkDirection): boolean {
  return view.parties.next[party] === party && stepsOf(view, direction).degree(party) === 0;
}

class ConeWalk {
  readonly layers: Layers = new Map();
  readonly hubs = new Map<number, number>();
  explored = 0;
  private readonly view: View;
  private readonly start: number;
  private readonly options: ConeOptions;
  private readonly steps: Adjacency;

  constructor(view: View, start: number, options: ConeOptions) {
    this.view = view;
    this.start = start;
    this.options = options;
    this.steps = stepsOf(view, options.direction);
  }

  /** One claim further from every party of the frontier; gives those whose chains have gained days. */
  step(frontier: ReadonlyMap<number, Holding>, hops: number): Map<number, Holding> {
    const next = new Map<number, Holding>();
    for (const [party, holding] of frontier) this.expand(party, holding, hops, next);
    for (const [party, holding] of next) if (!this.gains(party, hops, holding)) next.delete(party);
    return next;
  }

  /** Whether any claim leads on from a frontier. */
  leadsOn(frontier: ReadonlyMap<number, Holding>, hops: number): boolean {
    const next = new Map<number, Holding>();
    for (const [party, holding] of frontier) {
      this.expand(party, holding, hops, next);
      if (next.size > 0) return true;
    }
    return false;
  }

  /** Adds a layer to a party, unless its shorter chains together hold on all of its days. */
  private gains(party: number, hops: number, holding: Holding): boolean {
    const layers = this.layers.get(party);
    if (!layers) {
      this.layers.set(party, [{ hops, holding }]);
      return true;
    }
    const [first] = layers as [Layer];
    if (addsNothing(holding, first.holding)) return false;
    if (layers.length > 1 && addsNothing(holding, allOf(layers))) return false;
    layers.push({ hops, holding });
    return true;
  }

  /** Notes in `next` where the claims of a party lead, and when. */
  private expand(party: number, holding: Holding, hops: number, next: Map<number, Holding>): void {
    const { view, start, steps } = this;
    const { direction, mayStand } = this.options;
    if (party !== start && this.isHub(party)) return;
    const { relations } = view.projection;
    const ring = view.parties.next;
    const places = steps.relations as Int32Array;
    let member = party;
    do {
      const end = steps.offsets[member + 1] as number;
      for (let place = steps.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        this.explored += 1;
        if (!view.has(relation)) continue;
        const other = stepEnd(view, relation, direction);
        if (other === start || other === party || !mayStand(other, hops)) continue;
        const further = narrowed(holding, relations, relation);
        if (further === null) continue;
        const known = next.get(other);
        if (known === undefined) next.set(other, further);
        else if (known !== further) next.set(other, eitherHolds(known, further));
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

function allOf(layers: readonly Layer[]): Holding {
  return layers.map((layer) => layer.holding).reduce(eitherHolds);
}
