import type { ClaimId } from "../../domain/claim.js";
import type { EntityId } from "../../domain/entity.js";
import type { Projection } from "../projection.js";
import type { PathStep } from "./path.js";

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
