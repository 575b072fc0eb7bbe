import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { Projection } from "../projection.js";
import { IDENTITY } from "../relation-table.js";
import type { View } from "../view.js";

/** One claim of a path. From the university onwards; `forward`: the claim points the same way. */
export interface PathStep {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly relation: ClaimId;
  readonly forward: boolean;
  /** Of a path between two entities: further claims between the same two, by id. */
  readonly parallel?: readonly ClaimId[];
}

/** A proof: claims in a row. Identities are steps that count no hop. */
export interface Path {
  readonly hops: number;
  readonly steps: readonly PathStep[];
}

export type TruncationReason = "HUB_LIMIT" | "MAX_HOPS" | "DEADLINE" | "ROW_BUDGET";

/** Where a search stopped short: at an entity (null: everywhere), with the number of claims not followed. */
export interface Truncation {
  readonly at: EntityId | null;
  readonly reason: TruncationReason;
  readonly skippedRelations: number | null;
}

/**
 * A step that still knows which relation it was made of, beside the ids that it shows: a text that tells more of the claim
 * need not look for it, which takes longer than walking there.
 */
export class WalkedStep implements PathStep {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly relation: ClaimId;
  readonly forward: boolean;
  readonly #projection: Projection;
  readonly #number: number;

  /** The step over a relation between two entities, all by their numbers. */
  constructor(projection: Projection, number: number, [from, to]: readonly [from: number, to: number]) {
    const { entities, relations } = projection;
    this.from = entities.id(from);
    this.to = entities.id(to);
    this.relation = relations.id(number);
    this.forward = relations.from[number] === from && relations.to[number] === to;
    this.#projection = projection;
    this.#number = number;
  }

  /** The number of a step's relation in a projection; -1 where the step was made of another, or does not know. */
  static numberIn(projection: Projection, step: PathStep): number {
    return #number in step && step.#projection === projection ? step.#number : -1;
  }
}

/**
 * The relations of a proof as steps from the university onwards. Where one claim ends at another entity of the same
 * party than the next begins at, the decided Identities between the two are shown; they count no hop.
 */
export function pathOf(view: View, university: number, relations: readonly number[], target: number): Path {
  const { from, to } = view.projection.relations;
  const walk = new Walk(view, university);
  for (const relation of relations) {
    const start = from[relation] as number;
    const end = to[relation] as number;
    const isForward = start === walk.at || view.partyOf(start) === view.partyOf(walk.at);
    walk.identify(isForward ? start : end);
    walk.go(relation, isForward ? end : start);
  }
  walk.identify(target);
  return { hops: relations.length, steps: walk.steps() };
}

/** Goes from entity to entity and keeps the relations as numbers, so that all ids can be read together. */
class Walk {
  at: number;
  private readonly view: View;
  /** Of each step the relation, from where and to where. */
  private readonly passed: number[] = [];

  constructor(view: View, start: number) {
    this.view = view;
    this.at = start;
  }

  go(relation: number, to: number): void {
    this.passed.push(relation, this.at, to);
    this.at = to;
  }

  /** Goes to another entity of the same party. */
  identify(to: number): void {
    if (to === this.at) return;
    for (const [relation, next] of identitiesBetween(this.view, this.at, to)) this.go(relation, next);
    // Where it is only supposed that two are one, no claim leads from one to the other.
    this.at = to;
  }

  steps(): readonly PathStep[] {
    const { passed } = this;
    const { projection } = this.view;
    const { entities, relations } = projection;
    for (let at = 0; at < passed.length; at += 3) {
      relations.fetchId(passed[at] as number);
      entities.fetchId(passed[at + 2] as number);
    }
    const steps: PathStep[] = [];
    for (let at = 0; at < passed.length; at += 3)
      steps.push(
        new WalkedStep(projection, passed[at] as number, [
          passed[at + 1] as number,
          passed[at + 2] as number,
        ]),
      );
    return steps;
  }
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
