import { CLAIM_STATUSES, type ClaimBase, type ClaimStatus } from "../domain/claim.js";
import { type Day, NEVER } from "../domain/day.js";
import { contractParties, type Parties, separateParties } from "./parties.js";
import type { Projection } from "./projection.js";
import { MARK } from "./relation-table.js";

/** What a question lets count: claims known on `knownAt`, of these statuses, that do not begin after `validAt`. */
export interface ViewTerms {
  readonly validAt: Day;
  readonly knownAt: Day;
  /** `denied` never counts, even if asked for. */
  readonly statuses: readonly ClaimStatus[];
}

/**
 * Which claims exist for a question: the one mask that every algorithm takes, so that none knows of knowledge time,
 * status or scenario. Decided Identities that exist make their entities one party, on all days.
 */
export class View {
  readonly projection: Projection;
  readonly terms: ViewTerms;
  readonly parties: Parties;
  /** One bit a relation. */
  private readonly bits: Uint32Array;

  private constructor(projection: Projection, terms: ViewTerms, bits: Uint32Array, parties: Parties) {
    this.projection = projection;
    this.terms = terms;
    this.bits = bits;
    this.parties = parties;
  }

  static of(projection: Projection, terms: ViewTerms): View {
    const bits = maskOf(projection, terms);
    return new View(projection, terms, bits, partiesOf(projection, bits));
  }

  /** Whether a relation exists for the question. */
  has(relation: number): boolean {
    return ((this.bits[relation >>> 5] as number) & (1 << (relation & 31))) !== 0;
  }

  /** Whether another claim carries: known, of a counted status; whatever validAt. */
  knows(claim: ClaimBase): boolean {
    return (
      isKnownOn(claim, this.terms.knownAt) &&
      claim.status !== "denied" &&
      this.terms.statuses.includes(claim.status)
    );
  }

  /** Whether another claim carries and does not begin after validAt. */
  holds(claim: ClaimBase): boolean {
    return this.knows(claim) && claim.clock.startEarliest <= this.terms.validAt;
  }

  /** The party of an entity. */
  partyOf(entity: number): number {
    return this.parties.of[entity] as number;
  }

  /** The entities of a party, given any one of them. */
  *members(entity: number): Iterable<number> {
    let member = entity;
    do {
      yield member;
      member = this.parties.next[member] as number;
    } while (member !== entity);
  }

  /** The same view in which some relations do not exist. Nothing is written. */
  without(relations: readonly number[]): View {
    const bits = this.bits.slice();
    for (const relation of relations) {
      const word = relation >>> 5;
      bits[word] = (bits[word] as number) & ~(1 << (relation & 31));
    }
    const separates = relations.some((relation) => this.projection.relations.isDecided(relation));
    return new View(
      this.projection,
      this.terms,
      bits,
      separates ? partiesOf(this.projection, bits) : this.parties,
    );
  }
}

/** Whether the public could know a claim on a day: recorded by then and not yet retracted. */
export function isKnownOn(claim: ClaimBase, knownAt: Day): boolean {
  return (
    claim.clock.recorded <= knownAt && (claim.clock.retracted > knownAt || claim.clock.retracted >= NEVER)
  );
}

function maskOf(projection: Projection, terms: ViewTerms): Uint32Array {
  const { count, recorded, retracted, startEarliest, marks } = projection.relations;
  const counted = CLAIM_STATUSES.map((status) => status !== "denied" && terms.statuses.includes(status));
  const bits = new Uint32Array((count + 31) >>> 5);
  for (let relation = 0; relation < count; relation += 1) {
    const mark = marks[relation] as number;
    if (
      (recorded[relation] as number) <= terms.knownAt &&
      (retracted[relation] as number) > terms.knownAt &&
      counted[mark & MARK.status] &&
      ((startEarliest[relation] as number) <= terms.validAt || (mark & MARK.decided) !== 0)
    ) {
      const word = relation >>> 5;
      bits[word] = (bits[word] as number) | (1 << (relation & 31));
    }
  }
  return bits;
}

function partiesOf(projection: Projection, bits: Uint32Array): Parties {
  const visible = projection.decidedIdentities.filter(
    (identity) => ((bits[identity >>> 5] as number) & (1 << (identity & 31))) !== 0,
  );
  const known = PARTIES.get(projection) ?? new Map<string, Parties>();
  PARTIES.set(projection, known);
  const key = visible.join();
  const separate = known.get("") ?? separateParties(projection.entities.count);
  const parties = known.get(key) ?? contractParties(separate, projection.relations, visible);
  known.set("", separate).set(key, parties);
  return parties;
}

/** Contractions by the Identities that make them: nearly every view of a projection shares one. */
const PARTIES = new WeakMap<Projection, Map<string, Parties>>();
