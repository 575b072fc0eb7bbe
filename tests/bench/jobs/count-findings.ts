import { createHash } from "node:crypto";
import type { Finding } from "../../../src/exposure/finding.js";
import { ResidentGraph } from "../../../src/graph/resident-graph.js";
import { answerExposedUniversities } from "../../../src/questions/exposed-universities.js";
import { answerExposure } from "../../../src/questions/exposure.js";
import { ASKED_ON } from "../synthetic-graph.js";
import { type StoreAt, withStore } from "./open.js";

export interface CountedFindings {
  readonly findings: number;
  /** Of all findings with their timing, totals and path: equal where two stores answer alike. */
  readonly digest: string;
  /** What the walk back from a target and the walks forward to it tell differently; empty: nothing. */
  readonly differences: readonly string[];
  /** Findings that were compared so. */
  readonly compared: number;
}

const ON = { validAt: ASKED_ON, knownAt: ASKED_ON };

/** Asks every university given, and compares for some targets the answers forward with the one backwards. */
export function countFindings(input: {
  store: StoreAt;
  universities: readonly string[];
  targets: readonly string[];
}): Promise<CountedFindings> {
  return withStore(input.store, true, async (store) => {
    const graph = new ResidentGraph(store);
    const all: string[] = [];
    for (const university of input.universities) {
      const report = await answerExposure(graph, { university, ...ON });
      all.push(...(report?.findings ?? []).map(print));
    }
    const differences: string[] = [];
    let compared = 0;
    for (const target of input.targets) {
      const forward = new Set(await forwardTo(graph, input.universities, target));
      const backward = new Set(await backwardFrom(graph, target));
      compared += forward.size;
      for (const finding of forward) if (!backward.has(finding)) differences.push(`only forward: ${finding}`);
      for (const finding of backward) if (!forward.has(finding)) differences.push(`only back: ${finding}`);
    }
    return {
      findings: all.length,
      digest: createHash("sha256").update(all.join("\n")).digest("hex"),
      differences,
      compared,
    };
  });
}

async function forwardTo(
  graph: ResidentGraph,
  universities: readonly string[],
  target: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const university of universities) {
    const report = await answerExposure(graph, { university, targets: [target], ...ON });
    found.push(...(report?.findings ?? []).map(print));
  }
  return found;
}

async function backwardFrom(graph: ResidentGraph, to: string): Promise<string[]> {
  const answer = await answerExposedUniversities(graph, { to, ...ON });
  return (answer?.exposed ?? []).flatMap(({ findings }) => findings.map(print));
}

function print({ university, channel, target, timing, control, totals, path }: Finding): string {
  return JSON.stringify([university, channel, target, timing, control, totals, path]);
}
