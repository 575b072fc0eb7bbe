import type { Day } from "../../domain/day.js";
import { currentBudget } from "../../graph/budget.js";
import type { Period } from "../../graph/days/period.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import type { CatchRule } from "./catch-rule.js";
import { catches, type HeldCompany, heldCompanies } from "./held-company.js";
import type { Bound, Parties } from "./held-together.js";

/** So many parties are looked at in one step, some tens of microseconds. */
const STEP = 64;

export interface CatchOptions {
  /** Parties that count as caught from the start beside the seeds. */
  readonly base?: Iterable<number>;
  /** Companies of which is tried what would be if they were held otherwise than the claims say. */
  readonly heldAs?: ReadonlyMap<number, HeldCompany>;
  /** Whether a party that is caught ends the search. */
  readonly until?: (party: number) => boolean;
}

/**
 * Everything that can matter for whether a rule catches a company: the parties above it with their holders, over
 * the days on which these stay the same. The same parties are caught inside this field as in the whole graph,
 * and the field is small: above a holder only those of its own holders stand that decide whether it is caught.
 */
export class RuleField implements Period {
  readonly company: number;
  readonly rule: CatchRule;
  from: Day;
  until: Day;
  /** The parties of the field, nearest to the company first; a party's place is its number in this list. */
  readonly parties: number[] = [];
  private readonly places = new Map<number, number>();
  /** The holders of the party at each place. */
  private readonly held: HeldCompany[] = [];
  /** The places of the holders that count, one party after the other, and the place of the party that each holds. */
  private readonly holderPlaces: number[] = [];
  private readonly companyPlaces: number[] = [];
  private knownHoldings: Holdings | null = null;

  private constructor(rule: CatchRule, company: number, held: HeldCompany) {
    this.company = company;
    this.rule = rule;
    this.from = held.from;
    this.until = held.until;
    this.add(company, held);
  }

  /** The field of a company on a day, in steps. */
  static *of(
    view: View,
    company: number,
    { rule, day }: { readonly rule: CatchRule; readonly day: Day },
  ): Generator<void, RuleField> {
    const { budget } = view;
    const companies = heldCompanies(view, rule);
    const field = new RuleField(rule, company, companies.on(company, day));
    const pace = new Pace(STEP);
    const { parties, held, places, holderPlaces, companyPlaces } = field;
    for (let place = 0; place < parties.length; place += 1) {
      const { holders, decisive } = held[place] as HeldCompany;
      // Of the company itself all holders, of a holder only the pivotal ones.
      for (const holder of place === 0 ? holders : decisive) {
        if (holder === parties[place]) continue;
        budget.spend();
        const known = places.get(holder);
        const added = known === undefined ? companies.on(holder, day) : null;
        holderPlaces.push(known ?? field.add(holder, added as HeldCompany));
        companyPlaces.push(place);
        // Of a party that is new all its own holders are looked at.
        if (pace.isStep(1 + (added?.holders.length ?? 0))) yield;
      }
    }
    return field;
  }

  /** Its place. */
  private add(party: number, held: HeldCompany): number {
    const place = this.parties.length;
    this.places.set(party, place);
    this.parties.push(party);
    this.held.push(held);
    if (held.from > this.from) this.from = held.from;
    if (held.until < this.until) this.until = held.until;
    return place;
  }

  has(party: number): boolean {
    return this.places.has(party);
  }

  /** The holders of a party; undefined for one that is not in the field. */
  heldCompany(party: number): HeldCompany | undefined {
    const place = this.places.get(party);
    return place === undefined ? undefined : this.held[place];
  }

  /**
   * Everything in the field that the seeds catch, themselves included, in the order of catching: the least fixpoint, by
   * worklist. A company is caught if the shares held by caught holders reach the threshold of the rule in some limb, or
   * if a claim says so and the rule takes its word. A caught holder counts in full, another not at all; shares are
   * never multiplied. Legal rules and company control are this one fixpoint with a row of a table each.
   */
  *caughtBy(
    seeds: Iterable<number>,
    bound: Bound,
    { base = [], heldAs, until }: CatchOptions = {},
  ): Generator<void, ReadonlySet<number>> {
    currentBudget().look();
    this.knownHoldings ??= this.byHolder();
    const { offsets, companies } = this.knownHoldings;
    const { parties, places, rule } = this;
    const caught = new Set(base);
    for (const seed of seeds) caught.add(seed);
    const pace = new Pace(STEP);
    for (const holder of caught) {
      const place = places.get(holder);
      if (place === undefined) continue;
      const end = offsets[place + 1] as number;
      for (let at = offsets[place] as number; at < end; at += 1) {
        const companyPlace = companies[at] as number;
        const company = parties[companyPlace] as number;
        if (caught.has(company)) continue;
        if (pace.isStep()) yield;
        const tried = heldAs?.get(company);
        const isCaught =
          tried === undefined
            ? this.isCaughtAt(companyPlace, caught, bound)
            : catches(tried, company, caught, { rule, bound });
        if (!isCaught) continue;
        caught.add(company);
        if (until?.(company)) return caught;
      }
    }
    return caught;
  }

  /** Whether a company of which a holder that counts is caught is caught too. */
  private isCaughtAt(place: number, caught: Parties, bound: Bound): boolean {
    const { decisive, decides } = this.held[place] as HeldCompany;
    if (bound === "must" && decides === "may") return false;
    if (place > 0 && decisive.length === 1) return true;
    const { rule } = this;
    return catches(this.held[place] as HeldCompany, this.parties[place] as number, caught, { rule, bound });
  }

  /** A counting sort. */
  private byHolder(): Holdings {
    const { parties, holderPlaces, companyPlaces } = this;
    const offsets = new Int32Array(parties.length + 1);
    for (const place of holderPlaces) offsets[place + 1] = (offsets[place + 1] as number) + 1;
    for (let place = 1; place < offsets.length; place += 1)
      offsets[place] = (offsets[place] as number) + (offsets[place - 1] as number);
    const next = offsets.slice();
    const companies = new Int32Array(holderPlaces.length);
    for (const [at, place] of holderPlaces.entries()) {
      companies[next[place] as number] = companyPlaces[at] as number;
      next[place] = (next[place] as number) + 1;
    }
    return { offsets, companies };
  }
}

/** The companies of each holder of a field, as compressed sparse rows. */
interface Holdings {
  /** Where the companies of the holder at each place begin, and where the last end. */
  readonly offsets: Int32Array;
  /** By their places. */
  readonly companies: Int32Array;
}
