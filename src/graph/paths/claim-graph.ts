import type { Day } from "../../domain/day.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../../domain/relation-kinds.js";
import type { Budget } from "../budget.js";
import { byClaimId } from "../claim-order.js";
import { mayHoldOn } from "../days/clock.js";
import { PartyMarks } from "../party-marks.js";
import { COLLABORATION, FUNDING, IDENTITY } from "../relation-table.js";
import type { View } from "../view.js";
import { type Path, pathOf, type Truncation } from "./path.js";

/** Between which parties, and over which claims, paths lead. */
export interface ClaimGraphTerms {
  readonly from: number;
  readonly to: number;
  /** Null: all kinds but undecided Identity. */
  readonly kinds: readonly RelationKind[] | null;
  readonly avoid: ReadonlySet<number>;
  /** Whether claims are followed from `from` to `to` only; a Collaboration is read both ways all the same. */
  readonly directed: boolean;
  readonly hubLimit: number;
}

/** The claims of a view that may hold on validAt as a graph of parties, for one search. */
export class ClaimGraph {
  /** Claims looked at. */
  explored = 0;
  /** Filled by `neighbours`. */
  around: Int32Array = new Int32Array(256);
  /** The claims that lead to those. */
  private by: Int32Array = new Int32Array(256);
  private readonly met: PartyMarks;
  private readonly hubs = new Map<number, number | null>();
  private readonly view: View;
  private readonly terms: ClaimGraphTerms;
  private readonly kinds: readonly boolean[];
  private readonly budget: Budget;

  constructor(view: View, terms: ClaimGraphTerms) {
    this.view = view;
    this.terms = terms;
    this.budget = view.budget;
    this.met = new PartyMarks(view.projection.entities.count);
    const kinds = terms.kinds ?? RELATION_KIND_NAMES.filter((_, kind) => kind !== IDENTITY);
    this.kinds = RELATION_KIND_NAMES.map((kind) => kinds.includes(kind));
  }

  /** Parties whose claims were looked at. */
  get exploredEntities(): number {
    return this.met.size;
  }

  /** Whether no path may pass through a party: it is avoided, or a hub, which is noted. An end may be either. */
  bars(party: number): boolean {
    if (party === this.terms.from || party === this.terms.to) return false;
    return this.terms.avoid.has(party) || this.hubClaims(party) !== null;
  }

  /** How many claims are to be looked at for the neighbours of a party, at most. */
  degree(party: number): number {
    const { outgoing, incoming } = this.view.projection.relations;
    const { next } = this.view.parties;
    let claims = 0;
    let member = party;
    do {
      claims += outgoing.degree(member) + incoming.degree(member);
      member = next[member] as number;
    } while (member !== party);
    return claims;
  }

  /**
   * Puts the parties that a step from a party leads to into `around`, as often as claims do so, and gives their number.
   * `back`: those from which a step leads to it.
   */
  neighbours(party: number, back: boolean): number {
    this.met.set(party, 1);
    const found = this.lookAround(party, back);
    this.explored += found;
    return found;
  }

  private lookAround(party: number, back: boolean): number {
    const { view, budget } = this;
    const { outgoing, incoming, from, to, kind } = view.projection.relations;
    const { directed } = this.terms;
    const { of, next } = view.parties;
    const degree = this.degree(party);
    budget.spend(degree);
    if (this.around.length < degree) {
      this.around = new Int32Array(2 * degree);
      this.by = new Int32Array(2 * degree);
    }
    const { around, by } = this;
    const places = incoming.relations as Int32Array;
    let found = 0;
    let member = party;
    do {
      const last = outgoing.offsets[member + 1] as number;
      for (let relation = outgoing.offsets[member] as number; relation < last; relation += 1) {
        if ((directed && back && kind[relation] !== COLLABORATION) || !this.counts(relation)) continue;
        by[found] = relation;
        around[found] = of[to[relation] as number] as number;
        found += 1;
      }
      const lastPlace = incoming.offsets[member + 1] as number;
      for (let place = incoming.offsets[member] as number; place < lastPlace; place += 1) {
        const relation = places[place] as number;
        if ((directed && !back && kind[relation] !== COLLABORATION) || !this.counts(relation)) continue;
        by[found] = relation;
        around[found] = of[from[relation] as number] as number;
        found += 1;
      }
      member = next[member] as number;
    } while (member !== party);
    return found;
  }

  private counts(relation: number): boolean {
    const { relations } = this.view.projection;
    const kind = relations.kind[relation] as number;
    if (!this.kinds[kind] || !this.view.has(relation)) return false;
    return kind === FUNDING || mayHoldOn(relations, relation, this.view.terms.validAt as Day);
  }

  /** The number of claims of a hub; null for a party that is none. */
  private hubClaims(party: number): number | null {
    if (this.degree(party) <= this.terms.hubLimit) return null;
    const known = this.hubs.get(party);
    if (known !== undefined) return known;
    const { outgoing, incoming } = this.view.projection.relations;
    let claims = 0;
    for (const member of this.view.members(party)) {
      for (const list of [outgoing, incoming])
        for (const relation of list.of(member)) if (this.counts(relation)) claims += 1;
    }
    const hub = claims > this.terms.hubLimit ? claims : null;
    this.hubs.set(party, hub);
    return hub;
  }

  /** Hubs that were met. */
  truncations(): Truncation[] {
    return [...this.hubs]
      .filter(([, claims]) => claims !== null)
      .sort(([a], [b]) => a - b)
      .map(([party, claims]) => ({
        at: this.view.projection.entities.id(party),
        reason: "HUB_LIMIT",
        skippedRelations: claims,
      }));
  }

  /** The path over some parties: of each step the claim with the smallest id, and those parallel to it. */
  path(parties: readonly number[]): Path {
    const { relations } = this.view.projection;
    const parallel = new Map<string, readonly string[]>();
    const steps = parties.slice(1).map((party, at) => {
      const between = this.claimsBetween(parties[at] as number, party);
      const [shown, ...others] = byClaimId(this.view, between) as [number, ...number[]];
      parallel.set(
        relations.id(shown),
        others.map((relation) => relations.id(relation)),
      );
      return shown;
    });
    const path = pathOf(this.view, parties[0] as number, steps, parties[parties.length - 1] as number);
    return {
      ...path,
      steps: path.steps.map((step) => ({ ...step, parallel: parallel.get(step.relation) ?? [] })),
    };
  }

  /** The claims by which a step leads from one party to another: looked for where there are fewer. */
  private claimsBetween(party: number, next: number): number[] {
    const back = this.degree(next) < this.degree(party);
    const end = back ? party : next;
    const count = this.lookAround(back ? next : party, back);
    const between = this.by.subarray(0, count).filter((_, at) => this.around[at] === end);
    return [...new Set(between)];
  }
}
