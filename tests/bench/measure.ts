/** How measured values are spread. */
export interface Spread {
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly sum: number;
}

/** Percentiles by nearest rank. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return {
    count: sorted.length,
    min: at(0),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    sum: sorted.reduce((sum, value) => sum + value, 0),
  };
}

export function median(values: readonly number[]): number {
  return spreadOf(values).p50;
}

/** What a piece of work took. */
export interface Took<Value> {
  readonly value: Value;
  /** By the clock on the wall. */
  readonly ms: number;
  /** Of processors, all threads of this process together: what it would take about, on a quiet machine. */
  readonly processorMs: number;
}

export async function timed<Value>(work: () => Value | Promise<Value>): Promise<Took<Value>> {
  const before = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { value, ms, processorMs: (user + system) / 1000 };
}

/**
 * Starts to watch how much of the time this process is on a processor: 1 is a quiet machine, half means that wall
 * clock times are about twice what they would be alone. Several threads count together.
 */
export function watchProcessor(): () => number {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / (performance.now() - start);
  };
}

/** Bytes of JavaScript objects and array buffers after a full collection. Needs --expose-gc. */
export function memoryInUse(): number {
  if (!globalThis.gc) throw new Error("run Node with --expose-gc");
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The most memory that this process ever had resident, in bytes. */
export function peakResident(): number {
  return process.resourceUsage().maxRSS * 1024;
}
