import { sourceText } from "../explain/source-text.js";
import type { Projection } from "../graph/projection.js";
import type { Explanation } from "../questions/report/exposure-report.js";
import { print } from "./output.js";
import { wrapped } from "./words.js";

type Citations = Explanation["citations"];

/**
 * What the numbers of a paragraph cite: publisher, title, date and grade, then the address; numbers that follow one another
 * and cite one source in one entry. `quotes`: each number with the words relied on and where they stand.
 */
export function printSources(
  { sources }: Projection,
  citations: Citations,
  { quotes = false, indent = "" }: { readonly quotes?: boolean; readonly indent?: string } = {},
): void {
  for (const { first, last, cited } of entriesOf(citations)) {
    const number = first === last ? `[${first}] ` : `[${first}–${last}] `;
    const inner = indent + " ".repeat(number.length);
    const [{ source = "" } = {}] = cited;
    const found = sources.get(source);
    print(`${indent}${number}${wrapped(found === undefined ? source : sourceText(found), inner)}`);
    for (const { quote, locator } of quotes ? cited : [])
      if (quote !== null)
        print(`${inner}${wrapped(`"${quote}"${locator === null ? "" : ` (${locator})`}`, inner)}`);
    if (found?.url) print(`${inner}${found.url}`);
  }
}

interface Entry {
  readonly first: number;
  last: number;
  readonly cited: Citations[number][];
}

function entriesOf(citations: Citations): readonly Entry[] {
  const entries: Entry[] = [];
  for (const [at, citation] of citations.entries()) {
    const before = entries.at(-1);
    if (before?.cited[0]?.source === citation.source) {
      before.last = at + 1;
      before.cited.push(citation);
    } else entries.push({ first: at + 1, last: at + 1, cited: [citation] });
  }
  return entries;
}
