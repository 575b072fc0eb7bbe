import type { Adjacency } from "./adjacency.js";
import { MARK, OWNERSHIP, type RelationTable } from "./relation-table.js";

/** So many numbers stand for a step. */
export const STEP_LENGTH = 8;

/** Where in those of a step: the claim, the entity at its other end, its four days, and the votes that it gives. */
export const STEP = {
  claim: 0,
  end: 1,
  startEarliest: 2,
  startLatest: 3,
  endEarliest: 4,
  endLatest: 5,
  least: 6,
  most: 7,
};

/** The least votes that a claim gives, in billionths and beside whether they are more than that; -1: it speaks of none. */
export function leastVotes(relations: RelationTable, claim: number): number {
  if (relations.kind[claim] !== OWNERSHIP || relations.rightOf(claim) === "economic") return -1;
  const isExclusive = ((relations.marks[claim] as number) & MARK.minExclusive) !== 0;
  return (relations.shareMin[claim] as number) + (isExclusive ? MORE_THAN : 0);
}

/** Added to the least votes where they are more than so many; the whole is less than this. */
export const MORE_THAN = 1 << 30;

/**
 * The steps of own+ in one direction with all that a walk reads of each side by side, in the order of the neighbour
 * lists: the tables hold them far apart, and in a large graph it is fetching them that takes time. Those of an entity are
 * copied when it is first walked from, so that memory follows what walks meet.
 */
export class OwnSteps {
  readonly numbers: Int32Array;
  private readonly relations: RelationTable;
  private readonly adjacency: Adjacency;
  private readonly endOf: (relation: number) => number;

  private constructor(relations: RelationTable, direction: "up" | "down") {
    this.relations = relations;
    this.adjacency = relations[direction];
    this.endOf =
      direction === "up" ? (relation) => relations.upper(relation) : (relation) => relations.lower(relation);
    this.numbers = new Int32Array(STEP_LENGTH * (this.adjacency.relations?.length ?? 0));
  }

  /** The steps of a table. Tables that differ in shares alone have the same, with the votes that are stated. */
  static of({ stated }: RelationTable, direction: "up" | "down"): OwnSteps {
    const known = KNOWN.get(stated) ?? {};
    KNOWN.set(stated, known);
    known[direction] ??= new OwnSteps(stated, direction);
    return known[direction];
  }

  /** Where the steps of an entity begin in `numbers`; so many as its degree follow one another. */
  from(entity: number): number {
    const begin = this.adjacency.offsets[entity] as number;
    const at = STEP_LENGTH * begin;
    // Zero: not copied yet, or its days end with 1969 and it is copied again.
    if (this.numbers[at + STEP.endLatest] === 0)
      this.copy(begin, this.adjacency.offsets[entity + 1] as number);
    return at;
  }

  private copy(begin: number, end: number): void {
    const { relations, numbers } = this;
    const claims = this.adjacency.relations as Int32Array;
    for (let place = begin, at = STEP_LENGTH * begin; place < end; place += 1, at += STEP_LENGTH) {
      const claim = claims[place] as number;
      numbers[at + STEP.claim] = claim;
      numbers[at + STEP.end] = this.endOf(claim);
      numbers[at + STEP.startEarliest] = relations.startEarliest(claim);
      numbers[at + STEP.startLatest] = relations.startLatest(claim);
      numbers[at + STEP.endEarliest] = relations.endEarliest(claim);
      numbers[at + STEP.endLatest] = relations.endLatest(claim);
      numbers[at + STEP.least] = leastVotes(relations, claim);
      numbers[at + STEP.most] = relations.shareMax[claim] as number;
    }
  }
}

const KNOWN = new WeakMap<RelationTable, { up?: OwnSteps; down?: OwnSteps }>();
