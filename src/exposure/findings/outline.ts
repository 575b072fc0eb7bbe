import { TIMINGS, type Timing } from "../finding.js";

/** What an outline needs to know of a transaction. */
export interface Timed {
  readonly timing: Timing;
  /** POSSIBLY_CONCURRENT only because no source says until when. */
  readonly restsOnUnstatedEnd: boolean;
  readonly hops: number;
}

/** Whether a transaction speaks for the timing of its finding, where any does: dated, and not on an unstated end only. */
export function tells({ timing, restsOnUnstatedEnd }: Pick<Timed, "timing" | "restsOnUnstatedEnd">): boolean {
  return !restsOnUnstatedEnd && timing !== "UNDATED";
}

/** What the order of findings needs to know of the transactions of one, taken together one by one. */
export class Outline {
  /** The fewest. */
  hops: number = Number.POSITIVE_INFINITY;
  private strongest: number = TIMINGS.length;
  private strongestTelling: number = TIMINGS.length;
  private someRest = false;

  static of(transactions: readonly Timed[]): Outline {
    const outline = new Outline();
    for (const transaction of transactions) outline.add(transaction);
    return outline;
  }

  add(transaction: Timed): void {
    const timing = TIMINGS.indexOf(transaction.timing);
    if (tells(transaction)) this.strongestTelling = Math.min(this.strongestTelling, timing);
    this.strongest = Math.min(this.strongest, timing);
    this.hops = Math.min(this.hops, transaction.hops);
    this.someRest ||= transaction.restsOnUnstatedEnd;
  }

  /** Whether any transaction speaks for the timing. */
  get isDated(): boolean {
    return this.strongestTelling < TIMINGS.length;
  }

  /** The strongest of those that speak for it; where none does, of all. */
  get timing(): Timing {
    return TIMINGS[this.isDated ? this.strongestTelling : this.strongest] ?? "NO_FLAG";
  }

  /** Whether the timing rests on an unstated end only. */
  get restsOnUnstatedEnd(): boolean {
    return !this.isDated && this.someRest;
  }
}
