/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** In [0, 1). */
  fraction(): number;
  /** A whole number from `from` up to, not including, `until`. */
  between(from: number, until: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** A whole number below `count`, small ones more often: ⌊count · u^power⌋, u even in [0, 1). */
  skewed(count: number, power: number): number;
  /** The numbers below `count` in a random order. */
  order(count: number): Int32Array;
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand), warmed up from one 32-bit seed. */
export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 20; round += 1) next();
  const between = (from: number, until: number) => from + Math.floor(next() * (until - from));
  return {
    fraction: next,
    between,
    chance: (probability) => next() < probability,
    skewed: (count, power) => Math.floor(next() ** power * count),
    order: (count) => {
      const order = Int32Array.from({ length: count }, (_, at) => at);
      for (let at = count - 1; at > 0; at -= 1) {
        const other = between(0, at + 1);
        [order[at], order[other]] = [order[other] as number, order[at] as number];
      }
      return order;
    },
  };
}
