import { parseDay } from "../../domain/day.js";
import { dayWords } from "../../explain/date-words.js";
import { texts } from "../texts/english.js";

export interface Provenance {
  /** Titles of the dossiers from which it comes. */
  readonly dossiers: readonly string[];
  /** Who published what it rests on, where that is known for each mark. */
  readonly publishers?: readonly string[];
  /** Days as YYYY-MM-DD. */
  readonly validAt: string;
  readonly knownAt: string;
  readonly graphVersion: string;
}

/** What stands under every picture that leaves the page: sources, both clocks, the graph's version. */
export function captionOf({
  dossiers,
  publishers,
  validAt,
  knownAt,
  graphVersion,
}: Provenance): readonly string[] {
  const say = texts.pictures;
  const words = (day: string) => dayWords(parseDay(day));
  return [
    say.dossiers(dossiers),
    ...(publishers === undefined || publishers.length === 0 ? [] : [say.publishers(publishers)]),
    `${say.clocks(words(validAt), words(knownAt))} ${say.version(texts.product, graphVersion)}`,
  ];
}
