import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { apart } from "./apart.js";
import { askOverHttp, askReversePages } from "./ask-over-http.js";
import { type Compared, compareLargest, compareWithCypher } from "./compare-with-cypher.js";
import type { Asked } from "./jobs/in-rounds.js";
import type { StoreAt } from "./jobs/open.js";
import type { Followed } from "./jobs/refresh-projections.js";
import { median } from "./measure.js";
import type { Engine } from "./options.js";
import type { Questions } from "./questions.js";
import { count, type Figure, megabytes, ms } from "./report.js";
import { startServer } from "./server.js";
import { writeVisible } from "./write-visible.js";

/** A store of one size, and where its figures go. */
export interface Bench {
  readonly size: number;
  /** Of how many ownerships no start is known, and of the ended ones no end. */
  readonly unknownDates: number;
  readonly engine: Engine;
  readonly store: StoreAt;
  /** For files that are removed afterwards. */
  readonly scratch: string;
  readonly questions: Questions;
  readonly add: (figure: Omit<Figure, "size">) => void;
}

const NAMES: Readonly<Record<Engine, string>> = { sqlite: "SQLite", neo4j: "Neo4j" };
const LOADING_BAR: Readonly<Record<Engine, number>> = { sqlite: 25_000, neo4j: 8_000 };
const BUILDING_BAR: Readonly<Record<Engine, number>> = { sqlite: 200_000, neo4j: 150_000 };
const BUILDS = 5;
const WRITES = [1, 100, 10_000];
const REFRESHES = 5;

/** Loads the dossiers into the store, which is empty. */
export async function measureLoading({ engine, store, add }: Bench, folder: string): Promise<void> {
  const loaded = await apart("load", { folder, store });
  const perSecond = (loaded.claims / loaded.ms) * 1000;
  const { readingMs, writingMs } = loaded;
  const rest = loaded.ms - readingMs - writingMs;
  add({
    what: `load into ${NAMES[engine]}, reading and checking included`,
    bar: `≥ ${count(LOADING_BAR[engine])} claims/s`,
    figure: `${count(perSecond)} claims/s (reading ${ms(readingMs)}, checking ${ms(rest)}, writing ${ms(writingMs)}: ${count((loaded.claims / writingMs) * 1000)}/s; processor ${loaded.processorShare.toFixed(2)})`,
    holds: perSecond >= LOADING_BAR[engine],
  });
  add({
    what: `greatest resident size while loading into ${NAMES[engine]}`,
    bar: "flat in file size",
    figure: `${megabytes(loaded.peakResident)} for ${count(loaded.claims)} claims in ${megabytes(loaded.bytes)} of files`,
    holds: null,
  });
}

/** What the engine takes at best. */
export async function measureBareInserts({ engine, store, scratch, add }: Bench): Promise<void> {
  const file = join(scratch, "bare.db");
  const perSecond = await apart("insertBare", { store, scratch: file });
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  add({
    what: `bare inserts into ${NAMES[engine]}, for comparison`,
    bar: "",
    figure: `${count(perSecond)} relations/s`,
    holds: null,
  });
}

/** Builds the projection, and weighs it. */
export async function measureProjection({ engine, store, add }: Bench): Promise<void> {
  const built = await apart("buildProjections", { store, rounds: BUILDS });
  const rate = (milliseconds: number) => (built.relations / milliseconds) * 1000;
  const best = Math.min(...built.ms);
  add({
    what: `projection built from ${NAMES[engine]}`,
    bar: `≥ ${count(BUILDING_BAR[engine])} relations/s`,
    figure: `${count(rate(median(built.ms)))} relations/s (best ${count(rate(best))}, first ${count(rate(built.ms[0] ?? 0))}; processor ${built.processorShare.toFixed(2)})`,
    holds: rate(median(built.ms)) >= BUILDING_BAR[engine],
  });
  if (engine !== "sqlite") return;
  const perRelation = built.relationBytes / built.relations;
  const perEntity = built.entityBytes / built.entities;
  add({
    what: "bytes a relation",
    bar: "≤ 80",
    figure: perRelation.toFixed(1),
    holds: perRelation <= 80,
  });
  add({ what: "bytes an entity", bar: "≤ 160", figure: perEntity.toFixed(1), holds: perEntity <= 160 });
  add({
    what: "memory of the projection in the process, and by its own count",
    bar: "",
    figure: `${megabytes(built.memoryBytes)}, ${megabytes(built.relationBytes + built.entityBytes)}`,
    holds: null,
  });
}

