import { RULES, type Rule, type RuleName, type Severity } from "../rules.js";

/** Something wrong in a dossier: where, and in one sentence what is wrong and how to mend it. */
export interface Problem {
  readonly file: string;
  /** Null where the whole file is meant. */
  readonly line: number | null;
  readonly severity: Severity;
  /** The id of the rule that is broken. */
  readonly rule: Rule["id"];
  readonly message: string;
}

/** Where reading and checking put what they find. */
export interface Problems {
  add(rule: RuleName, file: string, line: number | null, message: string): void;
  /** How many errors were found so far. */
  readonly errors: number;
  /** Everything found, sorted by file, line and message. */
  list(): readonly Problem[];
}

/** A file that is wrong in every row must not fill the memory: beyond this many, a file's problems are counted. */
const KEPT_PER_FILE = 10_000;

/** An empty collection of problems. */
export function collectProblems(): Problems {
  const kept: Problem[] = [];
  const counts = new Map<string, number>();
  let errors = 0;
  const take = (problem: Problem) => {
    if (problem.severity === "error") errors++;
    const count = (counts.get(problem.file) ?? 0) + 1;
    counts.set(problem.file, count);
    if (count <= KEPT_PER_FILE) kept.push(problem);
  };
  return {
    add: (name, file, line, message) => take(problemOf(name, file, line, message)),
    get errors() {
      return errors;
    },
    list: () => [...kept, ...overflow(counts)].sort(byPlace),
  };
}

function overflow(counts: ReadonlyMap<string, number>): Problem[] {
  return [...counts]
    .filter(([, count]) => count > KEPT_PER_FILE)
    .map(([file, count]) =>
      problemOf(
        "tooMany",
        file,
        null,
        `has ${count} problems, of which the first ${KEPT_PER_FILE} are listed: mend these and check again`,
      ),
    );
}

function problemOf(name: RuleName, file: string, line: number | null, message: string): Problem {
  const { id, severity } = RULES[name];
  return { file, line, severity, rule: id, message };
}

function byPlace(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.message, b.message);
}

/** The order of texts by code unit: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Control characters, line separators, and those that are not seen or turn the direction of what is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is its purpose
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** `file:line: what is wrong, and how to mend it [DS014]`, on one line: what a cell holds is quoted so that it can be seen. */
export function printProblem({ file, line, severity, rule, message }: Problem): string {
  const place = line === null ? file : `${file}:${line}`;
  const seen = message.replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `${place}: ${severity === "warning" ? "warning: " : ""}${seen} [${rule}]`;
}
