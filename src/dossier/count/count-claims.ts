import { CLAIM_STATUSES, type ClaimStatus } from "../../domain/claim.js";
import { DAWN, NEVER, printDay } from "../../domain/day.js";
import { namedEntities } from "../../domain/named-entities.js";
import type { Claim, ClaimRecordKind } from "../../domain/record.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { Collection } from "./collection.js";

/** How many claims of each kind of record, and in all. */
export interface RecordCounts extends Readonly<Record<ClaimRecordKind, number>> {
  readonly total: number;
}

/** How many claims of each status, and in all. */
export interface StatusCounts extends Readonly<Record<ClaimStatus, number>> {
  readonly total: number;
}

/** The kinds of record, in the order in which they are counted. */
export const RECORDS = ["relation", "subject", "event", "response", "decision", "policy"] as const;

/** Claims by what sort of record they are. */
export function countRecords(claims: readonly Claim[]): RecordCounts {
  const count = (record: ClaimRecordKind) => claims.filter((claim) => claim.record === record).length;
  return {
    relation: count("relation"),
    subject: count("subject"),
    event: count("event"),
    response: count("response"),
    decision: count("decision"),
    policy: count("policy"),
    total: claims.length,
  };
}

/** Claims by status. */
export function countStatuses(claims: readonly Claim[]): StatusCounts {
  const count = (status: ClaimStatus) => claims.filter((claim) => claim.status === status).length;
  const [confirmed = 0, reported = 0, alleged = 0, denied = 0] = CLAIM_STATUSES.map(count);
  return { confirmed, reported, alleged, denied, total: claims.length };
}

/** The claims of each group, the groups in the order of `key`'s texts. */
export function claimsBy<Key extends string>(
  claims: readonly Claim[],
  keysOf: (claim: Claim) => readonly Key[],
): readonly (readonly [Key, readonly Claim[]])[] {
  const groups = new Map<Key, Claim[]>();
  for (const claim of claims) {
    for (const key of new Set(keysOf(claim))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [claim]);
      else group.push(claim);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a claim states, within its kind of record: a relation's kind, a subject's role, an event's kind, … */
export function kindOf(claim: Claim): string {
  if (claim.record === "subject") return claim.role;
  if (claim.record === "event") return claim.event;
  return claim.record === "policy" ? "policy" : claim.kind;
}

/**
 * The year in which a claim begins: that of the last possible day of its start or date, of its first where that is
 * open to the right. Null where its row gives none.
 */
export function yearOf({ start }: Claim): string | null {
  if (start === null) return null;
  const { earliest, latest } = parseUncertainDate(start);
  const day = latest >= NEVER ? earliest : latest;
  return day <= DAWN ? null : printDay(day).slice(0, 4);
}

/** The countries that a claim touches: those of the entities that it names, of the flag where it names none. */
export function countriesOf(claim: Claim, { entities, flags }: Collection): readonly string[] {
  if (claim.record === "event") return [flags.get(claim.flag)?.country ?? []].flat();
  return namedEntities(claim).flatMap((id) => entities.get(id)?.country ?? []);
}
