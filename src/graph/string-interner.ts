/** Gives each distinct text a number, in the order in which they are met. */
export class StringInterner {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Texts with more after them, and the number of each of those that come. */
export function internedAfter(
  known: readonly string[],
  coming: readonly string[],
): { readonly texts: readonly string[]; readonly numbers: readonly number[] } {
  const fresh = coming.filter((text) => !known.includes(text));
  const texts = fresh.length === 0 ? known : [...known, ...fresh];
  return { texts, numbers: coming.map((text) => texts.indexOf(text)) };
}

/** The place of each text among all of them in their order; no text comes twice. */
export function ranksOf(texts: readonly string[]): readonly number[] {
  const ranks = new Map([...texts].sort().map((text, rank) => [text, rank]));
  return texts.map((text) => ranks.get(text) as number);
}
