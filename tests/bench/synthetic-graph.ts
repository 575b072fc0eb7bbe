import { type Day, parseDay } from "../../src/domain/day.js";
import { type Random, randomFrom } from "./random.js";

/** A span of days: [from, until), half-open. */
type Days = readonly [from: Day, until: Day];

/** Holdings are long-standing, as registers tell them; payments come later. So chains of eight claims do hold. */
const HOLDINGS_START: Days = [parseDay("2012-01-01"), parseDay("2017-01-01")];
const HOLDINGS_END: Days = [parseDay("2017-01-01"), parseDay("2027-01-01")];
const PAYMENTS: Days = [parseDay("2015-01-01"), parseDay("2026-07-01")];
const LISTINGS: Days = [parseDay("2012-01-01"), parseDay("2026-07-01")];
/** The day on which all questions are asked: everything has begun and is known. */
export const ASKED_ON = parseDay("2026-07-01");

export const CURRENCIES = ["USD", "EUR", "GBP"] as const;
export const LISTS = ["us-entity-list", "us-1260h", "us-sdn"] as const;

/** One claim that a company holds another. Companies are numbered by rank: 0 has the most holdings. */
export interface SyntheticOwnership {
  readonly owner: number;
  readonly held: number;
  /** Percent with four decimals at most; null where it is not known. */
  readonly share: number | null;
  /** Null where it is not known. */
  readonly start: Day | null;
  /** The first day on which it no longer holds; null: it still does. */
  readonly end: Day | null;
  /** Whether that day is known; otherwise no more than that it has ended. */
  readonly isEndKnown: boolean;
}

export interface SyntheticFunding {
  readonly payer: number;
  readonly university: number;
  readonly amount: number | null;
  readonly currency: (typeof CURRENCIES)[number];
  readonly day: Day;
}

export interface SyntheticListing {
  readonly company: number;
  readonly list: (typeof LISTS)[number];
  readonly day: Day;
}

/** A made-up graph of owners, universities, money and listings. README.md of this folder says how it is drawn. */
export interface SyntheticGraph {
  readonly companies: number;
  readonly universities: number;
  readonly ownerships: readonly SyntheticOwnership[];
  readonly fundings: readonly SyntheticFunding[];
  readonly listings: readonly SyntheticListing[];
  /** The number in the id of each company: ids say nothing of rank. */
  readonly companyNumbers: Int32Array;
  readonly universityNumbers: Int32Array;
}

/** How a graph is drawn. */
export interface SyntheticTerms {
  readonly companies: number;
  readonly seed: number;
  /** The share of ownerships of which the start is not known, and of the ended ones of which the end is not. */
  readonly unknownDates: number;
}

/** Draws a graph; the same terms give the same one. Graphs that differ in unknown dates alone differ in nothing else. */
export function syntheticGraph({ companies, seed, unknownDates }: SyntheticTerms): SyntheticGraph {
  const random = randomFrom(seed);
  const universities = Math.ceil(companies / 50);
  return {
    companies,
    universities,
    ownerships: withUnknownDates(drawOwnerships(random, companies), unknownDates, seed),
    fundings: Array.from({ length: companies }, () => drawFunding(random, companies, universities)),
    listings: drawListings(random, companies),
    companyNumbers: random.order(companies),
    universityNumbers: random.order(universities),
  };
}

/** The ids as the dossiers write them. */
export function companyId(graph: SyntheticGraph, company: number): string {
  return `company:c${String(graph.companyNumbers[company]).padStart(7, "0")}`;
}

export function universityId(graph: SyntheticGraph, university: number): string {
  return `university:u${String(graph.universityNumbers[university]).padStart(6, "0")}`;
}

function drawOwnerships(random: Random, companies: number): SyntheticOwnership[] {
  const total = 3 * companies;
  const closing = Math.round(total / 100);
  const holdings = new Holdings(random, companies);
  while (holdings.drawn.length < total - closing) {
    const held = random.between(1, companies);
    holdings.add(random.skewed(held, 2), held);
  }
  while (holdings.drawn.length < total) {
    const start = random.between(0, companies);
    const end = holdings.below(start, random.between(1, 5));
    if (end !== null) holdings.add(end, start);
  }
  return holdings.drawn;
}

/** Forgets dates, by numbers of its own: all else is drawn as without. */
function withUnknownDates(
  ownerships: readonly SyntheticOwnership[],
  share: number,
  seed: number,
): readonly SyntheticOwnership[] {
  const random = randomFrom(seed + 2_000_000);
  return ownerships.map((ownership) => {
    const start = random.chance(share) ? null : ownership.start;
    const hasEnded = ownership.end !== null && ownership.end < ASKED_ON;
    return { ...ownership, start, isEndKnown: !random.chance(share) || !hasEnded };
  });
}

/** Ownerships as they are drawn: no pair twice, no company above 100 per cent. */
class Holdings {
  readonly drawn: SyntheticOwnership[] = [];
  private readonly random: Random;
  private readonly held: number[][];
  /** Ten-thousandths of a per cent that nobody holds yet. */
  private readonly left: Float64Array;

  constructor(random: Random, companies: number) {
    this.random = random;
    this.held = Array.from({ length: companies }, () => []);
    this.left = new Float64Array(companies).fill(1_000_000);
  }

  add(owner: number, held: number): void {
    const others = this.held[owner];
    if (owner === held || others === undefined || others.includes(held)) return;
    others.push(held);
    const start = this.random.between(...HOLDINGS_START);
    const end = this.random.chance(1 / 3) ? this.random.between(...HOLDINGS_END) : null;
    this.drawn.push({ owner, held, share: this.drawShare(held), start, end, isEndKnown: true });
  }

  private drawShare(held: number): number | null {
    if (this.random.chance(0.15)) return null;
    const left = this.left[held] as number;
    const share = Math.floor(left * (0.1 + 0.8 * this.random.fraction()));
    this.left[held] = left - share;
    return share / 10_000;
  }

  /** A company that so many steps of holding lead down to; null where there is no such step. */
  below(company: number, steps: number): number | null {
    let at = company;
    for (let step = 0; step < steps; step += 1) {
      const held = this.held[at] ?? [];
      if (held.length === 0) return step === 0 ? null : at;
      at = held[this.random.between(0, held.length)] as number;
    }
    return at;
  }
}

function drawFunding(random: Random, companies: number, universities: number): SyntheticFunding {
  const currency = random.fraction();
  return {
    payer: random.between(0, companies),
    university: random.skewed(universities, 2),
    amount: random.chance(0.05) ? null : Math.round(10 ** (1 + 3 * random.fraction())) * 1_000,
    currency: currency < 0.8 ? "USD" : currency < 0.9 ? "EUR" : "GBP",
    day: random.between(...PAYMENTS),
  };
}

function drawListings(random: Random, companies: number): SyntheticListing[] {
  const listed = new Set<number>();
  while (listed.size < Math.ceil(companies / 200)) listed.add(random.skewed(companies, 2));
  return [...listed].map((company) => ({
    company,
    list: LISTS[random.between(0, LISTS.length)] as SyntheticListing["list"],
    day: random.between(...LISTINGS),
  }));
}
