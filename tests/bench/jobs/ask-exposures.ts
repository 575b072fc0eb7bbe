import { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { answerExposure } from "../../../src/questions/exposure.js";
import { type Spread, spreadOf, timed } from "../measure.js";
import { type Asked, inRounds, onRound } from "./in-rounds.js";
import { type StoreAt, withStore } from "./open.js";

export interface AskedExposures extends Asked {
  readonly findings: Spread;
  /** Relations that the answers say were looked at, of each question. */
  readonly explored: Spread;
}

/** Asks what universities are exposed to, in process: with timing, totals and best path of every finding. */
export function askExposures(input: {
  store: StoreAt;
  universities: readonly string[];
  warmUp: readonly string[];
  maxHops: number;
}): Promise<AskedExposures> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const ask = (university: string, round: number) =>
      timed(() => exposure(graph, university, input.maxHops, round));
    await inRounds(input.warmUp, ask);
    const findings: number[] = [];
    const explored: number[] = [];
    const asked = await inRounds(input.universities, async (university, round) => {
      const took = await ask(university, round);
      findings.push(took.value.findings.length);
      explored.push(took.value.scope.exploredRelations);
      return took;
    });
    return { ...asked, findings: spreadOf(findings), explored: spreadOf(explored) };
  });
}

/** The answer to one question, with what is made on demand. */
async function exposure(graph: ResidentGraph, university: string, maxHops: number, round: number) {
  const report = await answerExposure(graph, { university, maxHops, ...onRound(round) });
  if (!report) throw new Error(`there is no ${university}`);
  for (const { timing, totals, path } of report.findings) checkMade([timing, totals, path]);
  return report;
}

/** Reading is making. */
export function checkMade(parts: readonly unknown[]): void {
  if (parts.includes(undefined)) throw new Error("a finding lacks a part");
}
