import type { Finding } from "../../../src/exposure/finding.js";
import { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { REGIMES } from "../../../src/ownership/rules/regimes.js";
import { answerControl } from "../../../src/questions/control.js";
import { answerExposure } from "../../../src/questions/exposure.js";
import { answerOwnershipRule } from "../../../src/questions/ownership-rule.js";
import type { ExposureReport } from "../../../src/questions/report/exposure-report.js";
import { answerWhatIf } from "../../../src/questions/what-if.js";
import { type Spread, spreadOf, timed } from "../measure.js";
import { type Asked, inRounds, onRound } from "./in-rounds.js";
import { type StoreAt, withStore } from "./open.js";

export interface AskedJudgement {
  /** Control between, and each rule's verdict on, the counterparty of some finding and its target: one company each. */
  readonly control: Asked;
  readonly rule: Asked;
  /** A report with shares, control and all four rules on each counterparty of every finding. */
  readonly report: Asked;
  readonly findings: Spread;
  /** A what-if that rejects a claim of a path, over the plain question on the same view. */
  readonly whatIf: Spread;
  readonly whatIfMs: Spread;
}

/** A report may take long; so many are made whatever they take. */
const LEAST_REPORTS = 2;
/** So many universities are asked what would be if. */
const SUPPOSED = 40;

interface Pair {
  readonly target: string;
  readonly counterparty: string;
}

/** Asks for judgements in process. What one question remembers for its view serves the next, as it does in a server. */
export function askJudgement(input: {
  store: StoreAt;
  universities: readonly string[];
  warmUp: readonly string[];
}): Promise<AskedJudgement> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const findings: number[] = [];
    const ask = (university: string, round: number) => timed(() => judged(graph, university, round));
    await inRounds(input.warmUp, ask, LEAST_REPORTS);
    const report = await inRounds(
      input.universities,
      async (university, round) => {
        const took = await ask(university, round);
        findings.push(took.value.length);
        return took;
      },
      LEAST_REPORTS,
    );
    const pairs = await pairsOf(graph, input.universities);
    const control = await inRounds(pairs, ({ target, counterparty }, round) =>
      timed(() =>
        answerControl(graph, { controller: target, company: counterparty, ...onRound(10 + round) }),
      ),
    );
    const rules = pairs.flatMap(({ counterparty }) =>
      REGIMES.map((regime) => ({ company: counterparty, regime })),
    );
    const rule = await inRounds(rules, (question, round) =>
      timed(() => answerOwnershipRule(graph, { ...question, ...onRound(20 + round) })),
    );
    const supposed = await suppose(graph, input.universities.slice(0, SUPPOSED));
    return { report, findings: spreadOf(findings), control, rule, ...supposed };
  });
}

async function reportOf(graph: ResidentGraph, university: string, round: number): Promise<ExposureReport> {
  const report = await answerExposure(graph, { university, ...onRound(round) });
  if (!report) throw new Error(`there is no ${university}`);
  return report;
}

/** Reading is making. */
async function judged(graph: ResidentGraph, university: string, round: number): Promise<readonly Finding[]> {
  const report = await reportOf(graph, university, round);
  for (const finding of report.findings) {
    const { economicShare, rule } = report.details(finding);
    for (const counterparty of finding.counterparties) {
      if ((await economicShare(counterparty)).closedLoop === undefined || counterparty.control === undefined)
        throw new Error("a counterparty lacks a share or control");
      for (const regime of REGIMES) await rule(counterparty, regime, null);
    }
  }
  return report.findings;
}

/** Of each university the first finding that is not direct. */
async function pairsOf(graph: ResidentGraph, universities: readonly string[]): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (const university of universities) {
    const { findings } = await reportOf(graph, university, 30);
    const finding = findings.find((each) => each.channel === "SUBSIDIARY");
    const counterparty = finding?.counterparties[0]?.counterparty;
    if (finding && counterparty) pairs.push({ target: finding.target, counterparty });
  }
  return pairs;
}

/** Each university plainly and with a claim of its first path rejected, in turn, on views that nothing is remembered for. */
async function suppose(graph: ResidentGraph, universities: readonly string[]) {
  const ratios: number[] = [];
  const whatIfMs: number[] = [];
  for (const [at, university] of universities.entries()) {
    const { findings } = await reportOf(graph, university, 40);
    const claim = findings[0]?.path.steps.at(-1)?.relation;
    if (!claim) continue;
    const plain = await timed(() => reportOf(graph, university, 100 + at));
    const whatIf = await timed(() =>
      answerWhatIf(graph, { university, scenario: { rejectClaims: [claim] }, ...onRound(200 + at) }),
    );
    whatIfMs.push(whatIf.ms);
    ratios.push(whatIf.ms / plain.ms);
  }
  return { whatIf: spreadOf(ratios), whatIfMs: spreadOf(whatIfMs) };
}
