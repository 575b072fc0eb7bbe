import { ResidentGraph } from "../../../src/projection/resident-graph.js";
import { answerExposedUniversities } from "../../../src/questions/exposed-universities.js";
import { answerExposure } from "../../../src/questions/exposure.js";
import { answerPaths } from "../../../src/questions/paths.js";
import { median, type Spread, spreadOf, timed, watchProcessor } from "../measure.js";
import type { Questions } from "../questions.js";
import { ASKED_ON } from "../synthetic-graph.js";
import { type StoreAt, withStore } from "./open.js";

/** Milliseconds over many questions, each the median of its rounds. */
export interface Asked {
  readonly ms: Spread;
  /** As if each question had been asked in its quietest round. */
  readonly quietest: Spread;
  readonly rounds: number;
  readonly processorShare: number;
}

export interface AskedExposures extends Asked {
  readonly findings: Spread;
  /** Relations that the answers say were looked at, per question. */
  readonly explored: Spread;
}

export interface AskedReverse {
  readonly ms: readonly number[];
  /** The same, with the totals and the path of every finding made. */
  readonly wholeMs: readonly number[];
  readonly universities: number;
}

export interface AskedAll {
  readonly fourHops: AskedExposures;
  readonly eightHops: AskedExposures;
  readonly largest: { readonly ms: readonly number[]; readonly findings: number };
  readonly reverse: AskedReverse;
  readonly paths: Asked & { readonly found: Spread };
}

const ROUNDS = 3;
/** A line that takes longer is cut short, but for its first questions. */
const BUDGET_MS = 90_000;
const LEAST_QUESTIONS = 20;

/** Asks all questions of a store's graph in process, each in several rounds. */
export function askQuestions(input: { store: StoreAt; questions: Questions }): Promise<AskedAll> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const { universities, warmUp, largest, hub, pairs } = input.questions;
    await askExposures(graph, warmUp, 4);
    const fourHops = await askExposures(graph, universities, 4);
    await askExposures(graph, warmUp, 8);
    const eightHops = await askExposures(graph, universities, 8);
    await askPaths(graph, pairs.slice(-warmUp.length));
    const paths = await askPaths(graph, pairs);
    return {
      fourHops,
      eightHops,
      paths,
      largest: await askLargest(graph, largest, warmUp),
      reverse: await askReverse(graph, hub, warmUp),
    };
  });
}

/** Each round asks on another day, so that what is remembered for a view is made anew. */
function onRound(round: number) {
  return { validAt: ASKED_ON, knownAt: ASKED_ON + round };
}

async function exposure(graph: ResidentGraph, university: string, maxHops: number, round: number) {
  const report = await answerExposure(graph, { university, maxHops, ...onRound(round) });
  if (!report) throw new Error(`there is no ${university}`);
  for (const finding of report.findings) touch(finding);
  return report;
}

/** Makes what is made on demand. */
function touch(finding: { readonly timing: unknown; readonly totals: unknown; readonly path: unknown }) {
  return [finding.timing, finding.totals, finding.path];
}

async function askExposures(
  graph: ResidentGraph,
  universities: readonly string[],
  maxHops: number,
): Promise<AskedExposures> {
  const findings: number[] = [];
  const explored: number[] = [];
  const asked = await inRounds(universities, async (university, round) => {
    const { value, ms } = await timed(() => exposure(graph, university, maxHops, round));
    if (round === 0) {
      findings.push(value.findings.length);
      explored.push(value.scope.exploredRelations);
    }
    return ms;
  });
  return { ...asked, findings: spreadOf(findings), explored: spreadOf(explored) };
}

async function askPaths(graph: ResidentGraph, pairs: Questions["pairs"]) {
  const found: number[] = [];
  const asked = await inRounds(pairs, async ([from, to], round) => {
    const { value, ms } = await timed(() => answerPaths(graph, { from, to, ...onRound(round) }));
    if (round === 0) found.push(value?.paths.length ?? 0);
    return ms;
  });
  return { ...asked, found: spreadOf(found) };
}

/** Asks one thing after another, in rounds, as long as the budget lasts. The first of each round makes its view. */
async function inRounds<Question>(
  questions: readonly Question[],
  ask: (question: Question, round: number) => Promise<number>,
): Promise<Asked> {
  const processorShare = watchProcessor();
  const start = performance.now();
  const times: number[][] = questions.map(() => []);
  let rounds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 0) await ask(questions[0] as Question, round);
    for (const [at, question] of questions.entries()) {
      const isLate = performance.now() - start > BUDGET_MS;
      if (isLate && (round > 0 || at >= LEAST_QUESTIONS)) break;
      times[at]?.push(await ask(question, round));
      rounds = round + 1;
    }
  }
  const measured = times.filter((each) => each.length > 0);
  return {
    ms: spreadOf(measured.map(median)),
    quietest: spreadOf(measured.map((each) => Math.min(...each))),
    rounds,
    processorShare: processorShare(),
  };
}

async function askLargest(graph: ResidentGraph, university: string, warmUp: readonly string[]) {
  const ms: number[] = [];
  let findings = 0;
  for (const round of await freshRounds(graph, warmUp)) {
    const took = await timed(() => exposure(graph, university, 8, round));
    ms.push(took.ms);
    findings = took.value.findings.length;
  }
  return { ms, findings };
}

async function askReverse(
  graph: ResidentGraph,
  to: string,
  warmUp: readonly string[],
): Promise<AskedReverse> {
  const ms: number[] = [];
  const wholeMs: number[] = [];
  let universities = 0;
  for (const round of await freshRounds(graph, warmUp)) {
    const start = performance.now();
    const answer = await answerExposedUniversities(graph, { to, ...onRound(round) });
    const exposed = answer?.exposed ?? [];
    universities = exposed.map(({ university }) => university).length;
    ms.push(performance.now() - start);
    for (const { findings } of exposed) for (const finding of findings) touch(finding);
    wholeMs.push(performance.now() - start);
  }
  return { ms, wholeMs, universities };
}

let roundsAsked = ROUNDS;

/** Rounds on days on which little was asked before: each view is there, but hardly anything is remembered for it. */
async function freshRounds(graph: ResidentGraph, warmUp: readonly string[]): Promise<readonly number[]> {
  const rounds = Array.from({ length: ROUNDS }, (_, at) => roundsAsked + at);
  roundsAsked += ROUNDS;
  for (const round of rounds) await exposure(graph, warmUp[0] as string, 4, round);
  return rounds;
}
