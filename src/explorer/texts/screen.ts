import { count } from "./count.js";

/* Screen. */

export const screen = {
  title: "Screen names",
  lead: "Paste names, one on a line, or drop a CSV. Each gets its candidates with the reasons of their scores, and the exposure beside them. A likeness of names is no identity: look before you conclude.",
  names: "Names, one on a line",
  file: "or a CSV file (choose it, or drop it here)",
  column: "Column with the names",
  columnOf: (at: number, name: string) => `${at}: ${name}`,
  go: "Screen",
  example: "Try an example",
  exampleNames: ["Huawei Tech", "Univ. of California Berkeley", "FutureWei", "Sense Time", "Acme Widgets"],
  tooMany: (n: number, most: number) =>
    `${n.toLocaleString("en-US")} names are more than a link can hold: the first ${most} are taken.`,
  noNames: "There is no name in it: write one name on a line.",
  badFile: (line: number, what: string) => `This is no CSV: line ${line} ${what}.`,
  problems: {
    quote: "has a quotation mark that is not closed, or text after a closed one",
    columns: "has another number of columns than the first line",
    binary: "holds signs that no text has",
    other: "cannot be read",
  },
  progress: (done: number, all: number) =>
    done === all
      ? `${count(all, "name", "names")} looked up.`
      : `${done} of ${count(all, "name", "names")} looked up.`,
  name: "Name",
  candidate: "Candidate",
  score: "Score and reasons",
  flags: "Probes and listings",
  exposure: "Exposure",
  none: "no match",
  far: (n: number) =>
    `The ${n === 1 ? "nearest candidate has" : `${n} nearest candidates have`} little in common with it`,
  more: (n: number) => `${count(n, "other candidate", "other candidates")}`,
  scored: (score: string) => `${score} of 1`,
  flagsOf: (n: number) => (n === 0 ? "none on record" : `${n}`),
  exposed: (n: number) => count(n, "university has a finding on it", "universities have findings on it"),
  exposedNone: "no university of the dossiers has a finding on it",
  findings: (n: number, groups: string) => `${count(n, "finding", "findings")}: ${groups}`,
  findingsNone: "no finding within what was searched",
  feature: {
    identifier: "an identifier or the id fits exactly",
    words: "of the words asked for stand in the name",
    wholeWords: "of the words asked for as whole words",
    nearWords: "of the words asked for with a letter or two otherwise",
    coverage: "of the name are made up by them, legal forms apart",
    equal: "the texts are the same",
    mainName: "it is the main name, not an alias",
    claims: "how much is said of it, on a scale of logarithms",
  } as Record<string, string>,
  matched: (name: string) => `by “${name}”`,
} as const;
