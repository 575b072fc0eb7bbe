import { rmSync } from "node:fs";
import { join } from "node:path";
import { apart } from "./apart.js";
import { askReversePage, compareLargest, compareWithCypher } from "./compare-with-cypher.js";
import type { Asked, AskedAll } from "./jobs/ask-questions.js";
import type { StoreAt } from "./jobs/open.js";
import { median } from "./measure.js";
import type { Engine } from "./options.js";
import type { Questions } from "./questions.js";
import { count, type Figure, megabytes, ms } from "./report.js";
import { startServer } from "./server.js";

/** A store of one size, and where its figures go. */
export interface Bench {
  readonly size: number;
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

/** Loads the dossiers into the store, which is empty. */
export async function measureLoading({ engine, store, add }: Bench, folder: string): Promise<void> {
  const loaded = await apart("load", { folder, store });
  const perSecond = (loaded.claims / loaded.ms) * 1000;
  const { readingMs, writingMs } = loaded;
  const rest = loaded.ms - readingMs - writingMs;
  add({
    what: `load into ${NAMES[engine]}, reading and checking included`,
    bar: `≥ ${count(LOADING_BAR[engine])} claims/s`,
    figure: `${count(perSecond)} claims/s (reading ${ms(readingMs)}, checking ${ms(rest)}, writing ${ms(writingMs)}: ${count((loaded.claims / writingMs) * 1000)}/s; processor ${loaded.processorShare.toFixed(2)}; at most ${megabytes(loaded.peakResident)} resident)`,
    holds: perSecond >= LOADING_BAR[engine],
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

/** Asks in process. The answer is kept for comparing sizes. */
export async function measureQuestions({ store, questions, add }: Bench): Promise<AskedAll> {
  const asked = await apart("askQuestions", { store, questions });
  const { fourHops, eightHops, largest, reverse, paths } = asked;
  add({
    what: "exposure at 8 hops, p50",
    bar: "< 15 ms",
    figure: `${ms(eightHops.ms.p50)} (${aside(eightHops, "p50")})`,
    holds: eightHops.ms.p50 < 15,
  });
  add({
    what: "exposure at 8 hops, p99",
    bar: "< 80 ms",
    figure: `${ms(eightHops.ms.p99)} (${aside(eightHops, "p99")})`,
    holds: eightHops.ms.p99 < 80,
  });
  add({
    what: "findings an answer at 8 hops, p50 and most",
    bar: "",
    figure: `${eightHops.findings.p50}, ${eightHops.findings.max}`,
    holds: null,
  });
  add({
    what: "exposure at 4 hops, p50",
    bar: "< 1 ms",
    figure: `${ms(fourHops.ms.p50)} (${aside(fourHops, "p50")}; ${fourHops.findings.p50} findings)`,
    holds: fourHops.ms.p50 < 1,
  });
  add({
    what: "time a relation looked at, 8 hops",
    bar: "",
    figure: `${microsecondsPerRelation(asked).toFixed(2)} µs (p50 ${count(eightHops.explored.p50)} relations)`,
    holds: null,
  });
  add({
    what: "exposure of the university with the most fundings, 8 hops",
    bar: "",
    figure: `${ms(median(largest.ms))} (${largest.findings} findings)`,
    holds: null,
  });
  add({
    what: "reverse exposure of the largest hub",
    bar: "< 30 ms",
    figure: `${ms(median(reverse.ms))} (best ${ms(Math.min(...reverse.ms))}; ${count(reverse.universities)} universities; with all totals and paths ${ms(median(reverse.wholeMs))})`,
    holds: median(reverse.ms) < 30,
  });
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
  return asked;
}

/** How far a figure may be trusted: the quietest rounds, the questions asked, the share of a processor. */
function aside(asked: Asked, percentile: "p50" | "p95" | "p99"): string {
  const rounds = asked.rounds === 1 ? "1 round" : `${asked.rounds} rounds`;
  return `quietest ${ms(asked.quietest[percentile])}; ${asked.ms.count} questions, ${rounds}; processor ${asked.processorShare.toFixed(2)}`;
}

export function microsecondsPerRelation({ eightHops }: AskedAll): number {
  return (
    ((eightHops.quietest.sum / eightHops.ms.count) * 1000) /
    (eightHops.explored.sum / eightHops.explored.count)
  );
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
      const { graphql, cypher, ratio, ...compared } = await compareWithCypher(
        { store, server, questions: bench.questions },
        maxHops,
        questions,
      );
      const times = cypher.p50 / graphql.p50;
      add({
        what: `GraphQL over Neo4j against Cypher, ${maxHops} hops, p50`,
        bar: `≥ ${bar}×`,
        figure: `${times.toFixed(1)}× (GraphQL ${ms(graphql.p50)}, Cypher ${ms(cypher.p50)}; ratio of each question p50 ${ratio.p50.toFixed(1)}×; p99 ${ms(graphql.p99)} and ${ms(cypher.p99)}; ${compared.timeouts} of ${graphql.count} out of time; ${compared.findings.p50} and ${compared.cypherFindings.p50} findings; Cypher: ${compared.text})`,
        holds: times >= bar,
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
    const page = await askReversePage(server, bench.questions.hub);
    add({
      what: "first page of reverse exposure over GraphQL",
      bar: "< 60 ms",
      figure: `${ms(median(page))} (best ${ms(Math.min(...page))}, first ${ms(page[0] ?? 0)})`,
      holds: median(page) < 60,
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
  for (let start = 0; start <= STARTS; start += 1) {
    const server = await startServer(store);
    readyMs.push(server.readyMs);
    await server.stop();
  }
  const [first = 0, ...later] = readyMs;
  add({
    what: "npm start ready, built, with the seed loaded",
    bar: "< 3 s",
    figure: `${ms(median(later))} (best ${ms(Math.min(...later))}; the very first start, which loads the seed: ${ms(first)})`,
    holds: median(later) < 3000,
  });
}
