import type { Holding } from "./clock.js";

/** Stands for the party that a walk starts from, where a layer's place is asked for. */
export const AT_START = 0;

/**
 * What walks of own+ have found, in columns: layers (so many claims lead to a party, on these days) and the ways by which
 * each was found (a claim that leads on from a layer before it). A place counts from 1. Whoever keeps this keeps the ways.
 */
export class NotedLayers {
  count = 0;
  party: Int32Array = new Int32Array(FIRST_LENGTH);
  hops = new Uint8Array(FIRST_LENGTH);
  readonly holding: Holding[] = [];
  /** Where the party's next layer stands; 0: none. */
  following: Int32Array = new Int32Array(FIRST_LENGTH);
  /** Where the last way to the layer stands. */
  private lastWay: Int32Array = new Int32Array(FIRST_LENGTH);
  private ways = 0;
  private claim: Int32Array = new Int32Array(FIRST_LENGTH);
  private from: Int32Array = new Int32Array(FIRST_LENGTH);
  private wayBefore: Int32Array = new Int32Array(FIRST_LENGTH);

  /** Forgets all, for use by another walk. */
  wipe(): void {
    this.count = 0;
    this.ways = 0;
  }

  /** The place of a new layer. */
  addLayer(party: number, hops: number, holding: Holding, lastWay: number): number {
    const at = this.count;
    if (at === this.party.length) this.enlargeLayers();
    this.party[at] = party;
    this.hops[at] = hops;
    this.holding[at] = holding;
    this.following[at] = 0;
    this.lastWay[at] = lastWay;
    this.count = at + 1;
    return at + 1;
  }

  /** The place of a new way to what will be a layer: a claim that leads on from a layer (or the start). */
  addWay(claim: number, from: number, wayBefore: number): number {
    const at = this.ways;
    if (at === this.claim.length) this.enlargeWays();
    this.claim[at] = claim;
    this.from[at] = from;
    this.wayBefore[at] = wayBefore;
    this.ways = at + 1;
    return at + 1;
  }

  /** The ways to a layer: by which claim, from which layer. */
  *waysTo(layer: number): Iterable<readonly [claim: number, from: number]> {
    for (let way = this.lastWay[layer - 1] as number; way > 0; way = this.wayBefore[way - 1] as number)
      yield [this.claim[way - 1] as number, this.from[way - 1] as number];
  }

  /** Whether only one way leads to a layer. */
  hasOneWay(layer: number): boolean {
    return this.wayBefore[(this.lastWay[layer - 1] as number) - 1] === 0;
  }

  /** The claim of the last way to a layer, and the layer that it leads on from. */
  claimTo(layer: number): number {
    return this.claim[(this.lastWay[layer - 1] as number) - 1] as number;
  }

  layerBefore(layer: number): number {
    return this.from[(this.lastWay[layer - 1] as number) - 1] as number;
  }

  private enlargeLayers(): void {
    this.party = enlarged(this.party);
    const hops = new Uint8Array(2 * this.hops.length);
    hops.set(this.hops);
    this.hops = hops;
    this.following = enlarged(this.following);
    this.lastWay = enlarged(this.lastWay);
  }

  private enlargeWays(): void {
    this.claim = enlarged(this.claim);
    this.from = enlarged(this.from);
    this.wayBefore = enlarged(this.wayBefore);
  }
}

/** Enough for most questions of few hops; made anew for each question, and zeroed. */
const FIRST_LENGTH = 256;

function enlarged(column: Int32Array): Int32Array {
  const larger = new Int32Array(2 * column.length);
  larger.set(column);
  return larger;
}
