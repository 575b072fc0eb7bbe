import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureExplorer } from "./explorer.js";
import type { StoreAt } from "./jobs/open.js";
import {
  type Bench,
  measureBareInserts,
  measureGraphql,
  measureHttp,
  measureJudgement,
  measureLoading,
  measureProjection,
  measureQuestions,
  measureRefresh,
  measureRings,
  measureStart,
} from "./lines.js";
import { startedNeo4j } from "./neo4j.js";
import { type Engine, type LineName, type Options, readOptions, USAGE } from "./options.js";
import { measureOverhead } from "./overhead.js";
import { drawQuestions } from "./questions.js";
import { type Figure, machine, Report } from "./report.js";
import { smoke } from "./smoke.js";
import { syntheticGraph } from "./synthetic-graph.js";
import { writeDossiers } from "./write-dossiers.js";

/** Over GraphQL each question is asked of Cypher too, which takes its time. */
const MOST_COMPARED = 100;

/** Lines that need no made-up graph. */
const OF_THE_SEED: readonly LineName[] = ["start", "explorer", "overhead"];
/** Lines on which it hangs which dates are known: the others are measured on the first graph of a size alone. */
const OF_DATES: readonly LineName[] = ["questions", "http", "judgement", "graphql"];

async function bench(options: Options): Promise<void> {
  const report = new Report();
  const data = options.data ?? mkdtempSync(join(tmpdir(), "exposure-graph-bench-"));
  const scratch = join(data, "scratch");
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const perRelation = new Map<number, number>();
  try {
    const sizes = options.lines.every((line) => OF_THE_SEED.includes(line)) ? [] : options.sizes;
    for (const size of sizes) {
      for (const unknownDates of options.unknownDates) {
        const run = { size, unknownDates, data, scratch, report };
        const microseconds = await measureSize(linesOf(options, unknownDates), run);
        if (microseconds !== null && unknownDates === options.unknownDates[0])
          perRelation.set(size, microseconds);
      }
    }
    addFlatness(report, perRelation);
    if (options.lines.includes("judgement")) await measureRings(adder(report, options));
    if (options.lines.includes("start")) await measureStart(scratch, adder(report, options));
    if (options.lines.includes("explorer")) await measureExplorer(scratch, adder(report, options));
    if (options.lines.includes("overhead")) await measureOverhead(adder(report, options));
  } finally {
    rmSync(options.data === null ? data : scratch, { recursive: true, force: true });
    const day = new Date().toISOString().slice(0, 10);
    process.stdout.write(`${day}: ${machine()}; seed ${options.seed}\n\n${report.table()}\n`);
  }
}

function linesOf(options: Options, unknownDates: number): Options {
  if (unknownDates === options.unknownDates[0]) return options;
  return { ...options, lines: options.lines.filter((line) => OF_DATES.includes(line)) };
}

/** Where the files of a run are, and its figures go. */
interface Run {
  readonly size: number;
  readonly unknownDates: number;
  readonly data: string;
  readonly scratch: string;
  readonly report: Report;
}

/** The answer is the processor time, in microseconds, of a relation looked at; null where that was not measured. */
async function measureSize(options: Options, run: Run): Promise<number | null> {
  const { size, unknownDates, data, scratch, report } = run;
  const graph = syntheticGraph({ companies: size, seed: options.seed, unknownDates });
  const folder = join(data, `${size}-${options.seed}-${unknownDates}`);
  if (!existsSync(folder)) writeDossiers(graph, folder);
  const questions = drawQuestions(graph, options.seed, options.questions);
  const dates = unknownDates === 0 ? "" : `; ${100 * unknownDates} % of dates unknown`;
  const add = (figure: Omit<Figure, "size">) =>
    report.add({ ...figure, what: `${figure.what}${dates}`, size });
  let perRelation: number | null = null;
  for (const engine of options.engines) {
    const microseconds = await onEngine({ engine, file: `${folder}.db`, options }, (store) =>
      measureStore(options, { size, unknownDates, engine, store, scratch, questions, add }, folder),
    );
    perRelation ??= microseconds;
  }
  return perRelation;
}

/**
 * Opens an engine for some work: a SQLite file that may be there already, or a Neo4j of its own.
 * @throws Error where Neo4j alone was asked for and cannot be started.
 */
async function onEngine<Value>(
  { engine, file, options }: { readonly engine: Engine; readonly file: string; readonly options: Options },
  work: (store: StoreAt) => Promise<Value>,
): Promise<Value | null> {
  if (engine === "sqlite") return work({ address: `sqlite:${file}` });
  const server = await startedNeo4j();
  if (!server && !options.engines.includes("sqlite")) throw new Error("nothing was measured: see above");
  if (!server) return null;
  try {
    return await work({ address: server.uri, user: server.user, password: server.password });
  } finally {
    await server.stop();
  }
}

async function measureStore(options: Options, bench: Bench, folder: string): Promise<number | null> {
  const { engine, store } = bench;
  const isThere = engine === "sqlite" && existsSync(store.address.slice("sqlite:".length));
  if (!isThere) await measureLoading(bench, folder);
  if (options.lines.includes("projection")) await measureProjection(bench);
  const asks = engine === "sqlite" && options.lines.includes("questions");
  const perRelation = asks ? await measureQuestions(bench) : null;
  if (engine === "sqlite" && options.lines.includes("http")) await measureHttp(bench);
  if (engine === "sqlite" && options.lines.includes("judgement")) await measureJudgement(bench);
  if (engine === "neo4j" && options.lines.includes("graphql")) {
    await measureGraphql(bench, Math.min(options.questions, MOST_COMPARED));
  }
  if (options.lines.includes("loading")) await measureBareInserts(bench);
  // Last: it writes, into a Neo4j itself.
  if (options.lines.includes("refresh")) await measureRefresh(bench);
  return perRelation;
}

/** Cost follows the neighbourhood, not the graph: time a relation, the largest size against the smallest. */
function addFlatness(report: Report, perRelation: ReadonlyMap<number, number>): void {
  const sizes = [...perRelation.keys()];
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (sizes.length < 2) return;
  const ratio = (perRelation.get(most) ?? Number.NaN) / (perRelation.get(least) ?? Number.NaN);
  report.add({
    what: "the same, largest size over smallest",
    bar: "≤ 1.5×",
    size: most,
    figure: `${ratio.toFixed(2)}×`,
    holds: ratio <= 1.5,
  });
}

/** Figures that belong to no size stand under the largest. */
function adder(report: Report, { sizes }: Options): (figure: Omit<Figure, "size">) => void {
  return (figure) => report.add({ ...figure, size: Math.max(...sizes) });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.quick) await smoke(options);
  else await bench(options);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n\n${USAGE}\n`);
  process.exitCode = 1;
}
