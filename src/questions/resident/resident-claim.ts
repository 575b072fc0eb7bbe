import type { ClaimId } from "../../domain/claim.js";
import { type Day, NEVER } from "../../domain/day.js";
import type { Claim } from "../../domain/record.js";
import type { Relation } from "../../domain/relation.js";
import type { Projection } from "../../graph/projection.js";
import { isKnownOn } from "../../graph/view.js";
import { RelationIndex } from "./relation-index.js";
import { type ResidentRelation, residentRelation } from "./resident-relation.js";

/** Every claim but a relation: few, and resident as a whole. */
export type ActOrFlagClaim = Exclude<Claim, Relation>;
export type ResidentClaim = ResidentRelation | ActOrFlagClaim;

/** The revision of a claim that is known on a day; null where there is none. */
export function claimKnownOn(projection: Projection, id: ClaimId, knownAt: Day): ResidentClaim | null {
  const relation = RelationIndex.of(projection).knownOn(id, knownAt);
  if (relation >= 0) return residentRelation(projection, relation);
  return (
    otherClaims(projection)
      .get(id)
      ?.find((claim) => isKnownOn(claim, knownAt)) ?? null
  );
}

/** The revision known on a day, else (a claim that was retracted by then) the one that was known last. */
export function claimEverKnownBy(projection: Projection, id: ClaimId, knownAt: Day): ResidentClaim | null {
  const known = claimKnownOn(projection, id, knownAt);
  if (known) return known;
  const relations = RelationIndex.of(projection)
    .revisions(id)
    .map((number) => residentRelation(projection, number));
  const revisions = [...relations, ...(otherClaims(projection).get(id) ?? [])];
  const past = revisions.filter((claim) => retractedDay(claim) <= knownAt);
  return past.sort((a, b) => retractedDay(b) - retractedDay(a))[0] ?? null;
}

/** The day on which a claim was taken back; NEVER where it was not. */
export function retractedDay(claim: ResidentClaim): Day {
  return claim.record === "relation" ? claim.retracted : Math.min(NEVER, claim.clock.retracted);
}

/** The day from which a claim is known. */
export function recordedDay(claim: ResidentClaim): Day {
  return claim.record === "relation" ? claim.recorded : claim.clock.recorded;
}

/** Every revision of a claim that is no relation; empty for other ids. */
export function revisionsOfClaim(projection: Projection, id: ClaimId): readonly ActOrFlagClaim[] {
  return otherClaims(projection).get(id) ?? [];
}

/** The claims other than relations, every revision. */
export function actsAndFlagClaims(projection: Projection): readonly ActOrFlagClaim[] {
  const flagClaims = [...projection.flags.values()].flatMap(({ subjects, events }) => [
    ...subjects,
    ...events,
  ]);
  return [...flagClaims, ...projection.responses, ...projection.decisions, ...projection.policies];
}

/** The same by id. */
function otherClaims(projection: Projection): ReadonlyMap<ClaimId, readonly ActOrFlagClaim[]> {
  const known = OTHER_CLAIMS.get(projection);
  if (known) return known;
  const byId = new Map<ClaimId, ActOrFlagClaim[]>();
  for (const claim of actsAndFlagClaims(projection)) {
    const revisions = byId.get(claim.id);
    if (revisions) revisions.push(claim);
    else byId.set(claim.id, [claim]);
  }
  OTHER_CLAIMS.set(projection, byId);
  return byId;
}

const OTHER_CLAIMS = new WeakMap<Projection, ReadonlyMap<ClaimId, readonly ActOrFlagClaim[]>>();
