import type { Day } from "../domain/day.js";
import { RELATION_KIND_NAMES, type RelationKind } from "../domain/relation-kinds.js";
import type { Budget } from "../projection/budget.js";
import { FUNDING, IDENTITY } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { byClaimId } from "./claim-order.js";
import { mayHoldOn } from "./clock.js";
import type { Path, Truncation } from "./finding.js";
import { pathOf } from "./path-steps.js";
import { ShortestWalk, type WalkGraph } from "./shortest-walk.js";

/** Between two parties, at most `limit` paths of at most `maxHops` claims. */
export interface PathTerms {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly maxHops: number;
  /** Null: all kinds but undecided Identity. */
  readonly kinds: readonly RelationKind[] | null;
  readonly avoid: ReadonlySet<number>;
  /** Whether claims are followed from `from` to `to` only. */
  readonly directed: boolean;
  readonly hubLimit: number;
}

export interface FoundPaths {
  readonly paths: readonly Path[];
  readonly exploredEntities: number;
  readonly exploredRelations: number;
  readonly truncated: readonly Truncation[];
}

/**
 * The k shortest loopless paths between two parties (Yen 1971) over claims that may hold on validAt; a Funding holds
 * from its day on. Paths are distinct by their parties: parallel claims stand within a step. Of equally short ones the
 * first by the sequence of ids. Hubs are not passed through; they are named. Once the budget for a list of paths is used
 * up no further path is looked for, and that is named too.
 */
export function findPaths(view: View, terms: PathTerms): FoundPaths {
  const graph = new ClaimGraph(view, terms);
  const walk = new ShortestWalk(graph);
  const found: (readonly number[])[] = [];
  const candidates = new Map<string, readonly number[]>();
  const first = walk.find(terms.from, terms.to, {
    maxHops: terms.maxHops,
    isBanned: graph.bars,
    isBannedFirst: never,
  });
  if (first) candidates.set(first.join(), first);
  const isUsedUp = () => walk.explored > view.budget.pathSteps;
  while (found.length < terms.limit && candidates.size > 0) {
    const next = [...candidates.values()].sort(shorterFirst)[0] as readonly number[];
    candidates.delete(next.join());
    found.push(next);
    if (found.length === terms.limit) break;
    // Of some candidates only the shorter one might be missing: none is given that may not be the next.
    if (isUsedUp() || !deviate(walk, graph, terms, { found, candidates, isUsedUp })) {
      graph.isCutShort = true;
      break;
    }
  }
  return {
    paths: found.filter((nodes) => nodes.length > 1).map((nodes) => graph.path(nodes)),
    exploredEntities: graph.met.size,
    exploredRelations: walk.explored,
    truncated: graph.truncations(),
  };
}

interface SoFar {
  readonly found: readonly (readonly number[])[];
  readonly candidates: Map<string, readonly number[]>;
  readonly isUsedUp: () => boolean;
}

/**
 * Yen's step: leaves the last path found at each of its parties, by a step that no path found before has taken there.
 * False where the budget ended it.
 */
function deviate(
  walk: ShortestWalk,
  graph: ClaimGraph,
  terms: PathTerms,
  { found, candidates, isUsedUp }: SoFar,
): boolean {
  const last = found[found.length - 1] as readonly number[];
  for (let at = 0; at + 1 < last.length; at += 1) {
    if (isUsedUp()) return false;
    const root = last.slice(0, at + 1);
    const taken = new Set(
      found
        .filter((path) => root.every((node, place) => path[place] === node))
        .map((path) => path[at + 1] as number),
    );
    const passed = new Set(root.slice(0, -1));
    const spur = walk.find(root[at] as number, terms.to, {
      maxHops: terms.maxHops - at,
      isBanned: (node) => passed.has(node) || graph.bars(node),
      isBannedFirst: (node) => taken.has(node),
    });
    if (!spur) continue;
    const path = [...root.slice(0, -1), ...spur];
    candidates.set(path.join(), path);
  }
  return true;
}

