import { CLAIM_STATUSES, type ClaimBase, type ClaimStatus } from "../domain/claim.js";
import { type Day, NEVER } from "../domain/day.js";
import { type Budget, currentBudget } from "./budget.js";
import type { EntityTable } from "./entity-table.js";
import { contractParties, type Parties, type Same, separateParties } from "./parties.js";
import type { Projection } from "./projection.js";
import { MARK, type RelationTable } from "./relation-table.js";

/**
 * What a question lets count: claims known on `knownAt`, of these statuses, that do not begin after `validAt` and may hold
 * on some day at all.
 */
export interface ViewTerms {
  readonly validAt: Day;
  readonly knownAt: Day;
  /** `denied` never counts, even if asked for. */
  readonly statuses: readonly ClaimStatus[];
}

/** What a question supposes beside the claims: a scenario's part that no claim of the projection can carry. */
export interface Suppositions {
  /** Relations (numbers) that do not exist. */
  readonly rejected: readonly number[];
  /** Ownerships (numbers) of which the projection holds a supposed share. */
  readonly reshared: readonly number[];
  /** Entities taken for one party. No claim says so, so no step of a path shows it. */
  readonly same: readonly Same[];
  /** Thresholds of ownership rules, by regime, in place of the law's. */
  readonly thresholds: ReadonlyMap<string, SupposedThreshold>;
}

/** `threshold` is a fraction; `inclusive`: the threshold itself suffices. */
export interface SupposedThreshold {
  readonly threshold: number;
  readonly inclusive: boolean;
}

export const NOTHING_SUPPOSED: Suppositions = {
  rejected: [],
  reshared: [],
  same: [],
  thresholds: new Map(),
};

/**
 * Which claims exist for a question: the one mask that every algorithm takes, so that none knows of knowledge time,
 * status or scenario. Decided Identities that exist make their entities one party, on all days.
 */
export class View {
  readonly projection: Projection;
  readonly terms: ViewTerms;
  readonly parties: Parties;
  readonly supposed: Suppositions;
  /** The view of which this one is, but for what it supposes; null: of none. Its caches may serve here. */
  readonly base: View | null;
  /** The same with other statuses, kept: every finding of an answer asks for them. */
  private readonly narrowed = new Map<string, View>();
  /** One bit a relation. */
  private readonly bits: Uint32Array;

  private constructor(
    projection: Projection,
    terms: ViewTerms,
    mask: {
      readonly bits: Uint32Array;
      readonly parties: Parties;
      readonly supposed: Suppositions;
      readonly base?: View;
    },
  ) {
    this.projection = projection;
    this.terms = terms;
    this.bits = mask.bits;
    this.parties = mask.parties;
    this.supposed = mask.supposed;
    this.base = mask.base ?? null;
  }

  /** The view of a projection for some terms. */
  static of(projection: Projection, terms: ViewTerms, supposed: Suppositions = NOTHING_SUPPOSED): View {
    const bits = maskOf(projection, terms);
    clear(bits, supposed.rejected);
    return new View(projection, terms, {
      bits,
      parties: partiesOf(projection, bits, supposed.same),
      supposed,
    });
  }

  /** What the operation that asks may still spend. Views are shared, budgets are not. */
  get budget(): Budget {
    return currentBudget();
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
    const rejected = [...this.supposed.rejected, ...relations];
    return this.supposing(this.projection, { ...this.supposed, rejected });
  }

  /** The view of a scenario: a second one, on the same projection or on it with supposed records (`supposedProjection`). */
  supposing(projection: Projection, supposed: Suppositions): View {
    const bits = this.bits.slice();
    clear(bits, supposed.rejected);
    const joins = supposed.same !== this.supposed.same;
    const separates = supposed.rejected.some((relation) => projection.relations.isDecided(relation));
    const parties = joins || separates ? partiesOf(projection, bits, supposed.same) : this.parties;
    return new View(projection, this.terms, { bits, parties, supposed, base: this });
  }

  /** The same claims, each taken to hold on every day: for asking whether only days keep two of them apart. */
  onEveryDay(): View {
    const projection = { ...this.projection, relations: onEveryDay(this.projection) };
    const { bits, parties, supposed } = this;
    return new View(projection, this.terms, { bits, parties, supposed });
  }

  /** The same view in which claims of these statuses count. */
  withStatuses(statuses: readonly ClaimStatus[]): View {
    const key = [...statuses].sort().join();
    if (key === [...this.terms.statuses].sort().join()) return this;
    const view =
      this.narrowed.get(key) ?? View.of(this.projection, { ...this.terms, statuses }, this.supposed);
    this.narrowed.set(key, view);
    return view;
  }
}

/** Whether the public could know a claim on a day: recorded by then and not yet retracted. */
export function isKnownOn(claim: ClaimBase, knownAt: Day): boolean {
  return (
    claim.clock.recorded <= knownAt && (claim.clock.retracted > knownAt || claim.clock.retracted >= NEVER)
  );
}

function onEveryDay({ relations }: Projection): RelationTable {
  const table = DAYLESS.get(relations) ?? relations.onEveryDay();
  DAYLESS.set(relations, table);
  return table;
}

const DAYLESS = new WeakMap<RelationTable, RelationTable>();

function maskOf(projection: Projection, terms: ViewTerms): Uint32Array {
  const { relations } = projection;
  const { count, recorded, retracted, marks } = relations;
  const counted = CLAIM_STATUSES.map((status) => status !== "denied" && terms.statuses.includes(status));
  const bits = new Uint32Array((count + 31) >>> 5);
  for (let relation = 0; relation < count; relation += 1) {
    const mark = marks[relation] as number;
    if (
      (recorded[relation] as number) <= terms.knownAt &&
      (retracted[relation] as number) > terms.knownAt &&
      counted[mark & MARK.status] &&
      ((mark & MARK.decided) !== 0 ||
        (relations.startEarliest(relation) <= terms.validAt &&
          relations.startEarliest(relation) < relations.endLatest(relation)))
    ) {
      const word = relation >>> 5;
      bits[word] = (bits[word] as number) | (1 << (relation & 31));
    }
  }
  return bits;
}

function clear(bits: Uint32Array, relations: readonly number[]): void {
  for (const relation of relations) {
    const word = relation >>> 5;
    bits[word] = (bits[word] as number) & ~(1 << (relation & 31));
  }
}

function partiesOf(projection: Projection, bits: Uint32Array, same: readonly Same[]): Parties {
  const { entities, relations } = projection;
  const visible = projection.decidedIdentities.filter(
    (identity) => ((bits[identity >>> 5] as number) & (1 << (identity & 31))) !== 0,
  );
  const pairs = visible.map((at): Same => [relations.from[at] as number, relations.to[at] as number]);
  const known = PARTIES.get(entities) ?? new Map<string, Parties>();
  PARTIES.set(entities, known);
  const key = [...pairs, ...same].join(";");
  const separate = known.get("") ?? separateParties(entities.count);
  known.set("", separate);
  const parties = known.get(key) ?? contractParties(separate, [...pairs, ...same]);
  if (same.length === 0) known.set(key, parties);
  return parties;
}

/** Contractions by the Identities that make them: nearly every view of a projection shares one. */
const PARTIES = new WeakMap<EntityTable, Map<string, Parties>>();
