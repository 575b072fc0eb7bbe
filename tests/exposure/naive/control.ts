/** Company control on a day: the fixpoint written out, once for certain and once for possible. */
import type { Day } from "../../../src/domain/day.js";
import type { EntityId } from "../../../src/domain/entity.js";
import type { Share } from "../../../src/domain/share.js";
import type { Verdict } from "../../../src/domain/verdict.js";
import { certainOn, possibleOn } from "./days.js";
import type { Seen, SeenRelation } from "./world.js";

type Mode = "must" | "may";

/** In billionths; `above`: the lower bound itself is excluded. */
interface Votes {
  readonly min: number;
  readonly above: boolean;
  readonly max: number;
}

const WHOLE = 1_000_000_000;
const HALF = WHOLE / 2;
const UNKNOWN: Votes = { min: 0, above: false, max: WHOLE };

/** "must → YES; not may → NO; else UNDETERMINED." A party controls itself. */
export function control(seen: Seen, controller: EntityId, controlled: EntityId, day: Day): Verdict {
  if (controlledBy(seen, controller, day, "must").has(controlled)) return "YES";
  return controlledBy(seen, controller, day, "may").has(controlled) ? "UNDETERMINED" : "NO";
}

/** "X controls Y if X and the companies X controls together hold more than 50 per cent of Y's votes, or a Control claim (or PartOf, whole → unit) says so." */
export function controlledBy(seen: Seen, controller: EntityId, day: Day, mode: Mode): ReadonlySet<EntityId> {
  const together = new Set([controller]);
  for (let before = -1; before < together.size; ) {
    before = together.size;
    for (const party of seen.parties) {
      if (saysSo(seen, together, party, day, mode) || holdMajority(seen, together, party, day, mode)) {
        together.add(party);
      }
    }
  }
  return together;
}

/** "a Control claim (or PartOf …) says so"; "an Affiliation leaves it UNDETERMINED." */
function saysSo(seen: Seen, together: ReadonlySet<EntityId>, party: EntityId, day: Day, mode: Mode): boolean {
  return holdings(seen, party, day).some(({ claim, holder }) => {
    if (!together.has(holder)) return false;
    const certain = certainOn(claim.clock, day);
    switch (claim.relation.kind) {
      case "Control":
        return mode === "may" || certain;
      case "PartOf":
        return mode === "may" || (certain && !hasAnotherHolder(seen, party, holder, day));
      case "Affiliation":
        return mode === "may";
      default:
        return false;
    }
  });
}

/** "if the unit has another holder that day, share unknown and control undetermined." */
function hasAnotherHolder(seen: Seen, unit: EntityId, whole: EntityId, day: Day): boolean {
  return holdings(seen, unit, day).some(({ holder }) => holder !== whole);
}

interface Holding {
  readonly claim: SeenRelation;
  readonly holder: EntityId;
}

/** The own+ claims in which others may hold the party on the day. */
function holdings(seen: Seen, party: EntityId, day: Day): readonly Holding[] {
  return seen.relations.flatMap((claim) => {
    const { kind } = claim.relation;
    const [holder, held] =
      kind === "Ownership" || kind === "Control"
        ? [claim.from, claim.to]
        : kind === "Affiliation" || kind === "PartOf"
          ? [claim.to, claim.from]
          : [null, null];
    return holder !== null && held === party && holder !== held && possibleOn(claim.clock, day)
      ? [{ claim, holder }]
      : [];
  });
}

/**
 * "hold more than 50 per cent of Y's votes": exactly 50 no, (50,75) yes. "The upper sum of a set of holders is never more
 * than 1 minus the lower bounds of the holders outside it." "A company's own shares count towards … no control, and are
 * not taken out of the denominator."
 */
function holdMajority(
  seen: Seen,
  together: ReadonlySet<EntityId>,
  party: EntityId,
  day: Day,
  mode: Mode,
): boolean {
  const all = votesOf(seen, party, day);
  const inside = [...all]
    .filter(([holder]) => together.has(holder) && holder !== party)
    .map(([, votes]) => votes);
  const outside = [...all]
    .filter(([holder]) => !together.has(holder) || holder === party)
    .map(([, votes]) => votes);
  if (inside.length === 0) return false;
  const least = sum(inside.map((votes) => votes.min));
  const must = least > HALF || (least === HALF && inside.some((votes) => votes.above));
  if (mode === "must" || must) return must;
  const room = WHOLE - sum(outside.map((votes) => votes.min));
  return Math.min(sum(inside.map((votes) => votes.max)), room) > HALF;
}

/** The votes of every direct holder, "Every upper bound is capped by 1 minus the lower bounds of all other holders". */
function votesOf(seen: Seen, party: EntityId, day: Day): ReadonlyMap<EntityId, Votes> {
  const claims = seen.relations.filter(
    (claim) => claim.relation.kind === "Ownership" && claim.to === party && possibleOn(claim.clock, day),
  );
  const holders = [...new Set(claims.map((claim) => claim.from))];
  const stated = new Map(
    holders.map((holder) => [
      holder,
      votesOfPair(
        claims.filter((claim) => claim.from === holder),
        day,
      ),
    ]),
  );
  return new Map(
    [...stated].map(([holder, votes]) => {
      const others = sum([...stated].filter(([other]) => other !== holder).map(([, other]) => other.min));
      return [holder, { ...votes, max: Math.max(votes.min, Math.min(votes.max, WHOLE - others)) }];
    }),
  );
}

/**
 * "Several claims of one pair, right and day describe the same holding and are never added: certain ones are
 * intersected, contradicting ones give their hull …, merely possible ones may only raise the upper bound." "`unspecified`
 * counts as both; a holding given in the other right only is unknown in this one."
 */
function votesOfPair(claims: readonly SeenRelation[], day: Day): Votes {
  const votes = claims.filter(({ relation }) => relation.right !== "economic");
  const certain = votes.filter((claim) => certainOn(claim.clock, day)).map(stated);
  const possible = votes.filter((claim) => !certainOn(claim.clock, day)).map(stated);
  const economicOnly = certain.length === 0 && claims.some(({ relation }) => relation.right === "economic");
  const base = certain.length > 0 ? agreed(certain) : { min: 0, above: false, max: 0 };
  const raised = economicOnly ? [...possible, UNKNOWN] : possible;
  return { ...base, max: Math.max(base.max, ...raised.map((one) => one.max)) };
}

function stated({ relation }: SeenRelation): Votes & { readonly below: boolean } {
  const share: Share | null = relation.share;
  if (share === null) return { ...UNKNOWN, below: false };
  return {
    min: Math.round(share.min * WHOLE),
    above: share.minExclusive,
    max: Math.round(share.max * WHOLE),
    below: share.maxExclusive,
  };
}

/** The intersection, or the hull where it is empty. */
function agreed(claims: readonly ReturnType<typeof stated>[]): Votes {
  const min = Math.max(...claims.map((one) => one.min));
  const max = Math.min(...claims.map((one) => one.max));
  const above = claims.some((one) => one.min === min && one.above);
  const below = claims.some((one) => one.max === max && one.below);
  if (min < max || (min === max && !above && !below)) return { min, above, max };
  const hullMin = Math.min(...claims.map((one) => one.min));
  return {
    min: hullMin,
    above: claims.every((one) => one.min > hullMin || one.above),
    max: Math.max(...claims.map((one) => one.max)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
