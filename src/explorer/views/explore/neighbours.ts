import type { DrawnFragment, RelationKind } from "../../api/documents.generated.js";
import { KIND_ORDER } from "../../api/relation-kinds.js";
import { spanOf } from "./reading.js";

/** What an entity has of one kind of relation, before anything of it is drawn. */
export interface KindCount {
  readonly kind: RelationKind;
  readonly relations: number;
  /** To how many others. */
  readonly others: number;
  /** How many of these do not stand on the canvas. */
  readonly absent: number;
}

/** Counts by kind, in the order of lists; kinds without any are left out, and so is what a source denies. */
export function countsByKind(
  id: string,
  relations: readonly DrawnFragment[],
  isShown: (id: string) => boolean,
): readonly KindCount[] {
  return KIND_ORDER.flatMap((kind) => {
    const ofKind = relations.filter((relation) => relation.kind === kind && relation.status !== "DENIED");
    const others = new Set(ofKind.map((relation) => otherOf(relation, id)));
    others.delete(id);
    const absent = [...others].filter((other) => !isShown(other)).length;
    return ofKind.length === 0 ? [] : [{ kind, relations: ofKind.length, others: others.size, absent }];
  });
}

export interface NeighbourChoice {
  readonly chosen: readonly string[];
  /** How many more there would have been. */
  readonly left: number;
}

/**
 * Chooses neighbours that are not shown: in turn from each kind of relation, in a kind those with the most relations
 * first, then the latest, then by id. What a source denies brings no neighbour.
 */
export function chooseNeighbours(
  id: string,
  relations: readonly DrawnFragment[],
  terms: {
    readonly kinds: readonly RelationKind[];
    readonly limit: number;
    readonly isShown: (id: string) => boolean;
  },
): NeighbourChoice {
  const { kinds, limit, isShown } = terms;
  const queues = KIND_ORDER.filter((kind) => kinds.length === 0 || kinds.includes(kind)).map((kind) =>
    ranked(
      relations.filter((relation) => relation.kind === kind && relation.status !== "DENIED"),
      id,
    ),
  );
  const candidates = new Set<string>();
  for (let turn = 0; queues.some((queue) => turn < queue.length); turn++) {
    for (const queue of queues) {
      const neighbour = queue[turn];
      if (neighbour !== undefined && neighbour !== id && !isShown(neighbour)) candidates.add(neighbour);
    }
  }
  const all = [...candidates];
  return { chosen: all.slice(0, limit), left: Math.max(0, all.length - limit) };
}

function ranked(relations: readonly DrawnFragment[], id: string): readonly string[] {
  const met = new Map<string, { readonly count: number; readonly latest: number }>();
  for (const relation of relations) {
    const other = otherOf(relation, id);
    const { count, latest } = met.get(other) ?? { count: 0, latest: Number.NEGATIVE_INFINITY };
    met.set(other, { count: count + 1, latest: Math.max(latest, spanOf(relation).startLatest) });
  }
  return [...met]
    .sort(
      ([idA, a], [idB, b]) =>
        b.count - a.count || b.latest - a.latest || (idA < idB ? -1 : idA > idB ? 1 : 0),
    )
    .map(([other]) => other);
}

function otherOf(relation: DrawnFragment, id: string): string {
  return relation.from.id === id ? relation.to.id : relation.from.id;
}
