import type { ClaimBase } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import { mayBePublishedBy } from "../domain/source.js";
import { onDate } from "../exposure/explain/date-words.js";
import type { Projection } from "../projection/projection.js";

/**
 * A claim's words and where they stand, as known on a day: of its sources the first that may have been published by
 * then (the words belong to the first of all), else the first, with the day on which it came. Empty without any.
 */
export function citedWords(
  { sources }: Projection,
  claim: Pick<ClaimBase, "sources" | "quote">,
  knownAt: Day,
): { readonly quote: string | null; readonly where: string } {
  const cited = claim.sources.flatMap((id) => sources.get(id) ?? []);
  const source = cited.find((one) => mayBePublishedBy(one, knownAt)) ?? cited[0];
  if (source === undefined) return { quote: claim.quote, where: "" };
  const { publisher, published, url } = source;
  const isLater = !mayBePublishedBy(source, knownAt);
  return {
    quote: source.id === claim.sources[0] ? claim.quote : null,
    where: [
      publisher,
      ...(isLater && published !== null ? [`published only later, ${onDate(published)}`] : []),
      ...(url === null ? [] : [url]),
    ].join(", "),
  };
}
