import { bothHold, eitherHolds, HOLDS_NEVER, type Holding } from "../days/clock.js";
import { type DaySet, meet, overlaps } from "../days/day-set.js";

/** When a chain of exactly `hops` claims to somewhere holds: all such chains taken together, day by day. */
export interface Layer {
  readonly hops: number;
  readonly holding: Holding;
  /** Its number among the BFS layers of the walk that found it. */
  readonly place?: number;
}

/** For each party, its layers in order of hops. */
export type Layers = Map<number, Layer[]>;

/** Adds a chain of so many hops to a party. */
export function addLayer(layers: Layers, party: number, hops: number, holding: Holding): void {
  layers.set(party, withLayer(layers.get(party) ?? [], { hops, holding }));
}

/** Layers and one more. Chains of one length are joined: certainty is judged over all of them. */
export function withLayer(layers: readonly Layer[], { hops, holding }: Layer): Layer[] {
  const at = layers.findIndex((layer) => layer.hops >= hops);
  if (at < 0) return [...layers, { hops, holding }];
  const next = layers[at] as Layer;
  return next.hops === hops
    ? layers.with(at, { hops, holding: eitherHolds(next.holding, holding) })
    : layers.toSpliced(at, 0, { hops, holding });
}

/** When a chain of both parts, together at most `maxHops` long, holds. */
export function joined(first: readonly Layer[], second: readonly Layer[], maxHops: number): Holding {
  let all = HOLDS_NEVER;
  for (const a of first) {
    for (const b of second) {
      if (a.hops + b.hops > maxHops) break;
      all = eitherHolds(all, bothHold(a.holding, b.holding));
    }
  }
  return all;
}

/** The fewest hops of a chain of both parts that may hold on one of the days; null where there is none. */
export function fewestHops(first: readonly Layer[], second: readonly Layer[], days: DaySet): number | null {
  let fewest: number | null = null;
  for (const a of first) {
    for (const b of second) {
      const hops = a.hops + b.hops;
      if (fewest !== null && hops >= fewest) break;
      if (overlaps(meet(a.holding.may, b.holding.may), days)) fewest = hops;
    }
  }
  return fewest;
}

/** Stands for the party that a walk starts from, where a layer's place is asked for. */
export const AT_START = 0;

/** So many numbers stand for a layer: the party, the claims of its chains, and the place of the party's next layer (0: none). */
const LAYER_LENGTH = 3;

const PARTY = 0;

const HOPS = 1;

const FOLLOWING = 2;

/** And for a way: the claim, the layer that it leads on from, and the place of the way to the same layer before it. */
const WAY_LENGTH = 3;

const CLAIM = 0;

const FROM = 1;

const BEFORE = 2;

/** Enough for most questions of few hops. */
const FIRST_LENGTH = 1024;

/**
 * The layers that breadth-first walks of ownership find, in columns (so many claims lead to a party, on these days), and the
 * ways to each: its predecessors, each a layer before it and the claim that leads on from there. Layers are numbered from 1.
 * One question after another writes over the columns: a caller that keeps the ways copies them.
 */
export class BfsLayers {
  count = 0;
  private layers: Int32Array = new Int32Array(LAYER_LENGTH * FIRST_LENGTH);
  private readonly holdings: Holding[] = [];
  /** Of each layer where the last way to it stands. */
  private lastWay: Int32Array = new Int32Array(FIRST_LENGTH);
  private ways: Int32Array = new Int32Array(WAY_LENGTH * FIRST_LENGTH);
  private wayCount = 0;

  /** Forgets all, for use by another walk. */
  wipe(): void {
    this.count = 0;
    this.wayCount = 0;
  }

  party(place: number): number {
    return this.layers[LAYER_LENGTH * place + PARTY] as number;
  }

  hops(place: number): number {
    return this.layers[LAYER_LENGTH * place + HOPS] as number;
  }

  holding(place: number): Holding {
    return this.holdings[place] as Holding;
  }

  /** A layer to keep. */
  layer(place: number): Layer {
    return { hops: this.hops(place), holding: this.holding(place), place };
  }

