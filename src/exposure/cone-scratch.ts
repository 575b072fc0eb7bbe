import type { EntityTable } from "../projection/entity-table.js";
import type { Holding } from "./clock.js";
import { NotedLayers } from "./noted-layers.js";

/** So many numbers stand for a party in `known`; the last is spare, so that none lies on two lines of memory. */
export const PARTY_LENGTH = 4;
/** Where in those: the place of its first layer, of the last way noted to it, and its own in the present step. */
export const FIRST = 0;
export const LAST_WAY = 1;
export const PENDING = 2;

/** What the present walk of own+ knows of parties. There is one for each graph: a walk wipes what the one before has left. */
export class ConeScratch {
  /** What is known of a party side by side; 0 where nothing is. */
  readonly known: Int32Array;
  /** The parties that have a layer, nearest first: so many of the list. Lists are written over, as thousands of walks use them. */
  readonly parties: number[] = [];
  count = 0;
  /** The parties that the present step has found, and when the chains to each hold: so many of the lists. */
  readonly pending: number[] = [];
  readonly found: Holding[] = [];
  pendingCount = 0;
  /** For walks whose ways nobody keeps. */
  readonly notes = new NotedLayers();

  constructor(entities: number) {
    this.known = new Int32Array(PARTY_LENGTH * entities);
  }

  static for(entities: EntityTable): ConeScratch {
    const scratch = SCRATCH.get(entities) ?? new ConeScratch(entities.count);
    SCRATCH.set(entities, scratch);
    return scratch;
  }

  wipe(): void {
    for (let at = 0; at < this.count; at += 1)
      this.known[PARTY_LENGTH * (this.parties[at] as number) + FIRST] = 0;
    this.count = 0;
    this.notes.wipe();
    this.beginStep();
  }

  addParty(party: number): void {
    this.parties[this.count] = party;
    this.count += 1;
  }

  /** The place, from 1, of a party that the present step has found. */
  addPending(party: number, holding: Holding): number {
    this.pending[this.pendingCount] = party;
    this.found[this.pendingCount] = holding;
    this.pendingCount += 1;
    return this.pendingCount;
  }

  beginStep(): void {
    for (let at = 0; at < this.pendingCount; at += 1) {
      const place = PARTY_LENGTH * (this.pending[at] as number);
      this.known[place + LAST_WAY] = 0;
      this.known[place + PENDING] = 0;
    }
    this.pendingCount = 0;
  }
}

const SCRATCH = new WeakMap<EntityTable, ConeScratch>();
