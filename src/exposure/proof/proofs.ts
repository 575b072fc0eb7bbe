import { byClaimId } from "../../graph/claim-order.js";
import { holdingOf, untilDay } from "../../graph/days/clock.js";
import { type DaySet, meet, overlaps } from "../../graph/days/day-set.js";
import type { View } from "../../graph/view.js";
import type { BfsWays, Layers } from "../../graph/walk/bfs-layers.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import type { Contact } from "../transactions/contacts.js";
import type { Institution } from "../transactions/parts.js";
import { type ChainsOptions, ChainsTo } from "./chains-to.js";
import { type Proof, proofStarts } from "./proof-starts.js";

/** Where the proofs of a contact lead: to the target by an ownership chain, or (direction null) no further. */
export class ChainEnd {
  readonly target: number;
  readonly direction: WalkDirection | null;
  /** The chains to the target as walks have found them, by counterparty; null where none did. */
  readonly found: FoundChains | null;
  private readonly view: View;
  private readonly hubLimit: number;
  private readonly barred: ReadonlySet<number>;
  private known: Map<string, ChainsTo> | null = null;

  constructor(view: View, target: number, direction: WalkDirection | null, passing: Passing) {
    this.view = view;
    this.target = target;
    this.direction = direction;
    this.found = passing.found;
    this.hubLimit = passing.hubLimit;
    this.barred = passing.barred;
  }

  /** Tells which steps lead to the target on some of the days. */
  chains(days: DaySet): ChainsTo {
    const { view, target, direction, hubLimit, barred } = this;
    this.known ??= new Map();
    const key = days.join();
    const found =
      this.known.get(key) ??
      new ChainsTo(view, target, { direction: direction ?? "up", days, hubLimit, barred });
    this.known.set(key, found);
    return found;
  }
}

/** What chains may pass through, and those that walks have found. */
interface Passing extends Pick<ChainsOptions, "hubLimit" | "barred"> {
  readonly found: FoundChains | null;
}

export interface FoundChains {
  readonly layers: Layers;
  readonly ways: BfsWays;
}

export interface ProofOptions {
  /**
   * Only paths of exactly so many claims and, of those that reach the counterparty by the same claims, only the first;
   * null: all paths up to maxHops.
   */
  readonly hops: number | null;
  /** Whether the paths that begin with these claims, up to the counterparty, are; absent: all. */
  readonly isWanted?: (start: readonly number[]) => boolean;
  /** Days on which the transaction and a chain may hold together; default: all up to validAt. */
  readonly days?: DaySet;
  readonly maxHops: number;
  readonly hubLimit: number;
  /** How many claims may still be tried on chains; what is left is counted down. Absent: as many as it takes. */
  readonly budget?: { left: number };
}

/**
 * The paths by which a contact ties the university to a target, in the order of their claim ids where the same claims
 * lead up to the branching. The transaction's own days are among those that a path may hold on.
 */
export function* proofsOf(
  view: View,
  institution: Institution,
  contact: Contact,
  end: ChainEnd,
  options: ProofOptions,
): Iterable<Proof> {
  const chains =
    end.direction === null || contact.counterparty === end.target
      ? null
      : end.chains(options.days ?? untilDay(view.terms.validAt).may);
  for (const start of proofStarts(view, institution, contact, options.hops ?? options.maxHops)) {
    if (options.isWanted?.(start.relations) === false) continue;
    const walk = { relations: start.relations, may: start.may, at: contact.counterparty };
    if (end.direction === null || chains === null) {
      const fits = options.hops === null || walk.relations.length === options.hops;
      if (fits && contact.counterparty === end.target) yield walk;
    } else {
      for (const proof of chainProofs(
        view,
        walk,
        { target: end.target, direction: end.direction, chains },
        options,
        new Set([contact.counterparty]),
      )) {
        yield proof;
        if (options.hops !== null) break;
      }
    }
  }
}

interface Walk extends Proof {
  readonly at: number;
}

interface OwnEnd {
  readonly target: number;
  readonly direction: WalkDirection;
  readonly chains: ChainsTo;
}

/** Walks ownership chains from the counterparty to the target, party by party, never twice through one. */
function* chainProofs(
  view: View,
  walk: Walk,
  end: OwnEnd,
  options: ProofOptions,
  passed: Set<number>,
): Iterable<Proof> {
  const { direction } = end;
  const { budget } = view;
  const length = options.hops ?? options.maxHops;
  if (walk.relations.length >= length) return;
  if (passed.size > 1 && hubClaims(view, walk.at, direction, options.hubLimit) !== null) return;
  const hops = walk.relations.length + 1;
  const left = length - hops;
  const leadsOn = (next: number) =>
    next === end.target
      ? options.hops === null || left === 0
      : !passed.has(next) && canReach(end.chains, next, walk.may, { left, exactly: options.hops !== null });
  for (const relation of stepsOn(view, walk.at, direction, leadsOn)) {
    budget.spend();
    if (options.budget && --options.budget.left < 0) return;
    const next = stepEnd(view, relation, direction);
    const may = meet(walk.may, holdingOf(view.projection.relations, relation).may);
    if (may.length === 0) continue;
    const further = { relations: [...walk.relations, relation], may, at: next };
    if (next === end.target) yield further;
    else {
      passed.add(next);
      yield* chainProofs(view, further, end, options, passed);
      passed.delete(next);
    }
  }
}

function canReach(
  chains: ChainsTo,
  party: number,
  may: DaySet,
  { left, exactly }: { readonly left: number; readonly exactly: boolean },
): boolean {
  for (let claims = exactly ? left : 1; claims > 0 && claims <= left; claims += 1)
    if (overlaps(may, chains.through(party, claims).may)) return true;
  return false;
}

/** The claims by which ownership chains go on from a party to where it is wanted, by id. */
function stepsOn(
  view: View,
  party: number,
  direction: WalkDirection,
  isWanted: (next: number) => boolean,
): number[] {
  const steps = stepsOf(view, direction);
  const found: number[] = [];
  for (const member of view.members(party)) {
    for (const relation of steps.of(member))
      if (view.has(relation) && isWanted(stepEnd(view, relation, direction))) found.push(relation);
  }
  return byClaimId(view, found);
}