  /** The place of the party's next layer; 0: it has none. */
  following(place: number): number {
    return this.layers[LAYER_LENGTH * place + FOLLOWING] as number;
  }

  /** Puts a layer behind the last of its party. */
  follow(last: number, place: number): void {
    this.layers[LAYER_LENGTH * last + FOLLOWING] = place;
  }

  /** The place of a new layer. */
  addLayer(party: number, hops: number, holding: Holding, lastWay: number): number {
    this.count += 1;
    const place = this.count;
    if (place === this.lastWay.length) {
      this.layers = enlarged(this.layers);
      this.lastWay = enlarged(this.lastWay);
    }
    const at = LAYER_LENGTH * place;
    this.layers[at + PARTY] = party;
    this.layers[at + HOPS] = hops;
    this.layers[at + FOLLOWING] = 0;
    this.holdings[place] = holding;
    this.lastWay[place] = lastWay;
    return place;
  }

  /** The place of a new way to what will be a layer: a claim that leads on from a layer (or the start). */
  addWay(claim: number, from: number, wayBefore: number): number {
    this.wayCount += 1;
    const at = WAY_LENGTH * this.wayCount;
    if (at === this.ways.length) this.ways = enlarged(this.ways);
    this.ways[at + CLAIM] = claim;
    this.ways[at + FROM] = from;
    this.ways[at + BEFORE] = wayBefore;
    return this.wayCount;
  }

  /** A copy of the ways of all layers, which a later walk leaves as it is. */
  copyOfWays(): BfsWays {
    return new BfsWays(
      this.lastWay.slice(0, this.count + 1),
      this.ways.slice(0, WAY_LENGTH * (this.wayCount + 1)),
    );
  }
}

/** The ways by which walks came to layers, by the numbers of these. */
export class BfsWays {
  private readonly lastWay: Int32Array;
  private readonly ways: Int32Array;

  constructor(lastWay: Int32Array, ways: Int32Array) {
    this.lastWay = lastWay;
    this.ways = ways;
  }

  /** The ways to a layer: by which claim, from which layer. */
  *to(layer: number): Iterable<readonly [claim: number, from: number]> {
    const { ways } = this;
    for (let at = this.lastTo(layer); at > 0; at = WAY_LENGTH * (ways[at + BEFORE] as number))
      yield [ways[at + CLAIM] as number, ways[at + FROM] as number];
  }

  /** Whether only one way leads to a layer. */
  hasOne(layer: number): boolean {
    return this.ways[this.lastTo(layer) + BEFORE] === 0;
  }

  /** The claim of the last way to a layer, and the layer that it leads on from. */
  claimTo(layer: number): number {
    return this.ways[this.lastTo(layer) + CLAIM] as number;
  }

  layerBefore(layer: number): number {
    return this.ways[this.lastTo(layer) + FROM] as number;
  }

  private lastTo(layer: number): number {
    return WAY_LENGTH * (this.lastWay[layer] as number);
  }
}

function enlarged(column: Int32Array): Int32Array {
  const larger = new Int32Array(2 * column.length);
  larger.set(column);
  return larger;
}

/** For some parties the fewest claims that lead to each. */
export interface FewestHops {
  /** Each once. */
  readonly parties: readonly number[];
  has(party: number): boolean;
  /** Undefined for a party that is not among them. */
  get(party: number): number | undefined;
}

/** Counts the fewest hops to parties while they are being found. */
export class HopsCounter implements FewestHops {
  private readonly hops: Uint8Array;
  readonly parties: number[] = [];

  /** `entities`: how many the graph has. */
  constructor(entities: number) {
    this.hops = new Uint8Array(entities);
  }

  /** `hops`: one or more. */
  add(party: number, hops: number): void {
    const known = this.hops[party] as number;
    if (known === 0) this.parties.push(party);
    if (known === 0 || hops < known) this.hops[party] = hops;
  }

  has(party: number): boolean {
    return this.hops[party] !== 0;
  }

  get(party: number): number | undefined {
    return this.hops[party] || undefined;
  }
}
