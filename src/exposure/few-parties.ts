/** A set of parties, in the order in which they were added, that is nearly always small: looked through as long as it is. */
export class FewParties {
  readonly list: number[] = [];
  private set: Set<number> | null = null;

  has(party: number): boolean {
    return this.set === null ? this.list.includes(party) : this.set.has(party);
  }

  add(party: number): void {
    if (this.has(party)) return;
    this.list.push(party);
    if (this.set !== null) this.set.add(party);
    else if (this.list.length > FEW) this.set = new Set(this.list);
  }
}

const FEW = 24;
