import type { EntityId } from "../../domain/entity.js";
import type { View } from "../../graph/view.js";
import type { ExposureTotal, Finding } from "../finding.js";
import { totalsOf } from "../transactions/totals.js";
import { UniversityRows } from "./university-rows.js";

/** One of the universities that share a target. */
export interface SharedEntry {
  readonly university: EntityId;
  readonly totals: readonly ExposureTotal[];
  /** The others whose entries count some transaction of its own too, by id. */
  readonly countedIn: readonly EntityId[];
  /** Over those of its transactions that stand in no entry of a part of it. */
  readonly ownTotals: readonly ExposureTotal[];
}

/** A target on which several universities have findings. */
export interface SharedExposure {
  readonly target: EntityId;
  /** In the order of their ids. */
  readonly universities: readonly EntityId[];
  /** One for each of them, in the same order. */
  readonly entries: readonly SharedEntry[];
  /** Over the transactions of all of them, each once: the sum of the own totals. */
  readonly totals: readonly ExposureTotal[];
  /** In the order of findings. */
  readonly findings: readonly Finding[];
}

/**
 * The targets on which at least two universities have findings: those of most universities first, then in the order of
 * their first finding. Findings come in order.
 */
export function sharedExposures(view: View, findings: readonly Finding[]): readonly SharedExposure[] {
  const byTarget = new Map<EntityId, Finding[]>();
  for (const finding of findings) {
    const group = byTarget.get(finding.target);
    if (group) group.push(finding);
    else byTarget.set(finding.target, [finding]);
  }
  return [...byTarget]
    .map(([target, group]) => ({
      target,
      universities: [...new Set(group.map((finding) => finding.university))].sort(),
      findings: group,
    }))
    .filter(({ universities }) => universities.length > 1)
    .sort((a, b) => b.universities.length - a.universities.length)
    .map((shared) => ({ ...shared, ...entriesOf(view, shared) }));
}

function entriesOf(
  view: View,
  { universities, findings }: Pick<SharedExposure, "universities" | "findings">,
): Pick<SharedExposure, "entries" | "totals"> {
  const rows = new UniversityRows(
    view,
    universities.map((university) => {
      const received = findings.filter((finding) => finding.university === university);
      const counterparties = received.flatMap((finding) => finding.counterparties);
      return { university, transactions: counterparties.flatMap((each) => each.transactions) };
    }),
  );
  const entries = universities.map((university) => ({
    university,
    totals: totalsOf(rows.of(university)),
    countedIn: rows.countedIn(university),
    ownTotals: rows.ownTotals(university),
  }));
  return { entries, totals: rows.totals() };
}
