import { randomFrom } from "../bench/random.js";

/** How often a fault is made to happen: a few times in CI, 20 in the soak (EXPOSURE_FAULT_RUNS). */
export const REPETITIONS = Number(process.env.EXPOSURE_FAULT_RUNS ?? 3);

/** The same for a fault that takes its seconds each time, of which CI sees fewer. */
export const SLOW_REPETITIONS = Number(process.env.EXPOSURE_FAULT_RUNS ?? 2);

/** Time for so many repetitions on a busy machine. */
export function patience(repetitions: number): number {
  return 120_000 * (1 + repetitions);
}

/** Moments at random, spread over a span: the same ones in every run. In milliseconds, one for each repetition. */
export function randomMoments(spanMs: number): readonly number[] {
  const random = randomFrom(20_190_403);
  return Array.from({ length: REPETITIONS }, (_, at) => ((at + random.fraction()) / REPETITIONS) * spanMs);
}
