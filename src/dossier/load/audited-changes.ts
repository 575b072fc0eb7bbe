import type { Claim, Noun } from "../../domain/record.js";
import type { Change, StoredClaim } from "../../store/graph-store.js";
import { nounId, nounKey } from "../compare/nouns-difference.js";
import type { AuditedChange, AuditedRecord } from "./audit-log.js";

/** What a store holds of the records that a write changes. */
export interface Before {
  /** By `nounKey`. */
  readonly nouns: ReadonlyMap<string, Noun>;
  readonly claims: Iterable<StoredClaim>;
}

/** The changes of a write, each with its record before and after. */
export function auditedChanges(changes: readonly Change[], before: Before): readonly AuditedChange[] {
  const claims = new Map<string, Claim>();
  for (const { claim } of before.claims) claims.set(`${claim.id} ${claim.revision}`, claim);
  return changes.map((each) => auditedChange(each, before.nouns, claims));
}

function auditedChange(
  each: Change,
  nouns: ReadonlyMap<string, Noun>,
  claims: ReadonlyMap<string, Claim>,
): AuditedChange {
  const { change } = each;
  if (change === "put") {
    const { noun } = each;
    const before = nouns.get(nounKey(noun))?.value ?? null;
    return { change, record: noun.record, id: nounId(noun), before, after: noun.value };
  }
  if (change === "drop") {
    const before = nouns.get(`${each.record} ${each.id}`)?.value ?? null;
    return { change, record: each.record, id: each.id, before, after: null };
  }
  if (change === "retract") {
    const claim = claims.get(`${each.id} ${each.revision}`);
    const before = claim ? told(claim) : null;
    const after = before && { ...before, retracted: each.retracted };
    return { change, record: each.record, id: each.id, before, after };
  }
  const { claim } = each;
  const before = claims.get(`${claim.id} ${change === "add" ? claim.revision - 1 : claim.revision}`);
  return {
    change,
    record: claim.record,
    id: claim.id,
    before: before ? told(before) : null,
    after: told(claim),
  };
}

/** A claim without the days that are worked out from its cells. */
function told({ clock: _, ...cells }: Claim): AuditedRecord {
  return cells;
}
