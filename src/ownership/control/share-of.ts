import { BILLION, type Share } from "../../domain/share.js";
import type { HeldTogether } from "./held-together.js";

/** Bounds in billionths as an interval of fractions; sums of contradictory claims are cut at the whole. */
export function shareOf({ lower, upper, lowerExclusive, upperExclusive }: HeldTogether): Share {
  const isInterval = lower < upper && lower < BILLION;
  return {
    min: Math.min(1, lower / BILLION),
    max: Math.min(1, upper / BILLION),
    minExclusive: isInterval && lowerExclusive,
    maxExclusive: isInterval && upper <= BILLION && upperExclusive,
  };
}
