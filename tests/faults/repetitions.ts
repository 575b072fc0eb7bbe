import { randomFrom } from "../bench/random.js";

/** How often a fault is made to happen: a few times in CI, 20 in the soak (EXPOSURE_FAULT_RUNS). */
export const REPETITIONS = Number(process.env.EXPOSURE_FAULT_RUNS ?? 3);

/** Moments at random, spread over a span: the same ones in every run. In milliseconds, one for each repetition. */
export function randomMoments(spanMs: number): readonly number[] {
  const random = randomFrom(20_190_403);
  return Array.from({ length: REPETITIONS }, (_, at) => ((at + random.fraction()) / REPETITIONS) * spanMs);
}
