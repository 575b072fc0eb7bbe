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
  /** The parties that have a layer, nearest first. */
  parties: number[] = [];
  /** The parties that the present step has found, and when the chains to each hold. */
  pending: number[] = [];
  found: Holding[] = [];
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
    for (const party of this.parties) this.known[PARTY_LENGTH * party + FIRST] = 0;
    this.parties = [];
    this.notes.wipe();
    this.beginStep();
  }

  beginStep(): void {
    for (const party of this.pending) {
      this.known[PARTY_LENGTH * party + LAST_WAY] = 0;
      this.known[PARTY_LENGTH * party + PENDING] = 0;
    }
    this.pending.length = 0;
    this.found.length = 0;
  }
}

const SCRATCH = new WeakMap<EntityTable, ConeScratch>();
