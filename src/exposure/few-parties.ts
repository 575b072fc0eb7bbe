/** Some parties, nearly always few: looked through as long as they are. */
export class FewParties {
  private readonly list: readonly number[];
  private set: ReadonlySet<number> | null = null;

  /** `list`: each once. */
  constructor(list: readonly number[]) {
    this.list = list;
  }

  has(party: number): boolean {
    if (this.list.length <= FEW) return this.list.includes(party);
    this.set ??= new Set(this.list);
    return this.set.has(party);
  }
}

const FEW = 64;
