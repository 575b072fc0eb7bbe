import type { ManagedTransaction } from "neo4j-driver";
import type { Change } from "../../graph-store.js";
import { integer } from "../connection.js";
import { type ClaimTexts, changeClaims, claimTexts } from "./change-claims.js";

export type Retraction = Extract<Change, { change: "retract" }>;

/**
 * Takes revisions of claims away. Parameters: id, revision, day as text and as number, and whether an editor does it,
 * in rows; the version.
 */
const TEXTS: ClaimTexts = claimTexts(
  "SET c.retracted = row[2], c.retractedDay = toInteger(row[3]), c.until = $until, c.retractedByEditor = row[4]",
);

/** @throws CONFLICT where there is no such revision. */
export async function retractClaims(
  transaction: ManagedTransaction,
  retractions: readonly Retraction[],
  until: number,
): Promise<void> {
  const rowOf = ({ id, revision, retracted, retractedDay, byEditor }: Retraction) =>
    [id, revision, retracted, retractedDay, byEditor ?? null] as const;
  await changeClaims(transaction, TEXTS, {
    changes: retractions,
    rowOf,
    parameters: { until: integer(until) },
  });
}
