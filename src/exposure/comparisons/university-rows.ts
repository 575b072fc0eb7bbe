import type { EntityId } from "../../domain/entity.js";
import type { View } from "../../graph/view.js";
import type { ExposureTotal } from "../finding.js";
import { withWholes } from "../transactions/parts.js";
import { addTotals, distinctTransactions, type Summable, totalsOf } from "../transactions/totals.js";

/** What one row of an answer about many universities counts; the row counts each transaction once. */
export interface UniversityRow<Transaction> {
  readonly university: EntityId;
  readonly transactions: readonly Transaction[];
}

/**
 * What of the rows of an answer is counted in another row too: a system stands for its campuses, and its row repeats
 * theirs. Each transaction is some row's own: of the rows that count it that of a university of which no part counts it;
 * where several are left (none is a part of the other, or each of the other) the smallest id. So the rows' own
 * transactions are all transactions, each once.
 */
export class UniversityRows<Transaction extends Summable & { readonly relation: string }> {
  private readonly view: View;
  private readonly rows: ReadonlyMap<EntityId, readonly Transaction[]>;
  /** The universities that count a transaction, by id. */
  private readonly counting = new Map<string, EntityId[]>();
  private readonly wholes = new Map<EntityId, ReadonlySet<number>>();
  private readonly owners = new Map<string, EntityId>();

  /** `rows`: of all universities of the answer that may share transactions; one a university. */
  constructor(view: View, rows: readonly UniversityRow<Transaction>[]) {
    this.view = view;
    this.rows = new Map(
      rows.map(({ university, transactions }) => [university, distinctTransactions(transactions)]),
    );
    for (const university of [...this.rows.keys()].sort()) {
      for (const { relation } of this.of(university)) {
        const others = this.counting.get(relation);
        if (others) others.push(university);
        else this.counting.set(relation, [university]);
      }
    }
  }

  /** What a row counts, each once. */
  of(university: EntityId): readonly Transaction[] {
    return this.rows.get(university) ?? [];
  }

  /** The universities that count a transaction, by id. */
  countedFor(relation: string): readonly EntityId[] {
    return this.counting.get(relation) ?? [];
  }

  /** The other universities whose rows count some transaction of this one's, by id. */
  countedIn(university: EntityId): readonly EntityId[] {
    const others = new Set(this.of(university).flatMap(({ relation }) => this.countedFor(relation)));
    others.delete(university);
    return [...others].sort();
  }

  /** The transactions that are a row's own, in its order. */
  own(university: EntityId): readonly Transaction[] {
    return this.of(university).filter(({ relation }) => this.ownerOf(relation) === university);
  }

  ownTotals(university: EntityId): readonly ExposureTotal[] {
    return totalsOf(this.own(university));
  }

  /** Over the transactions of all rows, each once. */
  totals(): readonly ExposureTotal[] {
    return addTotals([...this.rows.keys()].map((university) => this.ownTotals(university)));
  }

  /** The university whose own a transaction is. */
  private ownerOf(relation: string): EntityId | undefined {
    const universities = this.countedFor(relation);
    if (universities.length < 2) return universities[0];
    const key = universities.join(" ");
    const owner =
      this.owners.get(key) ??
      universities.find((one) =>
        universities.every((other) => !this.isPart(other, one) || this.isPart(one, other)),
      );
    if (owner !== undefined) this.owners.set(key, owner);
    return owner;
  }

  private isPart(unit: EntityId, whole: EntityId): boolean {
    if (unit === whole) return false;
    const wholes = this.wholes.get(unit) ?? withWholes(this.view, [this.party(unit)]);
    this.wholes.set(unit, wholes);
    return wholes.has(this.party(whole));
  }

  private party(id: EntityId): number {
    return this.view.partyOf(this.view.projection.entities.indexOf(id));
  }
}