function shorterFirst(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((node, place) => node !== b[place]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function never(): boolean {
  return false;
}

/** The claims of a view as a graph of parties. */
class ClaimGraph implements WalkGraph {
  readonly count: number;
  readonly met = new Set<number>();
  /** Whether the budget for a list of paths ended the search. */
  isCutShort = false;
  private readonly hubs = new Map<number, number | null>();
  private readonly view: View;
  private readonly terms: PathTerms;
  private readonly kinds: readonly boolean[];
  private readonly budget: Budget;

  constructor(view: View, terms: PathTerms) {
    this.view = view;
    this.terms = terms;
    this.budget = view.budget;
    this.count = view.projection.entities.count;
    const kinds = terms.kinds ?? RELATION_KIND_NAMES.filter((_, kind) => kind !== IDENTITY);
    this.kinds = RELATION_KIND_NAMES.map((kind) => kinds.includes(kind));
  }

  /** Parties that no path may pass through. */
  readonly bars = (party: number): boolean =>
    this.terms.avoid.has(party) && party !== this.terms.from && party !== this.terms.to;

  neighbours(party: number, back: boolean, visit: (other: number) => void): void {
    const isEnd = party === this.terms.from || party === this.terms.to;
    this.met.add(party);
    if (!isEnd && this.hubClaims(party) !== null) return;
    this.visitClaims(party, back, (_, other) => visit(other));
  }

  private visitClaims(party: number, back: boolean, visit: (relation: number, other: number) => void): void {
    const { relations } = this.view.projection;
    const { outgoing, incoming, from, to } = relations;
    for (const member of this.view.members(party)) {
      this.budget.spend(outgoing.degree(member) + incoming.degree(member));
      if (!back || !this.terms.directed) {
        for (
          let relation = outgoing.offsets[member] as number;
          relation < (outgoing.offsets[member + 1] as number);
          relation += 1
        ) {
          if (this.counts(relation)) visit(relation, this.view.partyOf(to[relation] as number));
        }
      }
      if (back || !this.terms.directed) {
        for (
          let place = incoming.offsets[member] as number;
          place < (incoming.offsets[member + 1] as number);
          place += 1
        ) {
          const relation = (incoming.relations as Int32Array)[place] as number;
          if (this.counts(relation)) visit(relation, this.view.partyOf(from[relation] as number));
        }
      }
    }
  }

  private counts(relation: number): boolean {
    const { relations } = this.view.projection;
    const kind = relations.kind[relation] as number;
    if (!this.kinds[kind] || !this.view.has(relation)) return false;
    return kind === FUNDING || mayHoldOn(relations, relation, this.view.terms.validAt as Day);
  }

  /** The number of claims of a hub; null for a party that is none. */
  private hubClaims(party: number): number | null {
    const known = this.hubs.get(party);
    if (known !== undefined) return known;
    const { outgoing, incoming } = this.view.projection.relations;
    let most = 0;
    for (const member of this.view.members(party)) most += outgoing.degree(member) + incoming.degree(member);
    let claims = 0;
    if (most > this.terms.hubLimit) {
      this.visitClaims(party, false, () => {
        claims += 1;
      });
      if (this.terms.directed)
        this.visitClaims(party, true, () => {
          claims += 1;
        });
    }
    const hub = claims > this.terms.hubLimit ? claims : null;
    if (most > this.terms.hubLimit) this.hubs.set(party, hub);
    return hub;
  }

  truncations(): Truncation[] {
    const used: Truncation = { at: null, reason: "ROW_BUDGET", skippedRelations: null };
    return [...(this.isCutShort ? [used] : []), ...this.passedOver()];
  }

  private passedOver(): Truncation[] {
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
      const between: number[] = [];
      this.visitClaims(parties[at] as number, false, (relation, other) => {
        if (other === party && !between.includes(relation)) between.push(relation);
      });
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
}
