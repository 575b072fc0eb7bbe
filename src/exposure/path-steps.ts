import type { Projection } from "../projection/projection.js";
import { IDENTITY } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import type { Path, PathStep } from "./finding.js";

/**
 * The relations of a proof as steps from the university onwards. Where one claim ends at another entity of the same
 * party than the next begins at, the decided Identities between the two are shown; they count no hop.
 */
export function pathOf(view: View, university: number, relations: readonly number[], target: number): Path {
  const table = view.projection.relations;
  const { entities } = view.projection;
  const steps: PathStep[] = [];
  let at = university;
  let id = entities.id(at);
  const stand = (entity: number) => {
    if (entity === at) return;
    at = entity;
    id = entities.id(entity);
  };
  const go = (relation: number, to: number) => {
    const forward = table.from[relation] === at && table.to[relation] === to;
    const from = id;
    stand(to);
    steps.push({ from, to: id, relation: table.id(relation), forward });
  };
  const identify = (to: number) => {
    if (to === at) return;
    for (const [relation, next] of identitiesBetween(view, at, to)) go(relation, next);
    // Where it is only supposed that two are one, no claim leads from one to the other.
    stand(to);
  };
  for (const relation of relations) {
    const from = table.from[relation] as number;
    const to = table.to[relation] as number;
    const near = from === at || view.partyOf(from) === view.partyOf(at) ? from : to;
    identify(near);
    go(relation, near === from ? to : from);
  }
  identify(target);
  return { hops: relations.length, steps };
}

/** The shortest way between two entities of one party over its Identities. */
function identitiesBetween(
  view: View,
  from: number,
  to: number,
): readonly (readonly [relation: number, next: number])[] {
  const cameBy = new Map<number, readonly [relation: number, from: number] | null>([[from, null]]);
  for (const at of cameBy.keys()) {
    for (const [relation, next] of identitiesOf(view, at)) {
      if (!cameBy.has(next)) cameBy.set(next, [relation, at]);
    }
  }
  const way: (readonly [number, number])[] = [];
  let end = to;
  for (let step = cameBy.get(to); step; step = cameBy.get(end)) {
    way.unshift([step[0], end]);
    end = step[1];
  }
  return way;
}

function identitiesOf(view: View, entity: number): [relation: number, next: number][] {
  const { relations } = view.projection;
  const found: [number, number][] = [];
  for (const relation of relations.outgoing.of(entity)) {
    if (relations.kind[relation] === IDENTITY && isCounted(view, relation))
      found.push([relation, relations.to[relation] as number]);
  }
  for (const relation of relations.incoming.of(entity)) {
    if (relations.kind[relation] === IDENTITY && isCounted(view, relation))
      found.push([relation, relations.from[relation] as number]);
  }
  const id = ([relation]: [number, number]) => relations.id(relation);
  return found.sort((a, b) => (id(a) < id(b) ? -1 : 1));
}

function isCounted(view: View, relation: number): boolean {
  return view.has(relation) && view.projection.relations.isDecided(relation);
}

/** The relations (numbers, every revision) whose claims stand in some steps. */
export function relationsOfSteps({ entities, relations }: Projection, steps: readonly PathStep[]): number[] {
  const wanted = new Set(steps.map((step) => step.relation));
  const ends = new Set(steps.map((step) => (step.forward ? step.from : step.to)));
  return [...ends].flatMap((end) =>
    [...relations.outgoing.of(entities.indexOf(end))].filter((relation) =>
      wanted.has(relations.id(relation)),
    ),
  );
}
