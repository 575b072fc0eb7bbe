/** Bitsets: sets of numbers, 32 to a word. */

/** How many bits of a word are set: counted of two, of four, of eight together, then of all. */
export function popCount(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The number that the lowest bit stands for that is left of a word. */
export function lowestBit(word: number, left: number): number {
  return (word << 5) + 31 - Math.clz32(left & -left);
}
