import type { ClaimBase } from "../domain/claim.js";
import type { Source } from "../domain/source.js";
import type { Projection } from "../projection/projection.js";

/** Whose words a claim relies on. */
export interface Citation {
  readonly source: Source;
  readonly quote: string | null;
  readonly locator: string | null;
}

/** A claim's citations in the order of its row; the quote and the locator belong to the first. */
export function citationsOf(
  projection: Projection,
  claim: Pick<ClaimBase, "sources" | "quote" | "locator">,
): readonly Citation[] {
  return claim.sources.flatMap((id, at) => {
    const source = projection.sources.get(id);
    if (!source) return [];
    return [{ source, quote: at === 0 ? claim.quote : null, locator: at === 0 ? claim.locator : null }];
  });
}
