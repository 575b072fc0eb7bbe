import { printDay } from "../../src/domain/day.js";
import { type Spread, spreadOf, timed } from "./measure.js";
import type { Questions } from "./questions.js";
import type { Server } from "./server.js";
import { ASKED_ON } from "./synthetic-graph.js";

/** What a reader sees first of an answer. */
const REPORT = `query Report($university: ID!, $maxHops: Int!, $validAt: Date!, $knownAt: Date!) {
  exposure(university: $university, maxHops: $maxHops, validAt: $validAt, knownAt: $knownAt) {
    headline
    totals { currency concurrent { min max } possiblyConcurrent { min max } after { min max } before { min max } }
    groups(first: 20) { totalCount nodes { group { id name } timing control totals { currency concurrent { min max } } } }
    findings(first: 20) {
      totalCount
      nodes {
        channel
        target { id name }
        timing
        control
        totals { currency transactions concurrent { min max } before { min max } }
        path { hops steps { relation { id } from { id } to { id } forward } }
      }
    }
  }
}`;

interface ReportData {
  readonly exposure: { readonly findings: { readonly totalCount: number } };
}

export interface AskedOverHttp {
  readonly ms: Spread;
  /** Of the server's threads together, of all questions but those of the warm-up; null where the system does not tell. */
  readonly processorMs: number | null;
  readonly findings: Spread;
  /** Questions that the server cut short. */
  readonly late: number;
  /** How long a second client waited for an answer that takes no work, while all were asked once more. */
  readonly waits: Spread;
}

/** Asks for reports over HTTP, one after the other, as a reader sees them first. */
export async function askOverHttp(
  server: Server,
  { universities, warmUp }: { readonly universities: readonly string[]; readonly warmUp: readonly string[] },
  maxHops: number,
): Promise<AskedOverHttp> {
  const days = { validAt: printDay(ASKED_ON), knownAt: printDay(ASKED_ON) };
  const ask = (university: string) => server.ask<ReportData>(REPORT, { university, maxHops, ...days });
  for (const university of warmUp) await ask(university).catch(ignoreLate);
  const before = server.processorMs();
  const ms: number[] = [];
  const findings: number[] = [];
  for (const university of universities) {
    const { value, ms: took } = await timed(() => ask(university).catch(ignoreLate));
    ms.push(took);
    if (value !== null) findings.push(value.exposure.findings.totalCount);
  }
  const after = server.processorMs();
  const waits = watchWaits(server);
  for (const university of universities) await ask(university).catch(ignoreLate);
  return {
    ms: spreadOf(ms),
    processorMs: before === null || after === null ? null : (after - before) / universities.length,
    findings: spreadOf(findings),
    late: universities.length - findings.length,
    waits: spreadOf(await waits()),
  };
}

/** @throws what is no answer that was cut short. */
function ignoreLate(fault: unknown): null {
  if (String(fault).includes("DEADLINE_EXCEEDED")) return null;
  throw fault;
}

/** Asks for nothing, again and again, until the waits are asked for. */
export function watchWaits(server: Server): () => Promise<readonly number[]> {
  const waits: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) waits.push(await server.wait());
  })();
  return async () => {
    isOver = true;
    await watching;
    return waits;
  };
}

const REVERSE = `query Exposed($to: ID!, $validAt: Date!, $knownAt: Date!, $after: String) {
  exposedUniversities(to: $to, validAt: $validAt, knownAt: $knownAt, after: $after) {
    totalCount
    pageInfo { endCursor hasNextPage }
    nodes {
      university { id name }
      findings { channel timing totals { currency transactions concurrent { min max } before { min max } } path { hops } }
    }
  }
}`;

interface ReverseData {
  readonly exposedUniversities: { readonly pageInfo: { readonly endCursor: string } };
}

export interface AskedPages {
  readonly firstMs: readonly number[];
  readonly secondMs: readonly number[];
}

const PAGE_ROUNDS = 9;
/** As of all questions, a few are asked before time is taken. */
const PAGE_WARM_UP = 4;

/**
 * Milliseconds of the first pages of reverse exposure over GraphQL, several times: each time on another day, of which
 * nothing is remembered but the view, which another target has made.
 */
export async function askReversePages(
  server: Server,
  { hub, smallTarget }: Pick<Questions, "hub" | "smallTarget">,
): Promise<AskedPages> {
  const pages = { firstMs: [] as number[], secondMs: [] as number[] };
  for (let round = -PAGE_WARM_UP; round < PAGE_ROUNDS; round += 1) {
    // Before ASKED_ON nothing of the graph is known, and an empty answer warms nothing up.
    const days = { validAt: printDay(ASKED_ON), knownAt: printDay(ASKED_ON + PAGE_WARM_UP + round) };
    await server.ask(REVERSE, { to: smallTarget, ...days });
    const first = await timed(() => server.ask<ReverseData>(REVERSE, { to: hub, ...days }));
    const after = first.value.exposedUniversities.pageInfo.endCursor;
    const second = await timed(() => server.ask(REVERSE, { to: hub, ...days, after }));
    if (round < 0) continue;
    pages.firstMs.push(first.ms);
    pages.secondMs.push(second.ms);
  }
  return pages;
}
