/** Four digits and more in a row that are no year. */
const UNGROUPED = /(?<![\d,.\-/A-Za-z]|Section )(?!(?:18|19|20)\d\d(?!\d))\d{4,}(?![\d\-/A-Za-z])/;

import { splitSentences } from "./split-sentences.js";

/** What no sentence of the program may hold, with what is wrong about it. */
export const REFUSED: readonly (readonly [wrong: string, is: (sentence: string) => boolean])[] = [
  [
    "two stops, or a stop and a comma out of place",
    has(/\.\.(?!\.)|,,|,\.|;\.|:\.|\.;(?! )| ,| \.(?!\w)|\s\s/),
  ],
  ["quotation marks that do not close", (sentence) => (sentence.match(/"/g) ?? []).length % 2 === 1],
  ["no capital, digit or name at its front", has(/^(?!i[A-Z])(?!eBay)[a-z]/)],
  ["no stop at its end", (sentence) => !/[.?!]["”)]?$/.test(sentence)],
  ["undefined, null, NaN or an object", has(/\b(?:undefined|NaN|null)\b|\[object/)],
  ["a constant of the program", has(/\b[A-Z]{3,}_[A-Z_]+\b|\bPOSSIBLY\b|\bUNDETERMINED\b/)],
  [
    "an id in place of a name",
    has(/\b(?:company|university|public-body|probe|listing|claim|program|person):[a-z]/),
  ],
  ["a number from 1,000 on without commas", has(UNGROUPED)],
  ["an ISO date", has(/\b\d{4}-\d{2}(?:-\d{2})?\b(?!\/)/)],
  ["a currency by its long name", has(/\b(?:US dollars|British pounds|euros)\b/)],
  ["the party that was asked about is told as asked", has(/\b(?:is|was) asked for records\b/)],
  ["a reply is called missing", has(/No reply to it is on record/)],
  ["a source is told to deny", has(/a source states that it is not so/i)],
  ["whose word it is, in front of everything", has(/^It is (?:reported|alleged) that /)],
  ["no sentence of prose", has(/[Ii]n time this stands so|is joined by|concerned by|was found to be/)],
  [
    "a case that is told by its entry",
    has(/is a respondent in|brought an allegation|took effect\b(?!.*restrict)/),
  ],
  [
    "what is only known of the past is told in the present",
    has(/\bis (?:under inquiry|charged|the subject of)\b/),
  ],
  ["a part in what a paper only acknowledges", has(/\btakes or took part\b|\bworks or worked\b/)],
  ["internal words", has(/\b(?:dossier|transmits nothing|on what is known|counted flag|graph version)\b/)],
];

function has(pattern: RegExp): (sentence: string) => boolean {
  return (sentence) => pattern.test(unquoted(sentence));
}

/** Words of others, within marks, are theirs. */
function unquoted(sentence: string): string {
  return sentence.replaceAll(/"[^"]*"/g, '""');
}

export const MOST_WORDS = 35;

/** How long a sentence reads: words quoted count as they are; a quotation of whole sentences is read by itself. */
export function wordsOf(sentence: string): number {
  const whole = [...sentence.matchAll(/"([^"]*\.)"/g)].flatMap(([, quoted = ""]) => splitSentences(quoted));
  const rest = sentence.replaceAll(/"[^"]*\."/g, '""');
  return Math.max(...[rest, ...whole].map((each) => each.split(/\s+/).length));
}