/** Follows writes of growing size. A SQLite file is copied for it; a Neo4j is written into. */
export async function measureRefresh(bench: Bench): Promise<void> {
  const { size, engine, store, scratch, add } = bench;
  const file = join(scratch, "refresh.db");
  if (engine === "sqlite") copyFileSync(store.address.slice("sqlite:".length), file);
  const own = engine === "sqlite" ? { address: `sqlite:${file}` } : store;
  const { refreshed, builtMs } = await apart("refreshProjections", {
    store: own,
    sizes: WRITES.filter((claims) => claims <= size),
    rounds: REFRESHES,
  });
  await measureVisible(bench, own);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  const told = ({ processorMs, waitedMs, isBuilt }: Followed) =>
    `${ms(processorMs)}${isBuilt ? ", built anew" : ""} (others wait ${ms(waitedMs)} at most)`;
  for (const { claims, corrected, added } of refreshed)
    add({
      what: `refresh from ${NAMES[engine]} after a write of ${claims === 1 ? "a claim" : `${count(claims)} claims`}, processor time`,
      bar: claims === 1 ? "≤ 1/20 of a build" : "",
      figure: `corrections ${told(corrected)}, with as many new companies ${told(added)}; a build ${ms(builtMs)}`,
      holds: claims === 1 ? Math.max(corrected.processorMs, added.processorMs) <= builtMs / 20 : null,
    });
}

/** A write in a process beside the server's, as a load is, until a client of the server reads it. */
async function measureVisible({ engine, questions, add }: Bench, store: StoreAt): Promise<void> {
  const server = await startServer(store);
  try {
    const { ms: took, waits } = await writeVisible(
      { store, server, university: questions.largest },
      REFRESHES,
    );
    add({
      what: `a write of one claim into ${NAMES[engine]} is visible over HTTP`,
      bar: "< 3 s",
      figure: `${ms(took.p50)} (most ${ms(took.max)} of ${took.count}; others wait p50 ${ms(waits.p50)}, most ${ms(waits.max)})`,
      holds: took.max < 3000,
    });
  } finally {
    await server.stop();
  }
}

/** Asks in process. The answer is the processor time, in microseconds, of a relation looked at. */
export async function measureQuestions(bench: Bench): Promise<number> {
  const perRelation = await measureExposures(bench);
  await measurePaths(bench);
  return perRelation;
}

async function measureExposures({ store, unknownDates, questions, add }: Bench): Promise<number> {
  const { universities, warmUp, largest } = questions;
  const isKnown = unknownDates === 0;
  const four = await apart("askExposures", { store, universities, warmUp, maxHops: 4 });
  add({
    what: "exposure at 4 hops, p50",
    bar: "",
    figure: `${ms(four.ms.p50)} (${aside(four, "p50")}; ${four.findings.p50} findings)`,
    holds: null,
  });
  const eight = await apart("askExposures", { store, universities, warmUp, maxHops: 8 });
  add({
    what: "exposure at 8 hops, p50",
    bar: isKnown ? "< 15 ms" : "",
    figure: `${ms(eight.ms.p50)} (${aside(eight, "p50")}; ${eight.findings.p50} findings)`,
    holds: isKnown ? eight.ms.p50 < 15 : null,
  });
  add({
    what: "exposure at 8 hops, p99",
    bar: isKnown ? "< 80 ms" : "",
    figure: `${ms(eight.ms.p99)} (${aside(eight, "p99")}; at most ${eight.findings.max} findings)`,
    holds: isKnown ? eight.ms.p99 < 80 : null,
  });
  const perRelation = (eight.processorMs.sum / eight.processorMs.count / mean(eight.explored)) * 1000;
  add({
    what: "processor time a relation looked at, 8 hops",
    bar: "",
    figure: `${perRelation.toFixed(2)} µs (${count(eight.explored.p50)} relations at p50)`,
    holds: null,
  });
  const most = await apart("askExposures", { store, universities: [largest], warmUp, maxHops: 8 });
  add({
    what: "exposure of the university with the most fundings, 8 hops",
    bar: "",
    figure: `${ms(most.ms.p50)} (${aside(most, "p50")}; ${most.findings.p50} findings)`,
    holds: null,
  });
  const turns = await apart("watchTurns", {
    store,
    universities: [...universities, largest],
    warmUp,
    maxHops: 8,
  });
  add({
    what: "longest turn of the event loop, 8 hops, processor time",
    bar: "< 5 ms",
    figure: `${ms(turns.longestMs)} (${turns.questions} questions, the largest university's among them)`,
    holds: turns.longestMs < 5,
  });
  return perRelation;
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}

