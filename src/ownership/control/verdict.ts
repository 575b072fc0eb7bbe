import type { Verdict } from "../../domain/verdict.js";

/** What holds for certain is YES, what cannot hold is NO, all else is UNDETERMINED. */
export function verdict(must: boolean, may: boolean): Verdict {
  if (must) return "YES";
  return may ? "UNDETERMINED" : "NO";
}

/** Strongest first. */
export const VERDICT_ORDER: readonly Verdict[] = ["YES", "UNDETERMINED", "NO"];

/** The stronger of two. */
export function stronger(a: Verdict, b: Verdict): Verdict {
  return VERDICT_ORDER.indexOf(a) <= VERDICT_ORDER.indexOf(b) ? a : b;
}

/** The weaker of two. */
export function weaker(a: Verdict, b: Verdict): Verdict {
  return VERDICT_ORDER.indexOf(a) <= VERDICT_ORDER.indexOf(b) ? b : a;
}
