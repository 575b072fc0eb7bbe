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

/**
 * The least votes that a claim gives, in billionths and beside whether they are more than that; -1: it speaks of none.
 */
export function leastVotes(relations: RelationTable, claim: number): number {
  if (relations.kind[claim] !== OWNERSHIP || relations.rightOf(claim) === "economic") return -1;
  const isExclusive = ((relations.marks[claim] as number) & MARK.minExclusive) !== 0;
  return (relations.shareMin[claim] as number) + (isExclusive ? MORE_THAN : 0);
}

/** Added to the least votes where they are more than so many; the whole is less than this. */
export const MORE_THAN = 1 << 30;

/**
 * The ownership steps in one direction with all that a walk reads of each side by side, in the order of the neighbour
 * lists: the tables hold them far apart, and in a large graph it is fetching them that takes time. Those of an entity are
 * copied when it is first walked from, behind those that were walked from before it: so memory follows what walks meet,
 * and what one walk meets lies together.
 */
export class OwnSteps {
  readonly numbers: Int32Array;
  private readonly relations: RelationTable;
  private readonly adjacency: Adjacency;
  /** Where the steps of each entity begin; 0: they are not copied yet. */
  private readonly begins: Int32Array;
  private end = STEP_LENGTH;
  /** The stored value keeps the engine from dropping the reads. */
  fetched = 0;
  private readonly endOf: (relation: number) => number;

  private constructor(relations: RelationTable, direction: "up" | "down") {
    this.relations = relations;
    this.adjacency = relations[direction];
    this.endOf =
      direction === "up" ? (relation) => relations.upper(relation) : (relation) => relations.lower(relation);
    this.numbers = new Int32Array(STEP_LENGTH * (1 + (this.adjacency.relations?.length ?? 0)));
    this.begins = new Int32Array(this.adjacency.offsets.length - 1);
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
    return (this.begins[entity] as number) || this.copy(entity);
  }

  /** Has the first steps of an entity at hand, for a walk that is about to read those of many. */
  fetch(entity: number): void {
    this.fetched |= this.numbers[this.from(entity)] as number;
  }

  private copy(entity: number): number {
    const { relations, numbers, end: begin } = this;
    const { offsets } = this.adjacency;
    const claims = this.adjacency.relations as Int32Array;
    const last = offsets[entity + 1] as number;
    let at = begin;
    for (let place = offsets[entity] as number; place < last; place += 1, at += STEP_LENGTH) {
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
    this.begins[entity] = begin;
    this.end = at;
    return begin;
  }
}

const KNOWN = new WeakMap<RelationTable, { up?: OwnSteps; down?: OwnSteps }>();
