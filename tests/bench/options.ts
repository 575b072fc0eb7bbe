import { parseArgs } from "node:util";

export const LINES = [
  "loading",
  "projection",
  "refresh",
  "questions",
  "http",
  "judgement",
  "graphql",
  "start",
  "explorer",
  "overhead",
] as const;
export type LineName = (typeof LINES)[number];
export const ENGINES = ["sqlite", "neo4j"] as const;
export type Engine = (typeof ENGINES)[number];

/** What a run of the bench measures. */
export interface Options {
  /** Numbers of companies, ascending. */
  readonly sizes: readonly number[];
  readonly seed: number;
  /** Of how many ownerships no start is known, and of the ended ones no end: fractions, ascending. */
  readonly unknownDates: readonly number[];
  readonly engines: readonly Engine[];
  readonly lines: readonly LineName[];
  /** How many universities and pairs are drawn. */
  readonly questions: number;
  /** Where dossiers and SQLite stores are kept for the next run; null: they are removed. */
  readonly data: string | null;
  /** Small and asserting counts instead of times. */
  readonly quick: boolean;
}

export const USAGE = `npm run bench -- [options]
  --size 20000,200000        numbers of companies
  --seed 1                   of the graph and of the questions
  --unknown-dates 0,0.6      share of ownerships without a known start, and of the ended ones without a known end
  --store sqlite|neo4j|both  both: Neo4j is left out, and said so, where none can be started
  --only ${LINES.join(",")}
  --questions 300            how many universities and pairs are drawn
  --data FOLDER              keep dossiers and SQLite stores there, and use those of an earlier run
  --quick                    a small graph; asserts that both stores and both directions agree`;

/** Reads the arguments. @throws Error that says what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: "string", default: "20000,200000" },
      seed: { type: "string", default: "1" },
      "unknown-dates": { type: "string", default: "0,0.6" },
      store: { type: "string", default: "both" },
      only: { type: "string", default: LINES.join() },
      questions: { type: "string", default: "300" },
      data: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  return {
    sizes: values.size
      .split(",")
      .map((text) => wholeNumber("--size", text))
      .sort((a, b) => a - b),
    seed: wholeNumber("--seed", values.seed),
    unknownDates: values["unknown-dates"]
      .split(",")
      .map((text) => fraction("--unknown-dates", text))
      .sort((a, b) => a - b),
    engines: values.store === "both" ? ENGINES : [oneOf("--store", values.store, ENGINES)],
    lines: values.only.split(",").map((text) => oneOf("--only", text, LINES)),
    questions: wholeNumber("--questions", values.questions),
    data: values.data ?? null,
    quick: values.quick,
  };
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new Error(`${option}: "${text}" is not a whole number above 0`);
}

function fraction(option: string, text: string): number {
  if (/^(0|1|0?\.\d{1,4})$/.test(text)) return Number(text);
  throw new Error(`${option}: "${text}" is not a number from 0 to 1`);
}

function oneOf<Value extends string>(option: string, text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text);
  if (found) return found;
  throw new Error(`${option}: "${text}" is none of ${values.join(", ")}`);
}
