import type { Day } from "../../domain/day.js";
import type { Parties } from "../../graph/parties.js";
import { COLLABORATION, isTransaction, type RelationTable } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { type FundingMoney, fundingMoney } from "../transactions/funding-money.js";
import type { TransactionDays } from "../transactions/timing.js";

/**
 * What each party receives, money and research: all Fundings at whom they lead to, all Collaborations at both ends. All that
 * counting, timing and totals read of a receipt stands side by side, and the receipts of a party in a row, in the order of
 * the tables, which hold them far apart. A receipt is a number.
 */
export class PartyReceipts {
  /** Where the receipts of a party begin. */
  readonly offsets: Int32Array;
  private readonly lines: Int32Array;
  /** Of each receipt the least and the most that it adds to a sum. */
  private readonly amounts: Float64Array;
  private readonly currencies: readonly string[];

  constructor({ relations }: Pick<View["projection"], "relations">, { of }: Parties) {
    const { count, kind, from, to } = relations;
    const each = (found: (receiver: number, payer: number, relation: number) => void) => {
      for (let relation = 0; relation < count; relation += 1) {
        if (!isTransaction(kind[relation] as number)) continue;
        const payer = of[from[relation] as number] as number;
        const receiver = of[to[relation] as number] as number;
        found(receiver, payer, relation);
        if (kind[relation] === COLLABORATION) found(payer, receiver, relation);
      }
    };
    this.offsets = new Int32Array(of.length + 2);
    this.currencies = relations.arrays.currencies;
    const { offsets } = this;
    each((receiver) => {
      offsets[receiver + 2] = (offsets[receiver + 2] as number) + 1;
    });
    for (let party = 2; party < offsets.length; party += 1)
      offsets[party] = (offsets[party] as number) + (offsets[party - 1] as number);
    this.lines = new Int32Array(LINE * this.count);
    this.amounts = new Float64Array(2 * this.count);
    // Where the receipts of a party begin moves on to where they end, which is where those of the next begin.
    each((receiver, payer, relation) => {
      const receipt = offsets[receiver + 1] as number;
      offsets[receiver + 1] = receipt + 1;
      this.write(receipt, payer, relation, relations);
    });
  }

  private write(receipt: number, payer: number, relation: number, relations: RelationTable): void {
    const currency = relations.currency(relation);
    const money = fundingMoney(relations, relation);
    this.amounts[2 * receipt] = money.least;
    this.amounts[2 * receipt + 1] = money.most;
    this.lines.set(
      [
        payer,
        relation,
        relations.startEarliest(relation),
        relations.startLatest(relation),
        relations.endEarliest(relation),
        relations.endLatest(relation),
        (relations.isUndated(relation) ? UNDATED : 0) |
          (relations.hasOpenStart(relation) ? OPEN_START : 0) |
          (money.isCommitted ? COMMITTED : 0) |
          (money.isApproximate ? APPROXIMATE : 0),
        currency === null ? -1 : this.currencies.indexOf(currency),
      ],
      LINE * receipt,
    );
  }

  get count(): number {
    return this.offsets[this.offsets.length - 1] as number;
  }

  payer(receipt: number): number {
    return this.lines[LINE * receipt] as number;
  }

  claim(receipt: number): number {
    return this.lines[LINE * receipt + 1] as number;
  }

  startEarliest(receipt: number): Day {
    return this.lines[LINE * receipt + 2] as Day;
  }

  endLatest(receipt: number): Day {
    return this.lines[LINE * receipt + 5] as Day;
  }

  days(receipt: number): TransactionDays {
    const { lines } = this;
    const at = LINE * receipt;
    const marks = lines[at + 6] as number;
    return {
      startEarliest: lines[at + 2] as Day,
      startLatest: lines[at + 3] as Day,
      endEarliest: lines[at + 4] as Day,
      endLatest: lines[at + 5] as Day,
      undated: (marks & UNDATED) !== 0,
      openStart: (marks & OPEN_START) !== 0,
    };
  }

  /** What a Funding adds to a sum. */
  money(receipt: number): FundingMoney {
    const marks = this.lines[LINE * receipt + 6] as number;
    return {
      least: this.amounts[2 * receipt] as number,
      most: this.amounts[2 * receipt + 1] as number,
      isCommitted: (marks & COMMITTED) !== 0,
      isApproximate: (marks & APPROXIMATE) !== 0,
    };
  }

  /** Of a Funding, also where the amount is unknown; null for research. */
  currency(receipt: number): string | null {
    return this.currencies[this.lines[LINE * receipt + 7] as number] ?? null;
  }
}

/** So many numbers stand for a receipt: the payer, the claim, its four days, how it is dated and paid, and the currency. */
const LINE = 8;
const UNDATED = 1;
const OPEN_START = 2;
const COMMITTED = 4;
const APPROXIMATE = 8;

/** Views of one graph with the same parties share them; which claims a view has is left to who reads. */
export function partyReceipts({ projection, parties }: View): PartyReceipts {
  const byParties = KNOWN.get(projection.relations) ?? new WeakMap<Parties, PartyReceipts>();
  KNOWN.set(projection.relations, byParties);
  const known = byParties.get(parties) ?? new PartyReceipts(projection, parties);
  byParties.set(parties, known);
  return known;
}

const KNOWN = new WeakMap<RelationTable, WeakMap<Parties, PartyReceipts>>();
