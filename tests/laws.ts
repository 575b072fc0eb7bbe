/**
 * On how many random cases a law is tried, and from which seed they are drawn: few by default; LAWS_RUNS and LAWS_SEED
 * say otherwise for all laws at once.
 */
export function tried(seed: number, numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return {
    seed: Number(process.env.LAWS_SEED ?? seed),
    numRuns: Number(process.env.LAWS_RUNS ?? numRuns),
  };
}
