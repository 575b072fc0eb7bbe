import type { ManagedTransaction } from "neo4j-driver";
import type { Claim } from "../../../domain/record.js";
import type { Cell } from "../connection.js";
import { type ClaimTexts, changeClaims, claimTexts } from "./change-claims.js";

/** Gives revisions of claims the days of a clock computed anew. Parameter: id, revision, the seven values in rows. */
const TEXTS: ClaimTexts = claimTexts(
  `SET c += {startEarliest: toInteger(row[2]), startLatest: toInteger(row[3]), endEarliest: toInteger(row[4]),
endLatest: toInteger(row[5]), recordedDay: toInteger(row[6]), retractedDay: toInteger(row[7]), undated: row[8]}`,
);

/** @throws CONFLICT where there is no such revision. */
export async function reclockClaims(
  transaction: ManagedTransaction,
  claims: readonly Claim[],
): Promise<void> {
  await changeClaims(transaction, TEXTS, { changes: claims, rowOf, parameters: {} });
}

function rowOf({ id, revision, clock }: Claim): readonly Cell[] {
  const days = [clock.startEarliest, clock.startLatest, clock.endEarliest, clock.endLatest];
  return [id, revision, ...days, clock.recorded, clock.retracted, clock.undated || null];
}
