import type { Projection } from "../../graph/projection.js";

/** How many claims name an entity, from 0 to 1 on a scale of logarithms: 1 is the one that most claims name. */
export function prominence(projection: Projection, entity: number): number {
  const most = MOST.get(projection) ?? mostClaims(projection);
  MOST.set(projection, most);
  return most === 0 ? 0 : Math.log1p(claimsOf(projection, entity)) / Math.log1p(most);
}

/** The most claims that name one entity. */
function mostClaims(projection: Projection): number {
  let most = 0;
  for (let entity = 0; entity < projection.entities.count; entity += 1)
    most = Math.max(most, claimsOf(projection, entity));
  return most;
}

function claimsOf({ relations }: Projection, entity: number): number {
  return relations.outgoing.degree(entity) + relations.incoming.degree(entity);
}

const MOST = new WeakMap<Projection, number>();
