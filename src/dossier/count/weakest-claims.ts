import { CLAIM_STATUSES } from "../../domain/claim.js";
import type { Claim } from "../../domain/record.js";
import type { Source } from "../../domain/source.js";
import { compareText } from "../read/problem.js";
import type { Collection } from "./collection.js";
import { bestGrade, compareGrades } from "./count-sources.js";

/** A claim with what its weakness is read from. */
export interface WeighedClaim {
  readonly claim: Claim;
  /** How much hangs on it. */
  readonly carries: number;
  readonly sources: readonly Source[];
  /** The grade of its best source; null where none has one. */
  readonly grade: string | null;
}

/**
 * The weakest of some claims, the weakest first: by status (an allegation is weaker than a report, a report weaker
 * than a confirmed claim), then by the grade of the best source (letter, then number; none is the weakest), then by
 * the number of sources, the fewest first.
 * Choice: an order, not a score. Where two claims are equal in all three neither is weaker: the one on which more
 * hangs comes first, then the id decides. Claims on which nothing hangs are left out.
 */
export function weakestClaims(
  { claims, sources }: Collection,
  carries: (claim: Claim) => number,
  atMost: number,
): readonly WeighedClaim[] {
  const weighed = claims.map((claim) => {
    const cited = claim.sources.flatMap((id) => sources.get(id) ?? []);
    return { claim, carries: carries(claim), sources: cited, grade: bestGrade(cited) };
  });
  return weighed
    .filter((each) => each.carries > 0)
    .sort(weakestFirst)
    .slice(0, atMost);
}

function weakestFirst(a: WeighedClaim, b: WeighedClaim): number {
  return (
    CLAIM_STATUSES.indexOf(b.claim.status) - CLAIM_STATUSES.indexOf(a.claim.status) ||
    compareGrades(b.grade, a.grade) ||
    a.sources.length - b.sources.length ||
    b.carries - a.carries ||
    compareText(a.claim.id, b.claim.id)
  );
}
