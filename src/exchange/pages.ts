import type { Entity } from "../domain/entity.js";
import type { Relation } from "../domain/relation.js";
import type { Exported } from "./exported.js";

/** So many records are asked of the store at once: memory stays flat, and others get their turn between. */
const PAGE = 500;

/** The entities of a part of the graph with everything that the store holds, in the order of their ids. */
export async function* entitiesOf({ entities, projection, loadEntities }: Exported): AsyncGenerator<Entity> {
  for (const page of pagesOf(entities.map((number) => projection.entities.id(number)))) {
    const found = await loadEntities(page);
    for (const id of page) {
      const entity = found.get(id);
      if (entity) yield entity;
    }
  }
}

/** The relations of a part of the graph with everything that the store holds, in the order of their ids. */
export async function* relationsOf({
  relations,
  projection,
  loadClaims,
}: Exported): AsyncGenerator<Relation> {
  for (const page of pagesOf(relations.map((number) => projection.relations.id(number)))) {
    for (const claim of await loadClaims(page)) if (claim.record === "relation") yield claim;
  }
}

function* pagesOf<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let start = 0; start < items.length; start += PAGE) yield items.slice(start, start + PAGE);
}