async function measurePaths({ store, questions: { pairs }, add }: Bench): Promise<void> {
  const paths = await apart("askPaths", { store, pairs, warmUp: pairs.slice(-60) });
  add({
    what: "3 shortest paths, p50",
    bar: "< 3 ms",
    figure: `${ms(paths.ms.p50)} (${aside(paths, "p50")}; ${paths.found.p50} found)`,
    holds: paths.ms.p50 < 3,
  });
  add({
    what: "3 shortest paths, p95",
    bar: "< 15 ms",
    figure: `${ms(paths.ms.p95)} (${aside(paths, "p95")})`,
    holds: paths.ms.p95 < 15,
  });
}

/** Shares, control, rules and what-if, in process. */
export async function measureJudgement({ store, questions, add }: Bench): Promise<void> {
  const { universities, warmUp } = questions;
  const asked = await apart("askJudgement", { store, universities, warmUp: warmUp.slice(0, 2) });
  for (const [what, spread] of [
    ["control of one company", asked.control],
    ["a rule's verdict on one company", asked.rule],
  ] as const) {
    add({
      what: `${what}, p50`,
      bar: "< 2 ms",
      figure: `${ms(spread.ms.p50)} (${aside(spread, "p50")}; p99 ${ms(spread.ms.p99)})`,
      holds: spread.ms.p50 < 2,
    });
  }
  const { report, findings, whatIf, whatIfMs } = asked;
  for (const { percentile, bar } of [
    { percentile: "p50", bar: 60 },
    { percentile: "p99", bar: 400 },
  ] as const) {
    add({
      what: `report with shares, control and all four rules on each counterparty, ${percentile}`,
      bar: `< ${bar} ms`,
      figure: `${ms(report.ms[percentile])} (${aside(report, percentile)}; ${findings.p50} findings at p50)`,
      holds: report.ms[percentile] < bar,
    });
  }
  add({
    what: "what-if that rejects a claim, over the plain question",
    bar: "≤ 2×",
    figure: `${whatIf.p50.toFixed(2)}× (p95 ${whatIf.p95.toFixed(2)}×; ${ms(whatIfMs.p50)}; ${whatIf.count} questions)`,
    holds: whatIf.p50 <= 2,
  });
}

/** Integrated ownership where it is hardest; needs no store. */
export async function measureRings(add: (figure: Omit<Figure, "size">) => void): Promise<void> {
  const { ring, chains } = await apart("solveRings", { rounds: 5 });
  add({
    what: `integrated ownership of one owner, ${ring.companies} companies in rings`,
    bar: "< 1 s",
    figure: ms(ring.ms),
    holds: ring.ms < 1000,
  });
  const perCompany = chains.map((chain) => chain.ms / chain.companies);
  const growth = (perCompany.at(-1) ?? Number.NaN) / (perCompany[0] ?? Number.NaN);
  add({
    what: "the same down a chain, time a company: largest over smallest",
    bar: "linear: ≤ 1.5×",
    figure: `${growth.toFixed(2)}× (${chains.map((chain) => `${count(chain.companies)}: ${ms(chain.ms)}`).join(", ")})`,
    holds: growth <= 1.5,
  });
}

/** How far a figure may be trusted: processor time, which other work on the machine lengthens less, and how many were asked. */
function aside(asked: Asked, percentile: "p50" | "p95" | "p99"): string {
  const questions = asked.ms.count === 1 ? "1 question" : `${asked.ms.count} questions`;
  const rounds = asked.rounds === 1 ? "1 round" : `${asked.rounds} rounds`;
  return `processor ${ms(asked.processorMs[percentile])}; ${questions}, ${rounds}`;
}

function timesOf({ graphql, cypher }: Compared): number {
  return cypher.p50 / graphql.p50;
}

function besideCypher({ graphql, cypher, ratio, timeouts, text }: Compared): string {
  return `GraphQL ${ms(graphql.p50)}, Cypher ${ms(cypher.p50)}; ratio of each question p50 ${ratio.p50.toFixed(1)}×; p99 ${ms(graphql.p99)} and ${ms(cypher.p99)}; ${timeouts} of ${graphql.count} out of time; Cypher: ${text}`;
}

