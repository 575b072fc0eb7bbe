import { lengthAfter, type Splice } from "./splice.js";

/** Numbers are told in blocks of 64: nearly all blocks move as a whole, and a table of blocks stays in the processor's cache. */
const BLOCK_BITS = 6;
/** A block in which numbers move differently. */
const MIXED = 0x7fffffff;
/** With fewer numbers to a splice than this most blocks are mixed, and a table of all numbers is quicker. */
const LEAST_A_SPLICE = 256;

/**
 * How the items of a sequence are numbered after splices. Of what a splice replaces the first items keep what they are (of
 * five that come for two, the first two are those two): only where more go than come the rest is gone.
 */
export class Renumbering {
  /** How many there are now. */
  readonly count: number;
  /** All have the number that they had. */
  readonly isSame: boolean;
  private readonly length: number;
  private readonly splices: readonly Splice[];
  /** By how much the numbers before each splice move. */
  private readonly shifts: Int32Array;
  private blocks: Int32Array | null = null;
  private table: Int32Array | null = null;
  private earlier: Int32Array | null = null;

  constructor(length: number, splices: readonly Splice[]) {
    this.length = length;
    this.splices = splices;
    this.count = lengthAfter(length, splices);
    this.isSame = splices.every(({ goes, comes }) => goes === comes);
    this.shifts = new Int32Array(splices.length + 1);
    splices.forEach(({ goes, comes }, at) => {
      this.shifts[at + 1] = (this.shifts[at] as number) + comes - goes;
    });
  }

  /** The number that an item has now; -1: it is gone. */
  forward(number: number): number {
    if (this.isSame) return number;
    let low = 0;
    let high = this.splices.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.splices[middle] as Splice).at <= number) low = middle + 1;
      else high = middle;
    }
    const last = this.splices[low - 1];
    const nth = last ? number - last.at : 0;
    if (last && nth < last.goes) return nth < last.comes ? number + (this.shifts[low - 1] as number) : -1;
    return number + (this.shifts[low] as number);
  }

  /** Copies numbers of a stretch, each as it is now, to another place. One that is gone becomes -1, and -1 stays. */
  move(numbers: Int32Array, from: number, end: number, { into, to }: { into: Int32Array; to: number }): void {
    const shift = to - from;
    if (this.isSame) {
      into.set(numbers.subarray(from, end), to);
    } else if (this.splices.length * LEAST_A_SPLICE > this.length) {
      const table = this.wholeTable();
      for (let at = from; at < end; at += 1) {
        const number = numbers[at] as number;
        into[at + shift] = number < 0 ? number : (table[number] as number);
      }
    } else {
      const blocks = this.blockShifts();
      for (let at = from; at < end; at += 1) {
        const number = numbers[at] as number;
        const moves = number < 0 ? 0 : (blocks[number >> BLOCK_BITS] as number);
        into[at + shift] = moves === MIXED ? this.forward(number) : number + moves;
      }
    }
  }

  /** For each that is there now the number that it had; of what is new ~n, where n is that of the first item after it. */
  back(): Int32Array {
    this.earlier ??= this.backTable();
    return this.earlier;
  }

  private blockShifts(): Int32Array {
    if (this.blocks) return this.blocks;
    const blocks = new Int32Array((this.length >> BLOCK_BITS) + 1);
    let next = 0;
    for (let block = 0; block < blocks.length; block += 1) {
      const end = (block + 1) << BLOCK_BITS;
      const first = next;
      while (next < this.splices.length && (this.splices[next] as Splice).at < end) next += 1;
      blocks[block] = next > first ? MIXED : (this.shifts[next] as number);
    }
    // What a splice replaces may reach into blocks after its own.
    for (const { at, goes } of this.splices)
      for (
        let block = at >> BLOCK_BITS;
        block <= (at + goes) >> BLOCK_BITS && block < blocks.length;
        block += 1
      )
        blocks[block] = MIXED;
    this.blocks = blocks;
    return blocks;
  }

  private wholeTable(): Int32Array {
    if (this.table) return this.table;
    const table = new Int32Array(this.length);
    let from = 0;
    this.splices.forEach(({ at, goes, comes }, nth) => {
      const shift = this.shifts[nth] as number;
      const kept = at + Math.min(goes, comes);
      for (; from < kept; from += 1) table[from] = from + shift;
      for (; from < at + goes; from += 1) table[from] = -1;
    });
    const shift = this.shifts.at(-1) as number;
    for (; from < this.length; from += 1) table[from] = from + shift;
    this.table = table;
    return table;
  }

  private backTable(): Int32Array {
    const table = new Int32Array(this.count);
    let to = 0;
    this.splices.forEach(({ at, goes, comes }, nth) => {
      const shift = this.shifts[nth] as number;
      const kept = at + Math.min(goes, comes) + shift;
      for (; to < kept; to += 1) table[to] = to - shift;
      for (const end = at + comes + shift; to < end; to += 1) table[to] = ~(at + goes);
    });
    const shift = this.shifts.at(-1) as number;
    for (; to < this.count; to += 1) table[to] = to - shift;
    return table;
  }
}
