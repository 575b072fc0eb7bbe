/** Some parties, nearly always few or seldom asked about: looked through until it pays to put them into a set. */
export class FewParties {
  private readonly list: readonly number[];
  private set: ReadonlySet<number> | null = null;
  private looks = 0;

  /** `list`: each once. */
  constructor(list: readonly number[]) {
    this.list = list;
  }

  has(party: number): boolean {
    if (this.set !== null) return this.set.has(party);
    if (this.list.length > FEW) this.looks += 1;
    if (this.looks > SELDOM) this.set = new Set(this.list);
    return this.list.includes(party);
  }
}

const FEW = 64;
/** Making a set takes as long as looking through the list about so many times. */
const SELDOM = 32;
