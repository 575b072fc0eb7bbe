import { NEVER } from "../../domain/day.js";
import { isDecidedIdentity, type Relation } from "../../domain/relation.js";

/**
 * Who is one party by decided identities: a name for the party of an entity, the same for all that belong together.
 * An entity without a decided identity is a party of its own.
 */
export function partiesOf(relations: Iterable<Relation>): (entity: string) => string {
  const leads = new Map<string, string>();
  const party = (entity: string): string => {
    let at = entity;
    for (let next = leads.get(at); next !== undefined; next = leads.get(at)) at = next;
    return at;
  };
  for (const relation of relations) {
    if (!isDecidedIdentity(relation) || relation.status === "denied" || relation.clock.retracted < NEVER)
      continue;
    const [from, to] = [party(relation.from), party(relation.to)];
    if (from !== to) leads.set(from, to);
  }
  return party;
}
