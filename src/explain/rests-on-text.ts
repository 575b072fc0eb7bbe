import type { Day } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { publisherOf, publishersOf } from "./attribution.js";
import { dayWords, laterDate, yearWords } from "./date-words.js";
import type { NamedSource, Names } from "./names.js";
import { sentence } from "./sentence.js";

/**
 * On what kind of word a verdict rests, in a sentence or two with the publishers: that a claim of its proof is reported
 * only, and that none of the sources of one is of the day asked about. Empty where neither is so.
 */
export function restsOnText(claims: readonly Claim[], day: Day, names: Names): string {
  const reported = claims.filter(({ status }) => status === "reported");
  const whose = publishersOf(reported, names) ?? "a source that is not of that time";
  const stale = claims.flatMap((claim) => lastStated(claim, day, names) ?? []);
  const oldest = Math.min(...stale.map(({ latest }) => latest));
  const first = stale.find(({ latest }) => latest === oldest);
  return [
    ...(reported.length > 0 ? [`this rests on what ${whose} reported, and is not confirmed`] : []),
    ...(first === undefined
      ? []
      : [
          `it was last stated in ${first.year}, by ${first.publisher}, and no source says that it still held on ${dayWords(day)}`,
        ]),
  ]
    .map(sentence)
    .join(" ");
}

interface LastStated {
  /** Who stated it last. */
  readonly publisher: string;
  /** The last day on which that may have been published. */
  readonly latest: Day;
  readonly year: string;
}

/** When a claim without a known end was last stated, if that was in a year before the one asked about. */
function lastStated(claim: Claim, day: Day, names: Names): LastStated | null {
  if (claim.end !== null) return null;
  let last: { readonly source: NamedSource; readonly published: string } | null = null;
  for (const id of claim.sources) {
    const source = names.source(id);
    const published = source?.published ?? null;
    if (source === null || published === null) continue;
    if (laterDate(last?.published ?? null, published) === published) last = { source, published };
  }
  const year = last === null ? null : yearWords(last.published);
  if (last === null || year === null || year >= dayWords(day).slice(-4)) return null;
  return { publisher: publisherOf(last.source), latest: parseUncertainDate(last.published).latest, year };
}
