import type { EntityId } from "../../domain/entity.js";
import type { View } from "../../graph/view.js";
import { type Finding, TIMINGS, type Timing, type TransactionTiming } from "../finding.js";
import { groupOf } from "../findings/exposure-groups.js";
import type { AxisValue } from "./axis-value.js";
import { countryOf } from "./funding-totals.js";
import { transactionYear, UNCLEAR } from "./transaction-year.js";

/** By what findings and their transactions can be laid out. COUNTRY is the payer's. */
export const MATRIX_AXES = [
  "UNIVERSITY",
  "TARGET",
  "TARGET_GROUP",
  "COUNTERPARTY",
  "CHANNEL",
  "YEAR",
  "COUNTRY",
  "TIMING",
] as const;
export type MatrixAxis = (typeof MATRIX_AXES)[number];

/** A transaction in a finding with one counterparty; a HOLDING has none (null). */
export interface MatrixEntry {
  readonly finding: Finding;
  readonly counterparty: EntityId;
  readonly transaction: TransactionTiming | null;
  /** Where it stands on the axis TIMING. */
  readonly timing: Timing;
  /** Who paid; of what is no money the counterparty. */
  readonly payer: EntityId;
}

/**
 * What findings consist of; `payerOf` gives the payer of a Funding, null for any other relation. In steps, a finding each:
 * its transactions are timed when they are read, and others may work in between.
 */
export function* matrixEntries(
  findings: readonly Finding[],
  payerOf: (transaction: TransactionTiming) => EntityId | null,
): Generator<void, readonly MatrixEntry[]> {
  const entries: MatrixEntry[] = [];
  for (const finding of findings) {
    for (const { counterparty, transactions } of finding.counterparties) {
      if (transactions.length === 0)
        entries.push({
          finding,
          counterparty,
          transaction: null,
          timing: finding.timing,
          payer: counterparty,
        });
      for (const transaction of transactions) {
        const payer = payerOf(transaction) ?? counterparty;
        entries.push({ finding, counterparty, transaction, timing: transaction.timing, payer });
      }
    }
    yield;
  }
  return entries;
}

/** The groups of the targets of some entries, by target; in steps. */
export function* groupsOfTargets(
  view: View,
  entries: readonly MatrixEntry[],
): Generator<void, ReadonlyMap<EntityId, EntityId>> {
  const groups = new Map<EntityId, EntityId>();
  for (const { finding } of entries) {
    if (groups.has(finding.target)) continue;
    groups.set(finding.target, yield* groupOf(view, finding));
    yield;
  }
  return groups;
}

/** Where an entry stands on an axis, TARGET_GROUP by the groups of the targets. A HOLDING stands on the one day validAt. */
export function entryValue(
  view: View,
  groups: ReadonlyMap<EntityId, EntityId>,
  axis: MatrixAxis,
  entry: MatrixEntry,
): AxisValue {
  const { finding, counterparty, transaction, payer } = entry;
  const { entities } = view.projection;
  const entity = (id: EntityId): AxisValue => ({ dimension: axis, key: id, entity: id });
  const plain = (key: string): AxisValue => ({ dimension: axis, key, entity: null });
  if (axis === "UNIVERSITY") return entity(finding.university);
  if (axis === "TARGET") return entity(finding.target);
  if (axis === "TARGET_GROUP") return entity(groups.get(finding.target) ?? finding.target);
  if (axis === "COUNTERPARTY") return entity(counterparty);
  if (axis === "CHANNEL") return plain(finding.channel);
  if (axis === "COUNTRY") return plain(countryOf(view, entities.indexOf(payer)));
  if (axis === "TIMING") return plain(entry.timing);
  const { validAt } = view.terms;
  if (transaction === null) return plain(transactionYear({ startEarliest: validAt, startLatest: validAt }));
  return plain(transaction.undated ? UNCLEAR : transactionYear(transaction));
}

/**
 * Each transaction under its strongest timing among some entries, so that on the axis TIMING it stands in exactly one
 * place of a row.
 */
export function underStrongestTiming(entries: readonly MatrixEntry[]): readonly MatrixEntry[] {
  const strongest = new Map<string, Timing>();
  for (const { transaction } of entries) {
    if (transaction === null) continue;
    const known = strongest.get(transaction.relation);
    if (known === undefined || TIMINGS.indexOf(transaction.timing) < TIMINGS.indexOf(known))
      strongest.set(transaction.relation, transaction.timing);
  }
  return entries.map((entry) => {
    const timing = entry.transaction && strongest.get(entry.transaction.relation);
    return timing ? { ...entry, timing } : entry;
  });
}