/** What a reader waits for, over HTTP, and how long others wait meanwhile. */
export async function measureHttp({ store, unknownDates, questions, add }: Bench): Promise<void> {
  const server = await startServer(store);
  try {
    for (const { maxHops, bar } of [
      { maxHops: 4, bar: unknownDates === 0 ? 8 : 25 },
      { maxHops: 8, bar: unknownDates === 0 ? 25 : 80 },
    ]) {
      const asked = await askOverHttp(server, questions, maxHops);
      const { ms: took, findings, late, waits } = asked;
      const processor = asked.processorMs === null ? "" : `processor ${ms(asked.processorMs)} a question, `;
      add({
        what: `exposure over HTTP, ${maxHops} hops: headline, totals, groups and the first 20 findings, p50`,
        bar: `< ${bar} ms, none out of time`,
        figure: `${ms(took.p50)} (${processor}p99 ${ms(took.p99)}, most ${ms(took.max)}; ${findings.p50} findings; ${late} of ${took.count} out of time; others wait p99 ${ms(waits.p99)}, most ${ms(waits.max)})`,
        holds: took.p50 < bar && late === 0,
      });
    }
    const largest = { universities: [questions.largest], warmUp: [] };
    const most = await askOverHttp(server, largest, 8);
    add({
      what: "the same of the university with the most fundings, 8 hops",
      bar: "",
      figure: `${ms(most.ms.p50)} (${most.findings.p50} findings; others wait at most ${ms(most.waits.max)})`,
      holds: null,
    });
    const { firstMs, secondMs } = await askReversePages(server, questions);
    for (const { page, took, bar } of [
      { page: "first", took: firstMs, bar: 400 },
      { page: "further", took: secondMs, bar: 60 },
    ]) {
      add({
        what: `reverse exposure of the largest hub over HTTP, ${page} page`,
        bar: `< ${bar} ms`,
        figure: `${ms(median(took))} (best ${ms(Math.min(...took))}, most ${ms(Math.max(...took))})`,
        holds: median(took) < bar,
      });
    }
    const resident = server.resident();
    add({
      what: "resident memory of the server after these questions, SQLite",
      bar: "< 600 MB",
      figure: resident === null ? "not told by this system" : megabytes(resident),
      holds: resident === null ? null : resident < 600e6,
    });
  } finally {
    await server.stop();
  }
}

/** Over HTTP, beside Cypher on the same database. */
export async function measureGraphql(bench: Bench, questions: number): Promise<void> {
  const { store, add } = bench;
  const server = await startServer(store);
  try {
    for (const { maxHops, bar } of [
      { maxHops: 4, bar: 5 },
      { maxHops: 8, bar: 40 },
    ]) {
      const { amounts, withPaths, findings, cypherFindings } = await compareWithCypher(
        { store, server, questions: bench.questions },
        maxHops,
        questions,
      );
      const times = timesOf(amounts);
      add({
        what: `GraphQL over Neo4j against Cypher, ${maxHops} hops, p50`,
        bar: `≥ ${bar}×`,
        figure: `${times.toFixed(1)}× (${besideCypher(amounts)}; ${findings.p50} and ${cypherFindings.p50} findings)`,
        holds: times >= bar,
      });
      add({
        what: `the same, both with a path to each target, ${maxHops} hops, p50`,
        bar: "",
        figure: `${timesOf(withPaths).toFixed(1)}× (${besideCypher(withPaths)})`,
        holds: null,
      });
    }
    const largest = await compareLargest(store, server, bench.questions);
    const texts = largest.cypherMs.map((each) => (each.ms === null ? "out of time" : ms(each.ms)));
    add({
      what: "the university with the most fundings over GraphQL, 8 hops, and by each Cypher text",
      bar: "",
      figure: `${ms(largest.graphqlMs)}; ${texts.join(", ")}`,
      holds: null,
    });
    const resident = server.resident();
    add({
      what: "resident memory of the server after these questions",
      bar: "",
      figure: resident === null ? "not told by this system" : megabytes(resident),
      holds: null,
    });
  } finally {
    await server.stop();
  }
}

const STARTS = 5;

/** `npm start` after the build, with the seed: first into an empty store, then with the seed loaded. */
export async function measureStart(
  scratch: string,
  add: (figure: Omit<Figure, "size">) => void,
): Promise<void> {
  const store = { address: `sqlite:${join(scratch, "seed.db")}` };
  const readyMs: number[] = [];
  const processorMs: number[] = [];
  for (let start = 0; start <= STARTS; start += 1) {
    const server = await startServer(store);
    readyMs.push(server.readyMs);
    const processor = server.processorMs();
    if (processor !== null) processorMs.push(processor);
    await server.stop();
  }
  const [first = 0, ...later] = readyMs;
  add({
    what: "npm start ready, built, with the seed loaded",
    bar: "< 3 s",
    figure: `${ms(median(later))} (best ${ms(Math.min(...later))}; processor ${ms(median(processorMs))}; the very first start, which loads the seed: ${ms(first)})`,
    holds: median(later) < 3000,
  });
}
