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

/**
 * How the items of a sequence are numbered after splices. Of what a splice replaces the first items keep what they are (of
 * five that come for two, the first two are those two): only where more go than come the rest is gone.
 */
export interface Renumbering {
  /** How many there are now. */
  readonly count: number;
  /** For each item that was there its number now; -1: it is gone. Null: all have the number that they had. */
  readonly forward: Int32Array | null;
  /** For each that is there now the number that it had; of what is new ~n, where n is that of the first item after it. */
  readonly back: Int32Array | null;
}

/** Everything as it was. */
export function sameNumbers(count: number): Renumbering {
  return { count, forward: null, back: null };
}

export function renumbering(length: number, splices: readonly Splice[]): Renumbering {
  if (splices.every(({ goes, comes }) => goes === comes)) return sameNumbers(length);
  const count = lengthAfter(length, splices);
  const forward = new Int32Array(length);
  const back = new Int32Array(count);
  let from = 0;
  let to = 0;
  const keep = (end: number) => {
    for (; from < end; from += 1, to += 1) {
      forward[from] = to;
      back[to] = from;
    }
  };
  for (const { at, goes, comes } of splices) {
    keep(at + Math.min(goes, comes));
    for (; from < at + goes; from += 1) forward[from] = -1;
    for (let fresh = goes; fresh < comes; fresh += 1, to += 1) back[to] = ~(at + goes);
  }
  keep(length);
  return { count, forward, back };
}
