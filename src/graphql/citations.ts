import type { ClaimBase } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import { mayBePublishedBy, type Source } from "../domain/source.js";
import type { Projection } from "../graph/projection.js";

/** Whose words a claim relies on. */
export interface Citation {
  readonly source: Source;
  readonly quote: string | null;
  readonly locator: string | null;
  /** Whether it was published only after the day as of which it was asked for. */
  readonly isLater: boolean;
}

/**
 * A claim's citations in the order of its row; the quote and the locator belong to the first. As known on a day: those
 * that may have been published by then, or all of them where none was (a public act is known on its day, whatever copy
 * of it is cited).
 */
export function citationsOf(
  projection: Projection,
  claim: Pick<ClaimBase, "sources" | "quote" | "locator">,
  knownAt: Day,
): readonly Citation[] {
  const all = claim.sources.flatMap((id, at) => {
    const source = projection.sources.get(id);
    if (!source) return [];
    const words = at === 0 ? { quote: claim.quote, locator: claim.locator } : { quote: null, locator: null };
    return [{ source, ...words, isLater: !mayBePublishedBy(source, knownAt) }];
  });
  const published = all.filter(({ isLater }) => !isLater);
  return published.length > 0 ? published : all;
}
