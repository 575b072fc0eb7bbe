import type { ClaimBase } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import { mayBePublishedBy, type Source } from "../domain/source.js";
import { onDate } from "../explain/date-words.js";
import { originalsFirst, sourceText } from "../explain/source-text.js";
import type { Projection } from "../graph/projection.js";

/** The source of a claim that is cited, as known on a day: an original before a copy, the higher grade first. */
export function citedSource(
  { sources }: Projection,
  claim: Pick<ClaimBase, "sources">,
  knownAt: Day,
): Source | null {
  const all = claim.sources.flatMap((id) => sources.get(id) ?? []);
  const published = all.filter((source) => mayBePublishedBy(source, knownAt));
  return originalsFirst(published, (source) => source)[0] ?? all[0] ?? null;
}

/** The source of a claim that is cited and, unless that is only a copy, the one that its words are from, as known on a day. */
export function citedSources(
  projection: Projection,
  claim: Pick<ClaimBase, "sources" | "quote">,
  knownAt: Day,
): readonly Source[] {
  const best = citedSource(projection, claim, knownAt);
  if (best === null) return [];
  const quoted = projection.sources.get(claim.sources[0] ?? "");
  const isCited = quoted !== undefined && claim.quote !== null && mayBePublishedBy(quoted, knownAt);
  return isCited && quoted.id !== best.id && quoted.copyOf === null ? [best, quoted] : [best];
}

/**
 * A claim's words and where they stand, as known on a day. The words belong to its first source; empty without any.
 */
export function citedWords(
  projection: Projection,
  claim: Pick<ClaimBase, "sources" | "quote">,
  knownAt: Day,
): { readonly quote: string | null; readonly where: string } {
  const source = citedSource(projection, claim, knownAt);
  if (source === null) return { quote: claim.quote, where: "" };
  const isLater = !mayBePublishedBy(source, knownAt);
  return {
    quote: source.id === claim.sources[0] ? claim.quote : null,
    where: [
      sourceText(source),
      ...(isLater && source.published !== null ? [`published only later, ${onDate(source.published)}`] : []),
      ...(source.url === null ? [] : [source.url]),
    ].join(", "),
  };
}
