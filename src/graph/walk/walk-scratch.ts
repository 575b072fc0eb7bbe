import type { Holding } from "../days/clock.js";
import { BfsLayers } from "./bfs-layers.js";

/**
 * What the present ownership walk knows of parties. A search has one: each of its walks wipes what the one before has
 * left.
 */
export class WalkScratch {
  /**
   * Of each party the place of its first layer (from 1), 0 where it has none; while the present step has found it, its
   * place among the pending instead, below 0. One number a party, because parties lie far apart in memory.
   */
  readonly known: Int32Array;
  /**
   * The parties that have a layer, nearest first: so many of the list. Lists are written over, as thousands of walks use
   * them.
   */
  readonly parties: number[] = [];
  count = 0;
  /**
   * The parties that the present step has found, when the chains to each hold, the place of its first layer, and the last
   * way found to it: so many of the lists.
   */
  readonly pending: number[] = [];
  readonly found: Holding[] = [];
  readonly first: number[] = [];
  readonly lastWay: number[] = [];
  pendingCount = 0;
  /** For walks whose ways are not kept. */
  readonly bfs = new BfsLayers();

  constructor(entities: number) {
    this.known = new Int32Array(entities);
  }

  wipe(): void {
    // First what a walk that was cut short has left pending.
    this.beginStep();
    for (let at = 0; at < this.count; at += 1) this.known[this.parties[at] as number] = 0;
    this.count = 0;
    this.bfs.wipe();
  }

  addParty(party: number): void {
    this.parties[this.count] = party;
    this.count += 1;
  }

  /** Adds a party that the present step has found; its place in the lists. */
  addPending(party: number, holding: Holding): number {
    const at = this.pendingCount;
    this.pending[at] = party;
    this.found[at] = holding;
    this.first[at] = this.known[party] as number;
    this.lastWay[at] = 0;
    this.pendingCount = at + 1;
    this.known[party] = -this.pendingCount;
    return at;
  }

  beginStep(): void {
    for (let at = 0; at < this.pendingCount; at += 1)
      this.known[this.pending[at] as number] = this.first[at] as number;
    this.pendingCount = 0;
  }
}
