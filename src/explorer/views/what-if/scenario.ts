import type { Scenario } from "../../api/documents.generated.js";
import { BadPlace } from "../../state/bad-place.js";
import { idsOf, type Place } from "../../state/place.js";
import { whatIf as whatIfTexts } from "../../texts/what-if.js";

/** What an address supposes, by the name of the value that holds it. */
export interface Supposed {
  readonly strike: readonly string[];
  readonly distrust: readonly string[];
  readonly shares: readonly SupposedShare[];
  readonly list: readonly string[];
  readonly delist: readonly string[];
}

/** Supposes otherwise from now on: changes what the address supposes at that moment. */
export type Suppose = (change: (now: Supposed) => Supposed) => void;

/** Another share, in per cent. */
export interface SupposedShare {
  readonly claim: string;
  readonly from: number;
  readonly to: number;
}

/** Reads what an address supposes. @throws BadPlace where a share is none. */
export function supposedOf({ values }: Place): Supposed {
  return {
    strike: idsOf(values.strike),
    distrust: idsOf(values.distrust),
    shares: idsOf(values.shares).map(shareOf),
    list: idsOf(values.list),
    delist: idsOf(values.delist),
  };
}

function shareOf(text: string): SupposedShare {
  const match = /^(.+)@(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text);
  const [from, to] = [Number(match?.[2]), Number(match?.[3])];
  if (match?.[1] !== undefined && from <= to && to <= 100) return { claim: match[1], from, to };
  throw new BadPlace(whatIfTexts.badShare(text), { shares: null });
}

/** The values of an address that supposes this; null for a value that supposes nothing. */
export function valuesOf(supposed: Supposed): Readonly<Record<keyof Supposed, string | null>> {
  const shares = supposed.shares.map(({ claim, from, to }) => `${claim}@${from}-${to}`);
  return {
    strike: supposed.strike.join(",") || null,
    distrust: supposed.distrust.join(",") || null,
    shares: shares.join(",") || null,
    list: supposed.list.join(",") || null,
    delist: supposed.delist.join(",") || null,
  };
}

/** The same as the API takes it; shares as fractions. */
export function scenarioOf(supposed: Supposed): Scenario {
  return {
    rejectClaims: supposed.strike,
    rejectSources: supposed.distrust,
    shares: supposed.shares.map(({ claim, from, to }) => ({ claim, min: from / 100, max: to / 100 })),
    list: supposed.list,
    delist: supposed.delist,
  };
}

/** How many things are supposed. */
export function sizeOf(supposed: Supposed): number {
  return Object.values(supposed).reduce((sum, { length }) => sum + length, 0);
}
