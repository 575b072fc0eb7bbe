/** EXPOSURE section 3, "targetGroup". */
import type { EntityId } from "../../../src/domain/entity.js";
import { controlledBy } from "./control.js";
import { certainOn } from "./days.js";
import { closure, type Seen } from "./world.js";

/**
 * "the topmost Company that controls T (verdict YES) or to which T is affiliated, by chains of both, on validAt: above it
 * no Company that is not also below it; of several the smallest id; T itself if none."
 */
export function targetGroup(seen: Seen, target: EntityId): EntityId {
  const above = (party: EntityId) => closure(directlyAbove(seen, party), (at) => directlyAbove(seen, at));
  const companies = (ids: Iterable<EntityId>) => [...ids].filter((id) => seen.kindOf(id) === "Company");
  const topmost = companies(above(target)).filter((company) =>
    companies(above(company)).every((higher) => above(higher).has(company)),
  );
  return topmost.sort()[0] ?? target;
}

/** Those that control a party for certain, and the groups to which it is affiliated for certain. */
function directlyAbove(seen: Seen, party: EntityId): readonly EntityId[] {
  const day = seen.terms.validAt;
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
