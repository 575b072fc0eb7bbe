/** Words as a sentence: with one full stop, also where they end with that of an abbreviation. */
export function sentence(words: string): string {
  return words.endsWith(".") ? words : `${words}.`;
}
