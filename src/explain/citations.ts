import type { ClaimBase } from "../domain/claim.js";
import type { Names } from "./names.js";
import { stopped } from "./sentence.js";
import { highestGradeFirst } from "./source-text.js";

/** What a number in a text cites. `quote` and `locator` are those of a claim's first source. */
export interface NumberedCitation {
  readonly source: string;
  readonly quote: string | null;
  readonly locator: string | null;
}

/** What a claim gives to cite, with what limits it. */
export type Cited = Pick<ClaimBase, "sources" | "quote" | "locator" | "caveat">;

/** Marks the claims behind words of a text, which is numbered when it is whole; an uncited text has none. */
export interface Marks {
  of(...claims: readonly Cited[]): string;
}

export const NO_MARKS: Marks = { of: () => "" };

/** Neither stands in any text. */
const [FROM, TO] = ["\u0002", "\u0003"];
const MARK = new RegExp(`${FROM}(\\d+)${TO}`, "g");

/**
 * A text's marks. Numbers are given from 1 in the order in which the whole text needs them; the same words of the same
 * source keep one number, and of several claims the first that is given is cited first.
 */
export class Citations implements Marks {
  private readonly names: Names;
  private readonly marked: (readonly Cited[])[] = [];

  constructor(names: Names) {
    this.names = names;
  }

  of(...claims: readonly Cited[]): string {
    return claims.length === 0 ? "" : ` ${FROM}${this.marked.push(claims) - 1}${TO}`;
  }

  /** A text with its numbers, and what they cite in their order. */
  numbered(text: string): { readonly text: string; readonly citations: readonly NumberedCitation[] } {
    const citations: NumberedCitation[] = [];
    const numbers = new Map<string, number>();
    const numberOf = (citation: NumberedCitation) => {
      const key = JSON.stringify([citation.source, citation.quote, citation.locator]);
      const known = numbers.get(key) ?? citations.push(citation);
      numbers.set(key, known);
      return known;
    };
    const written = text.replaceAll(MARK, (_, at) => {
      const claims = this.marked[Number(at)] ?? [];
      return `[${ranges(claims.flatMap((claim) => this.citedBy(claim)).map(numberOf))}]`;
    });
    // A claim without a published source leaves an empty mark.
    return { text: written.replaceAll(" []", ""), citations };
  }

  /**
   * The sources that a claim cites: the one of the highest grade and, unless that is only a copy, the first, which its quote
   * is from: the better one need not carry every word. Of those that are published, where any is: it may be known by others
   * since.
   */
  private citedBy(claim: Cited): readonly NumberedCitation[] {
    const published = claim.sources.filter((source) => this.names.source(source) !== null);
    const sources = published.length > 0 ? published : claim.sources;
    const [best] = highestGradeFirst(sources, (source) => this.names.source(source));
    if (best === undefined) return [];
    const [first] = claim.sources;
    const isQuoted = best === first;
    const cited = {
      source: best,
      quote: isQuoted ? claim.quote : null,
      locator: isQuoted ? claim.locator : null,
    };
    if (isQuoted || first === undefined || claim.quote === null || !sources.includes(first)) return [cited];
    if ((this.names.source(first)?.copyOf ?? null) !== null) return [cited];
    return [cited, { source: first, quote: claim.quote, locator: claim.locator }];
  }
}

/** "1", "1, 3", "1–12": each number once, in order. */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(", ") : `${run[0]}–${run.at(-1)}`)).join(", ");
}

/** A text without marks of citations. */
export function unmarked(text: string): string {
  return text.replaceAll(new RegExp(` ?${MARK.source}`, "g"), "");
}

/** A text without its full stop as a sentence, with the marks of its citations before the stop. */
export function cited(text: string, marks: string): string {
  return marks === "" ? stopped(text) : `${text}${marks}.`;
}
