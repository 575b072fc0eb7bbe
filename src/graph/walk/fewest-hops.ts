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
