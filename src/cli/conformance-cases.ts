import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../domain/verdict.js";
import type { RuleVerdict } from "../ownership/rules/ownership-rule.js";
import type { Regime } from "../ownership/rules/regimes.js";

/** The worked examples that come with the program; their README says what each field means. */
const CASES = join(import.meta.dirname, "../../tests/fixtures/conformance");

export interface CaseHolding {
  readonly from: string;
  readonly to: string;
  /** Ownership where it is left out. */
  readonly kind?: "Ownership" | "Control" | "Affiliation";
  readonly share?: string;
  readonly right?: "economic" | "votes";
}

interface AskedOn {
  /** A day as text. */
  readonly on: string;
}

export interface RuleAsk extends AskedOn {
  readonly ask: "rule";
  readonly regime: Regime;
  readonly company: string;
  readonly flagged: readonly string[];
  readonly is: RuleVerdict;
  readonly wouldBe?: Verdict;
}

export interface IntegratedAsk extends AskedOn {
  readonly ask: "integrated";
  readonly owner: string;
  readonly company: string;
  readonly is: readonly [min: number, max: number] | "closed loop";
}

export interface ControlAsk extends AskedOn {
  readonly ask: "control";
  readonly controller: string;
  readonly company: string;
  readonly is: Verdict;
}

export type CaseAsk = RuleAsk | IntegratedAsk | ControlAsk;

export interface ConformanceCase {
  readonly name: string;
  readonly holdings: readonly CaseHolding[];
  readonly asks: readonly CaseAsk[];
}

/** One file: a subject with its cases. */
export interface ConformanceFile {
  /** Its name without the ending. */
  readonly subject: string;
  readonly title: string;
  readonly cases: readonly ConformanceCase[];
}

/** The files of cases, by name. They are the program's own and are trusted. */
export function conformanceFiles(folder = CASES): readonly ConformanceFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      subject: file.slice(0, -".json".length),
      ...(JSON.parse(readFileSync(join(folder, file), "utf8")) as Omit<ConformanceFile, "subject">),
    }));
}
