/** Numbers up to the highest for each that is there, up to which a table of all of them is made. */
const MOST_GAPS = 16;

/**
 * Where a number stands in a list. A table where numbers lie close together, as Neo4j's own do as a rule: it is asked twice
 * a relation, and takes half the time of a Map. The answer throws a RangeError where no number is the one that is asked for.
 */
export function placesOf(numbers: readonly number[]): (number: number) => number {
  const highest = numbers.reduce((most, number) => Math.max(most, number), 0);
  const isClose = highest < MOST_GAPS * (numbers.length + 1);
  const table = isClose ? new Int32Array(highest + 1).fill(-1) : null;
  const map = new Map<number, number>();
  for (const [place, number] of numbers.entries()) {
    if (table) table[number] = place;
    else map.set(number, place);
  }
  return (number) => {
    const place = (table ? table[number] : map.get(number)) ?? -1;
    if (place < 0) throw new RangeError(`a relation ends at node ${number}, which is no entity`);
    return place;
  };
}
