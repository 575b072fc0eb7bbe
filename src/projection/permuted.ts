/** The values of a column in an order of their places, put into a column of that length. */
export function permuted<Column extends Int32Array | Uint8Array | Uint16Array>(
  column: Column,
  order: Int32Array,
  into: Column,
): Column {
  for (let at = 0; at < order.length; at += 1) into[at] = column[order[at] as number] as number;
  return into;
}

/** The same of clocks, of which each relation has four values in turn. */
export function permutedClocks(clocks: Int32Array, order: Int32Array): Int32Array {
  const sorted = new Int32Array(4 * order.length);
  for (let at = 0; at < order.length; at += 1) {
    const before = 4 * (order[at] as number);
    for (let part = 0; part < 4; part += 1) sorted[4 * at + part] = clocks[before + part] as number;
  }
  return sorted;
}
