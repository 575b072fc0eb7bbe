import type { Day } from "../domain/day.js";
import type { Claim } from "../domain/record.js";
import type { Source } from "../domain/source.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { dayWords, laterDate, yearWords } from "../exposure/explain/date-words.js";
import { listWords } from "../exposure/explain/sentence.js";

/** A source as known on a day; null where it was not published yet. */
export type SourceOf = (id: string) => Source | null;

/**
 * On what kind of word a verdict rests, in a sentence or two with the publishers: that a claim of its proof is reported
 * only, and that none of the sources of one is of the day asked about. Empty where neither is so.
 */
export function restsOn(claims: readonly Claim[], day: Day, sources: SourceOf): string {
  const reported = claims.filter(({ status }) => status === "reported");
  const stale = claims.flatMap((claim) => lastStated(claim, day, sources) ?? []);
  const oldest = Math.min(...stale.map(({ latest }) => latest));
  const [first] = stale.filter(({ latest }) => latest === oldest);
  return [
    reported.length > 0 &&
      `This rests on what is reported, not confirmed (${publishers(reported, sources)}).`,
    first !== undefined &&
      `It was last stated in ${first.year} (${first.publisher}): no source says that it still held on ${dayWords(day)}.`,
  ]
    .filter((sentence) => sentence !== false)
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
function lastStated(claim: Claim, day: Day, sources: SourceOf): LastStated | null {
  if (claim.end !== null) return null;
  let last: { readonly publisher: string; readonly published: string } | null = null;
  for (const id of claim.sources) {
    const { publisher, published } = sources(id) ?? { publisher: "", published: null };
    if (published === null || laterDate(last?.published ?? null, published) !== published) continue;
    last = { publisher, published };
  }
  const year = last === null ? null : yearWords(last.published);
  if (last === null || year === null || year >= dayWords(day).slice(-4)) return null;
  return { publisher: last.publisher, latest: parseUncertainDate(last.published).latest, year };
}

function publishers(claims: readonly Claim[], sources: SourceOf): string {
  const known = claims.flatMap((claim) => claim.sources.flatMap((id) => sources(id)?.publisher ?? []));
  return known.length === 0 ? "no source of that time" : listWords([...new Set(known)]);
}
