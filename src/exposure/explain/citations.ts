import type { ClaimBase } from "../../domain/claim.js";
import { stopped } from "./sentence.js";

/** What a number in a text cites. `quote` and `locator` are those of a claim's first source. */
export interface NumberedCitation {
  readonly source: string;
  readonly quote: string | null;
  readonly locator: string | null;
}

/** What a claim gives to cite. */
export type Cited = Pick<ClaimBase, "sources" | "quote" | "locator">;

/** No text holds it. */
const NONE = "\0";

/** Numbers citations from 1 in the order in which a text needs them; the same words of the same source keep one number. */
export class Citations {
  readonly list: NumberedCitation[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly isPublished: (source: string) => boolean;

  /** A claim cites those of its sources that are published, where any is: it may be known by others since. */
  constructor(isPublished: (source: string) => boolean = () => true) {
    this.isPublished = isPublished;
  }

  /** The marks of what claims cite, each once, e.g. " [1][2]". */
  of(...claims: readonly Cited[]): string {
    const marks = claims.flatMap((claim) => {
      const published = claim.sources.filter(this.isPublished);
      return (published.length > 0 ? published : claim.sources).map((source) => {
        const isFirst = source === claim.sources[0];
        const words = isFirst
          ? { quote: claim.quote, locator: claim.locator }
          : { quote: null, locator: null };
        return `[${this.number({ source, ...words })}]`;
      });
    });
    return marks.length === 0 ? "" : ` ${[...new Set(marks)].join("")}`;
  }

  private number(citation: NumberedCitation): number {
    const key = [citation.source, citation.quote ?? NONE, citation.locator ?? NONE].join(NONE);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.list.push(citation);
    this.numbers.set(key, number);
    return number;
  }
}

/** A text without its full stop as a sentence, with the marks of its citations before the stop. */
export function cited(text: string, marks: string): string {
  return marks === "" ? stopped(text) : `${text}${marks}.`;
}
