/** A small number for each of a graph's parties, 0 for most. Wiping costs no more than what was marked. */
export class PartyMarks {
  /** For reading; marks are set by `set`. */
  readonly of: Uint8Array;
  private list: number[] = [];

  constructor(parties: number) {
    this.of = new Uint8Array(parties);
  }

  /** Marks a party with a number above 0. */
  set(party: number, mark: number): void {
    if (this.of[party] === 0) this.list.push(party);
    this.of[party] = mark;
  }

  /** Those that are marked, in the order in which they were first; another list after they are wiped. */
  get marked(): readonly number[] {
    return this.list;
  }

  /** How many parties are marked. */
  get size(): number {
    return this.list.length;
  }

  wipe(): void {
    for (const party of this.list) this.of[party] = 0;
    this.list = [];
  }
}
