import { type Day, printDay } from "../domain/day.js";
import type { Source } from "../domain/source.js";
import { ranges } from "./citations.js";
import { clockWords } from "./date-words.js";
import { sentence } from "./sentence.js";
import { copyWords, originalPublisher, sourceText } from "./source-text.js";

/** What an answer, or a group of it, says of itself to be cited. */
export interface AnswerToCite {
  readonly headline: string;
  /** With the numbers of its citations, where it has any. */
  readonly paragraph: string;
  readonly validAt: Day;
  readonly knownAt: Day;
  readonly graphVersion: string;
  /** In the order of the numbers in the paragraph, from 1. */
  readonly sources: readonly Source[];
  /** What the university itself decided about the parties, each as a sentence. */
  readonly decisions: readonly string[];
}

/** The same with where it is to be read; null: that is not said. It depends on nothing but the question and the graph. */
export interface CitedAnswer extends AnswerToCite {
  readonly address: string | null;
}

/** Under which name an answer is cited. */
const TITLE = "Exposure graph";

/** An answer as text: headline, paragraph, the university's own decisions, clocks, sources with their grades. */
export function citationText(cited: CitedAnswer): string {
  const { headline, paragraph, decisions, sources, address } = cited;
  const own =
    decisions.length === 0 ? [] : [["The university's own decisions:", ...decisions.map(line)].join("\n")];
  const numbered = [...new Set(sources)].map((source) => {
    const numbers = sources.flatMap((each, at) => (each === source ? [at + 1] : []));
    return `[${ranges(numbers)}] ${withAddress(source)}`;
  });
  return [
    headline,
    ...(paragraph === headline ? [] : [paragraph]),
    ...own,
    `${sentence(clockWords(cited.validAt, cited.knownAt))} ${TITLE}, version ${cited.graphVersion}.${address === null ? "" : ` ${address}`}`,
    ...(numbered.length === 0 ? [] : [["Sources:", ...numbered].join("\n")]),
  ].join("\n\n");
}

function line(text: string): string {
  return `- ${text}`;
}

function withAddress(source: Source): string {
  return source.url === null ? sourceText(source) : `${sourceText(source)}. ${source.url}`;
}

/** An item of CSL-JSON, as reference managers import it. */
export interface CslItem {
  readonly id: string;
  readonly type: "report" | "webpage";
  readonly title: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly abstract?: string;
  readonly note?: string;
  readonly URL?: string;
}

interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/** The same as CSL-JSON: the answer first, then each source as an item of its own. */
export function citationCsl(cited: CitedAnswer): readonly CslItem[] {
  const { headline, paragraph, decisions, sources, address, graphVersion } = cited;
  const answer: CslItem = {
    id: ["exposure", printDay(cited.validAt), printDay(cited.knownAt), `v${graphVersion}`].join("-"),
    type: "report",
    title: headline,
    publisher: TITLE,
    version: graphVersion,
    issued: dateParts(printDay(cited.knownAt)),
    abstract: paragraph,
    note: [sentence(clockWords(cited.validAt, cited.knownAt)), ...decisions].join(" "),
    ...(address !== null && { URL: address }),
  };
  return [answer, ...[...new Set(sources)].map(sourceItem)];
}

function sourceItem(source: Source): CslItem {
  const { id, title, published, retrieved, grade, url } = source;
  const note = [grade === null ? null : `grade ${grade}`, copyWords(source)].filter((part) => part !== null);
  const day = published?.split("/").find((part) => part !== "..");
  return {
    id,
    type: "webpage",
    title,
    publisher: originalPublisher(source),
    ...(day !== undefined && { issued: dateParts(day) }),
    ...(retrieved !== null && { accessed: dateParts(retrieved) }),
    ...(note.length > 0 && { note: note.join("; ") }),
    ...(url !== null && { URL: url }),
  };
}

/** As much of a date as is given: 2018, [2018, 7], [2018, 7, 4]. */
function dateParts(day: string): CslDate {
  return { "date-parts": [day.split("-").map(Number)] };
}
