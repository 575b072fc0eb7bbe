/** More candidates than this are not searched: a suggestion is a courtesy and must cost little. */
const SEARCHED = 20_000;

/**
 * The candidate that a misspelt text most likely means: the one with the fewest typing errors (insertions,
 * deletions, replacements), at most a third of the text's length. Null where none is near. Ties: the first.
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

/** The edit distance, or `limit` as soon as it cannot be smaller. */
function typingErrors(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const distance = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest >= limit) return limit;
    previous = current;
  }
  return previous[b.length] ?? limit;
}
