/** A small number for each of a graph's parties, 0 for most. Wiping costs no more than what was marked. */
export class PartyMarks {
  /** For reading; marks are set by `set`. */
  readonly of: Uint8Array;
  private marked: number[] = [];

  constructor(parties: number) {
    this.of = new Uint8Array(parties);
  }

  /** Marks a party with a number above 0. */
  set(party: number, mark: number): void {
    if (this.of[party] === 0) this.marked.push(party);
    this.of[party] = mark;
  }

  /** How many parties are marked. */
  get size(): number {
    return this.marked.length;
  }

  wipe(): void {
    for (const party of this.marked) this.of[party] = 0;
    this.marked = [];
  }
}
