/** More candidates than this are not searched: a suggestion is a courtesy and must cost little. */
const SEARCHED = 20_000;

/**
 * The candidate that a misspelt text most likely means: the one with the fewest typing errors, at most a third of the text's length. Null where none is near. Ties: the first.
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = text.toLowerCase();
  let best: string | null = null;
  let limit = Math.max(1, Math.floor(text.length / 3)) + 1;
  let searched = 0;
  for (const candidate of candidates) {
    if (++searched > SEARCHED) break;
    if (Math.abs(candidate.length - wanted.length) >= limit) continue;
    const distance = typingErrors(wanted, candidate.toLowerCase(), limit);
    if (distance >= limit) continue;
    best = candidate;
    limit = distance;
    if (distance === 0) break;
  }
  return best;
}

/** `; did you mean "x"?`, or nothing where no candidate is near. */
export function suggestion(text: string, candidates: Iterable<string>): string {
  const found = nearest(text, candidates);
  return found === null ? "" : `; did you mean "${found}"?`;
}

/**
 * The typing errors between two texts, each an insertion, a deletion, a replacement or two neighbours turned round (optimal
 * string alignment, the restricted Damerau-Levenshtein distance), or `limit` as soon as there cannot be fewer.
 */
export function typingErrors(a: string, b: string, limit: number): number {
  let before: readonly number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let errors = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        errors = Math.min(errors, (before[column - 2] ?? 0) + 1);
      current.push(errors);
      smallest = Math.min(smallest, errors);
    }
    // Two neighbours turned round reach back two rows.
    if (smallest >= limit && Math.min(...previous) >= limit) return limit;
    before = previous;
    previous = current;
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
