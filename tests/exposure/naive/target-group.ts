/** The group of a target, and the same of payers. */
import { DAWN, type Day, NEVER } from "../../../src/domain/day.js";
import type { EntityId } from "../../../src/domain/entity.js";
import { controlledBy } from "./control.js";
import { certainOn } from "./days.js";
import { closure, mayEverHold, type Seen, type SeenRelation } from "./world.js";

/**
 * "the topmost Company that controls T (verdict YES) or to which T is affiliated, by chains of both, on validAt: above it
 * no Company that is not also below it; of several the smallest id; T itself if none."
 */
export function targetGroup(seen: Seen, target: EntityId, day: Day = seen.terms.validAt): EntityId {
  const above = (party: EntityId) =>
    closure(directlyAbove(seen, party, day), (at) => directlyAbove(seen, at, day));
  const companies = (ids: Iterable<EntityId>) => [...ids].filter((id) => seen.kindOf(id) === "Company");
  const topmost = companies(above(target)).filter((company) =>
    companies(above(company)).every((higher) => above(higher).has(company)),
  );
  return topmost.sort()[0] ?? target;
}

/** Those that control a party for certain, and the groups to which it is affiliated for certain. */
function directlyAbove(seen: Seen, party: EntityId, day: Day): readonly EntityId[] {
  const controllers = seen.parties.filter(
    (other) => other !== party && controlledBy(seen, other, day, "must").has(party),
  );
  const groups = seen.relations
    .filter(({ relation, from, to, clock }) => {
      return relation.kind === "Affiliation" && from === party && to !== party && certainOn(clock, day);
    })
    .map(({ to }) => to);
  return [...controllers, ...groups];
}

/** Claim ids by payer. */
export interface NaivePayerGroup {
  readonly group: EntityId;
  readonly payers: Readonly<Record<EntityId, readonly string[]>>;
  readonly outside: Readonly<Record<"ON_PAYMENT_DAY" | "POSSIBLY", readonly string[]>>;
}

/**
 * "A payer's group is its targetGroup on the day asked about." Of the Fundings of others those stand outside whose payer
 * had the same targetGroup "on the first and on the last possible day of the start, while it may hold and by validAt"; and
 * of the rest those of a family: they and the group, or Companies that may control them or to which they may be
 * affiliated, by chains of both, have one in common.
 */
export function naivePayerGroups(seen: Seen): readonly NaivePayerGroup[] {
  const fundings = seen.relations.filter(
    ({ relation, clock }) => relation.kind === "Funding" && mayEverHold(clock),
  );
  const { validAt } = seen.terms;
  const groupOn = remembered((party, day) => targetGroup(seen, party, day));
  const mayControl = new Map(
    seen.parties.map((party) => [party, controlledBy(seen, party, validAt, "may")] as const),
  );
  const family = (party: EntityId) => {
    const above = closure([party], (at) => seen.parties.filter((other) => mayControl.get(other)?.has(at)));
    return [...above].filter((at) => at === party || seen.kindOf(at) === "Company");
  };
  const groups = [...new Set(fundings.map(({ from }) => groupOn(from, validAt)))].sort();
  return groups.map((group) => {
    const own = fundings.filter(({ from }) => groupOn(from, validAt) === group);
    const others = fundings.filter((funding) => !own.includes(funding));
    const before = others.filter((funding) => {
      const days = daysOfPayment(seen, funding);
      return days.length > 0 && days.every((day) => groupOn(funding.from, day) === groupOn(group, day));
    });
    const possible = others.filter(
      (funding) => !before.includes(funding) && family(funding.from).some((at) => family(group).includes(at)),
    );
    return {
      group,
      payers: Object.fromEntries(
        own.map(({ from }) => [from, idsOf(own.filter((funding) => funding.from === from))]),
      ),
      outside: { ON_PAYMENT_DAY: idsOf(before), POSSIBLY: idsOf(possible) },
    };
  });
}

/** The same answer to the same question is worked out once. */
function remembered(ask: (party: EntityId, day: Day) => EntityId): (party: EntityId, day: Day) => EntityId {
  const known = new Map<string, EntityId>();
  return (party, day) => {
    const answer = known.get(`${party}/${day}`) ?? ask(party, day);
    known.set(`${party}/${day}`, answer);
    return answer;
  };
}

function daysOfPayment(seen: Seen, { clock }: SeenRelation): readonly Day[] {
  const { startEarliest, startLatest, endLatest, undated } = clock;
  if (undated) return [];
  const last = Math.min(startLatest, endLatest >= NEVER ? NEVER : endLatest - 1, seen.terms.validAt);
  return [startEarliest, last].filter((day) => day > DAWN && day < NEVER);
}

function idsOf(fundings: readonly SeenRelation[]): readonly string[] {
  return fundings.map(({ relation }) => relation.id).sort();
}
