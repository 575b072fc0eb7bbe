/**
 * A sequence that stays in order while some of it changes: at `at`, `goes` items are replaced by the next `comes` of those
 * that come. A list of splices stands in the order of the places, and none overlaps the next.
 */
export interface Splice {
  readonly at: number;
  readonly goes: number;
  readonly comes: number;
}

export type Column = Int32Array | Uint8Array | Uint16Array | Uint32Array;

/** Below so many values a loop is quicker than a call that copies memory. */
const FEW = 24;

/**
 * A column after splices; `coming` holds all values that come, in turn. Where nothing of it changes it is the same column.
 * An item is `width` values wide.
 */
export function splicedColumn<C extends Column>(
  column: C,
  splices: readonly Splice[],
  coming: C,
  width = 1,
): C {
  if (isUnchanged(column, splices, coming, width)) return column;
  const Kind = column.constructor as new (length: number) => C;
  const result = new Kind(lengthAfter(column.length / width, splices) * width);
  let from = 0;
  let next = 0;
  let to = 0;
  for (const { at, goes, comes } of splices) {
    to = copy(column, from, at * width, result, to);
    to = copy(coming, next, next + comes * width, result, to);
    from = (at + goes) * width;
    next += comes * width;
  }
  copy(column, from, column.length, result, to);
  return result;
}

/** How many items there are after splices. */
export function lengthAfter(length: number, splices: readonly Splice[]): number {
  return splices.reduce((sum, { goes, comes }) => sum + comes - goes, length);
}

function isUnchanged<C extends Column>(
  column: C,
  splices: readonly Splice[],
  coming: C,
  width: number,
): boolean {
  let next = 0;
  for (const { at, goes, comes } of splices) {
    if (goes !== comes) return false;
    for (let value = 0; value < comes * width; value += 1, next += 1)
      if (column[at * width + value] !== coming[next]) return false;
  }
  return true;
}

/** Copies what stands between two places; the answer is the place after it. */
function copy<C extends Column>(source: C, from: number, end: number, into: C, to: number): number {
  if (end - from >= FEW) into.set(source.subarray(from, end), to);
  else for (let at = from; at < end; at += 1) into[to + at - from] = source[at] as number;
  return to + end - from;
}
