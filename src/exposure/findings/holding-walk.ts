import { byClaimId } from "../../graph/claim-order.js";
import { bothHold, type Holding, holdingOf, mayHoldOn, untilDay } from "../../graph/days/clock.js";
import { Pace } from "../../graph/run-to-completion.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import { partsWithin } from "../transactions/parts.js";
import type { Search } from "../transactions/search.js";

/** Two chains that meet only in a company: the university's down to it and, unless it is the target, the target's. */
export interface Meeting {
  readonly company: number;
  readonly target: number;
  readonly relations: readonly number[];
  /** When all claims hold together; on validAt they may. */
  readonly holding: Holding;
}

/** Walks from the university and its parts, in steps. `named`: the targets; null: each party that a counted flag makes one. */
export function* walked(search: Search, named: readonly number[] | null): Generator<void, HoldingWalk> {
  const walk = new HoldingWalk(search, named);
  for (const part of search.institution.parts.keys()) {
    for (const parts of partPathsOn(search, part)) yield* walk.down(part, parts, new Set([part]));
  }
  return walk;
}

/** Claims of a chain so far: their number is its hops. */
interface Chain {
  readonly relations: readonly number[];
  readonly holding: Holding;
}

/** So many claims are looked at, at least, between two steps. */
const CLAIMS_A_STEP = 512;

/** Walks every simple chain down from the university and, from each company on it, every one up that avoids it. */
class HoldingWalk {
  readonly meetings: Meeting[] = [];
  readonly hubs = new Map<number, number>();
  explored = 0;
  goesOn = false;
  private exploredBefore = 0;
  private readonly pace = new Pace(CLAIMS_A_STEP);
  private readonly search: Search;
  private readonly named: ReadonlySet<number> | null;

  constructor(search: Search, named: readonly number[] | null) {
    this.search = search;
    this.named = named === null ? null : new Set(named);
  }

  /** From a party of the university's chain to the companies below it. */
  *down(party: number, chain: Chain, passed: Set<number>): Generator<void, void> {
    if (this.isStep()) yield;
    for (const [relation, company] of this.steps(party, "down", passed.size > 1)) {
      if (passed.has(company) || !this.fits(chain)) continue;
      const further = this.extended(chain, relation);
      passed.add(company);
      this.meet(company, company, further);
      yield* this.up(company, company, further, passed);
      yield* this.down(company, further, passed);
      passed.delete(company);
    }
  }

  /** From a company of the university up to those who own a part of it. */
  private *up(company: number, party: number, chain: Chain, passed: Set<number>): Generator<void, void> {
    if (this.isStep()) yield;
    for (const [relation, owner] of this.steps(party, "up", party !== company)) {
      if (passed.has(owner) || !this.fits(chain)) continue;
      const further = this.extended(chain, relation);
      this.meet(company, owner, further);
      passed.add(owner);
      yield* this.up(company, owner, further, passed);
      passed.delete(owner);
    }
  }

  /** Whether enough claims were looked at since the last step. */
  private isStep(): boolean {
    const since = this.explored - this.exploredBefore;
    this.exploredBefore = this.explored;
    return this.pace.isStep(1 + since);
  }

  private fits(chain: Chain): boolean {
    if (chain.relations.length < this.search.terms.maxHops) return true;
    this.goesOn = true;
    return false;
  }

  private meet(company: number, target: number, chain: Chain): void {
    const isTarget = this.named ? this.named.has(target) : this.search.flags.makesTarget(target);
    if (isTarget) this.meetings.push({ company, target, ...chain });
  }

  /** Ownership steps that may hold on validAt, by claim id; none from a hub that would be passed through. */
  private steps(
    party: number,
    direction: WalkDirection,
    passesThrough: boolean,
  ): [relation: number, party: number][] {
    const { view, terms, institution } = this.search;
    const claims = passesThrough ? hubClaims(view, party, direction, terms.hubLimit) : null;
    if (claims !== null) {
      this.hubs.set(party, claims);
      return [];
    }
    const steps = stepsOf(view, direction);
    const found: number[] = [];
    for (const member of view.members(party)) {
      view.budget.spend(1 + steps.degree(member));
      for (const relation of steps.of(member)) {
        this.explored += 1;
        if (view.has(relation) && mayHoldOn(view.projection.relations, relation, terms.validAt))
          found.push(relation);
      }
    }
    return byClaimId(view, found)
      .map((relation): [number, number] => [relation, stepEnd(view, relation, direction)])
      .filter(([, end]) => !institution.own.has(end));
  }

  private extended(chain: Chain, relation: number): Chain {
    return extendedOn(this.search, chain, relation);
  }
}

function extendedOn(search: Search, chain: Chain, relation: number): Chain {
  const holding = bothHold(chain.holding, holdingOf(search.view.projection.relations, relation));
  return { relations: [...chain.relations, relation], holding };
}

/** PartOf paths from the university to a part that may hold on validAt. */
function partPathsOn(search: Search, part: number): Chain[] {
  const { view, institution, terms } = search;
  const found: Chain[] = [];
  const open: { at: number; chain: Chain; passed: readonly number[] }[] = [
    {
      at: institution.university,
      chain: { relations: [], holding: untilDay(terms.validAt) },
      passed: [institution.university],
    },
  ];
  for (const { at, chain, passed } of open) {
    if (at === part) found.push(chain);
    else if (chain.relations.length < terms.maxHops) {
      for (const relation of byClaimId(view, [...partsWithin(view, at)])) {
        const unit = view.partyOf(view.projection.relations.lower(relation));
        if (passed.includes(unit) || !mayHoldOn(view.projection.relations, relation, terms.validAt)) continue;
        open.push({ at: unit, chain: extendedOn(search, chain, relation), passed: [...passed, unit] });
      }
    }
  }
  return found;
}
