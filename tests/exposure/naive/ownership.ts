/** Legal rules over all subsets, and integrated ownership in exact fractions: slow, and sharing no code with the engine. */

/** A holding in whole per cent, bounds included. */
export interface Holding {
  readonly holder: string;
  readonly company: string;
  readonly min: number;
  readonly max: number;
}

/** The parties of some holdings, by name. */
export function partiesIn(holdings: readonly Holding[]): readonly string[] {
  return [...new Set(holdings.flatMap(({ holder, company }) => [holder, company]))].sort();
}

/**
 * The least set that holds the flagged and is closed: of all subsets that are, what they have in common. A set is closed
 * if it holds every company of which its members hold at least `threshold` per cent together.
 */
export function caughtBySubsets(
  holdings: readonly Holding[],
  flagged: readonly string[],
  threshold: number,
  bound: "must" | "may",
): ReadonlySet<string> {
  const parties = partiesIn(holdings);
  let least: ReadonlySet<string> | null = null;
  for (let mask = 0; mask < 2 ** parties.length; mask += 1) {
    const set = new Set(parties.filter((_, at) => (mask & (1 << at)) !== 0));
    if (!flagged.every((party) => set.has(party) || !parties.includes(party))) continue;
    const isClosed = parties.every(
      (company) => set.has(company) || heldBy(holdings, company, set, bound) < threshold,
    );
    if (isClosed) least = new Set([...(least ?? set)].filter((party) => set.has(party)));
  }
  return least ?? new Set();
}

function heldBy(
  holdings: readonly Holding[],
  company: string,
  set: ReadonlySet<string>,
  bound: "must" | "may",
): number {
  const here = holdings.filter((holding) => holding.company === company);
  const inside = here.filter(({ holder }) => set.has(holder) && holder !== company);
  if (bound === "must") return inside.reduce((sum, { min }) => sum + min, 0);
  const outside = here.filter((holding) => !inside.includes(holding));
  const room = 100 - outside.reduce((sum, { min }) => sum + min, 0);
  return Math.min(
    room,
    inside.reduce((sum, { max }) => sum + max, 0),
  );
}

/** An exact fraction. */
type Fraction = readonly [over: bigint, under: bigint];

const ZERO: Fraction = [0n, 1n];
const ONE: Fraction = [1n, 1n];

function reduced(over: bigint, under: bigint): Fraction {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under];
  while (b > 0n) [a, b] = [b, a % b];
  const sign = under < 0n ? -1n : 1n;
  return a === 0n ? ZERO : [(sign * over) / a, (sign * under) / a];
}

const minus = (a: Fraction, b: Fraction) => reduced(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
const times = (a: Fraction, b: Fraction) => reduced(a[0] * b[0], a[1] * b[1]);
const by = (a: Fraction, b: Fraction) => reduced(a[0] * b[1], a[1] * b[0]);
const isZero = (a: Fraction) => a[0] === 0n;

/** Y = N_ij / N_ii and Y_ii = 1 − 1/N_ii on the lower bounds, N = (I − W)⁻¹ in fractions; null where there is none. */
export function integratedByInverse(holdings: readonly Holding[]): ReadonlyMap<string, number> | null {
  const parties = partiesIn(holdings);
  const share = (holder: string, company: string): Fraction =>
    holdings
      .filter((each) => each.holder === holder && each.company === company)
      .reduce<Fraction>((sum, { min }) => minus(sum, [BigInt(-min), 100n]), ZERO);
  const matrix = parties.map((row) =>
    parties.map((column) => minus(row === column ? ONE : ZERO, share(row, column))),
  );
  const inverse = inverseOf(matrix);
  if (inverse === null) return null;
  const found = new Map<string, number>();
  for (const [i, owner] of parties.entries()) {
    for (const [j, company] of parties.entries()) {
      const own = inverse[i]?.[i] as Fraction;
      const value = i === j ? minus(ONE, by(ONE, own)) : by(inverse[i]?.[j] as Fraction, own);
      found.set(`${owner} ${company}`, Number((value[0] * 10n ** 18n) / value[1]) / 1e18);
    }
  }
  return found;
}

/** Gauss and Jordan. */
function inverseOf(matrix: readonly (readonly Fraction[])[]): Fraction[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? ONE : ZERO))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = rows.findIndex((row, at) => at >= pivot && !isZero(row[pivot] as Fraction));
    if (best < 0) return null;
    [rows[pivot], rows[best]] = [rows[best] as Fraction[], rows[pivot] as Fraction[]];
    const lead = rows[pivot]?.[pivot] as Fraction;
    rows[pivot] = (rows[pivot] as Fraction[]).map((cell) => by(cell, lead));
    for (const [at, row] of rows.entries()) {
      const factor = row[pivot] as Fraction;
      if (at === pivot || isZero(factor)) continue;
      rows[at] = row.map((cell, column) => minus(cell, times(factor, rows[pivot]?.[column] as Fraction)));
    }
  }
  return rows.map((row) => row.slice(size));
}

/**
 * Upper bounds of an owner's shares by sweeping "the best split" from 0 until nothing moves by 1e-14. Sweeps come near the
 * least fixpoint from below; what so many of them settle is off by less than 1e-10. Where they do not, because the owner is
 * seldom reached from a ring that holds nearly all of itself, null.
 */
export function bestSplitBySweeps(
  holdings: readonly Holding[],
  owner: string,
  sweeps: number,
): ReadonlyMap<string, number> | null {
  const parties = partiesIn(holdings);
  let chances = new Map(parties.map((party) => [party, party === owner ? 1 : 0]));
  const split = (company: string) => {
    const here = holdings
      .filter((holding) => holding.company === company)
      .sort((a, b) => (chances.get(b.holder) ?? 0) - (chances.get(a.holder) ?? 0));
    let room = 100 - here.reduce((sum, { min }) => sum + min, 0);
    let value = 0;
    for (const { holder, min, max } of here) {
      const more = Math.min(room, max - min);
      room -= more;
      value += ((min + more) / 100) * (chances.get(holder) ?? 0);
    }
    return value;
  };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const before = chances;
    chances = new Map(parties.map((party) => [party, party === owner ? 1 : split(party)]));
    if (parties.every((party) => (chances.get(party) ?? 0) - (before.get(party) ?? 0) < 1e-14))
      return new Map(
        parties.map((party) => [party, party === owner ? split(party) : (chances.get(party) ?? 0)]),
      );
  }
  return null;
}
