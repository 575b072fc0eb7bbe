import type { EntityTable } from "../../projection/entity-table.js";

/** For some parties the fewest claims that lead to each. */
export interface FewestHops {
  /** Each once. */
  readonly parties: readonly number[];
  has(party: number): boolean;
  /** Undefined for a party that is not among them. */
  get(party: number): number | undefined;
}

/**
 * Counts the fewest hops to parties while they are being found: much is noted, little is kept. There is one for each
 * graph; whoever begins wipes it.
 */
export class HopsCounter {
  private readonly hops: Uint8Array;
  /** So many of the list, which is written over: letting it grow anew for each question would make several times its length. */
  private readonly parties: number[] = [];
  private count = 0;

  private constructor(entities: number) {
    this.hops = new Uint8Array(entities);
  }

  static for(entities: EntityTable): HopsCounter {
    const counter = COUNTERS.get(entities) ?? new HopsCounter(entities.count);
    COUNTERS.set(entities, counter);
    return counter;
  }

  wipe(): void {
    for (let at = 0; at < this.count; at += 1) this.hops[this.parties[at] as number] = 0;
    this.count = 0;
  }

  /** `hops`: one or more. */
  add(party: number, hops: number): void {
    const known = this.hops[party] as number;
    if (known === 0) {
      this.parties[this.count] = party;
      this.count += 1;
    }
    if (known === 0 || hops < known) this.hops[party] = hops;
  }

  has(party: number): boolean {
    return this.hops[party] !== 0;
  }

  /** How many parties were added. */
  get size(): number {
    return this.count;
  }

  counted(): FewestHops {
    const parties = this.parties.slice(0, this.count);
    const hops = new Uint8Array(parties.length);
    // A loop: `Uint8Array.from` calls a function for each of thousands.
    for (let at = 0; at < parties.length; at += 1) hops[at] = this.hops[parties[at] as number] as number;
    return new CountedHops(parties, hops);
  }
}

const COUNTERS = new WeakMap<EntityTable, HopsCounter>();

/** A list that becomes a map when somebody asks for single parties: few do. */
class CountedHops implements FewestHops {
  readonly parties: readonly number[];
  private readonly hops: Uint8Array;
  private map: ReadonlyMap<number, number> | null = null;

  constructor(parties: readonly number[], hops: Uint8Array) {
    this.parties = parties;
    this.hops = hops;
  }

  has(party: number): boolean {
    return this.byParty.has(party);
  }

  get(party: number): number | undefined {
    return this.byParty.get(party);
  }

  private get byParty(): ReadonlyMap<number, number> {
    this.map ??= new Map(this.parties.map((party, at) => [party, this.hops[at] as number]));
    return this.map;
  }
}
