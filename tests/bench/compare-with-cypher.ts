import neo4j, { type Driver } from "neo4j-driver";
import { printDay } from "../../src/domain/day.js";
import { CYPHER_TEXTS, type CypherText, WITH_PATHS } from "./cypher.js";
import type { StoreAt } from "./jobs/open.js";
import { median, type Spread, spreadOf, timed } from "./measure.js";
import type { Questions } from "./questions.js";
import type { Server } from "./server.js";
import { ASKED_ON } from "./synthetic-graph.js";

/** The same questions over GraphQL and as Cypher, one after the other. */
export interface Comparison {
  /** Targets with their amounts. */
  readonly amounts: Compared;
  /** A path to each target too. */
  readonly withPaths: Compared;
  /** Findings DIRECT and SUBSIDIARY over GraphQL, and rows of target and channel as Cypher counts them. */
  readonly findings: Spread;
  readonly cypherFindings: Spread;
}

export interface Compared {
  /** Which Cypher. */
  readonly text: string;
  readonly graphql: Spread;
  readonly cypher: Spread;
  /** Of each question Cypher's time over GraphQL's; Cypher's time-outs count as the time-out. */
  readonly ratio: Spread;
  readonly timeouts: number;
}

export interface ComparedLargest {
  readonly graphqlMs: number;
  /** By text; null: out of time. */
  readonly cypherMs: readonly { readonly text: string; readonly ms: number | null }[];
}

const TIMEOUT_MS = 10_000;
const FIRST = 500;
const TRIALS = 15;
/** What takes longer is cut short, but for its first questions. */
const BUDGET_MS = 180_000;
const LEAST_QUESTIONS = 40;

const exposure = (
  path: string,
) => `query Exposure($university: ID!, $maxHops: Int!, $validAt: Date!, $knownAt: Date!, $first: Int!) {
  exposure(university: $university, maxHops: $maxHops, validAt: $validAt, knownAt: $knownAt) {
    findings(first: $first) {
      totalCount
      nodes {
        channel
        target { id name }
        timing
        totals {
          currency transactions unknownAmounts
          concurrent { min max } possiblyConcurrent { min max } after { min max } before { min max }
        }
        ${path}
      }
    }
  }
}`;

/** What the Cypher texts give too. */
const AMOUNTS = exposure("");
const AMOUNTS_AND_PATHS = exposure("path { hops steps { relation { id } from { id } to { id } forward } }");

interface ExposureData {
  readonly exposure: { readonly findings: { readonly nodes: readonly { readonly channel: string }[] } };
}

/**
 * Asks the universities in turn, for about three minutes, over GraphQL and with the best of the Cypher texts: every
 * other one for what that Cypher gives, the rest for a path to each target too, so that none is asked about twice.
 */
export async function compareWithCypher(
  { store, server, questions }: { store: StoreAt; server: Server; questions: Questions },
  maxHops: number,
  count: number,
): Promise<Comparison> {
  return withDriver(store, async (driver) => {
    const text = await bestText(driver, questions.warmUp.slice(0, TRIALS), maxHops);
    const amounts = new Pairs(AMOUNTS, text);
    const withPaths = new Pairs(AMOUNTS_AND_PATHS, WITH_PATHS);
    for (const university of questions.warmUp) {
      await askServer(server, AMOUNTS, { university, maxHops });
      await askServer(server, AMOUNTS_AND_PATHS, { university, maxHops });
    }
    for (const university of questions.warmUp.slice(0, 20))
      await askCypher(driver, text, university, maxHops);
    const start = performance.now();
    for (const [at, university] of questions.universities.slice(0, count).entries()) {
      if (at >= LEAST_QUESTIONS && performance.now() - start > BUDGET_MS) break;
      await (at % 2 ? withPaths : amounts).ask(server, driver, { university, maxHops });
    }
    const { findings, cypherFindings } = amounts;
    return {
      amounts: amounts.compared(),
      withPaths: withPaths.compared(),
      findings: spreadOf(findings),
      cypherFindings: spreadOf(cypherFindings),
    };
  });
}

interface Asked {
  readonly university: string;
  readonly maxHops: number;
}

/** What both sides took for the same questions, each right after the other. */
class Pairs {
  readonly findings: number[] = [];
  readonly cypherFindings: number[] = [];
  private readonly graphql: number[] = [];
  private readonly cypher: number[] = [];
  private readonly document: string;
  private readonly text: CypherText;

  constructor(document: string, text: CypherText) {
    this.document = document;
    this.text = text;
  }

  async ask(server: Server, driver: Driver, asked: Asked): Promise<void> {
    const ours = await timed(() => askServer(server, this.document, asked));
    const theirs = await timed(() => askCypher(driver, this.text, asked.university, asked.maxHops));
    this.graphql.push(ours.ms);
    this.findings.push(ours.value);
    this.cypher.push(theirs.value === null ? TIMEOUT_MS : theirs.ms);
    if (theirs.value !== null) this.cypherFindings.push(theirs.value);
  }

  compared(): Compared {
    const { graphql, cypher, cypherFindings } = this;
    return {
      text: this.text.name,
      graphql: spreadOf(graphql),
      cypher: spreadOf(cypher),
      ratio: spreadOf(cypher.map((ms, at) => ms / (graphql[at] as number))),
      timeouts: cypher.length - cypherFindings.length,
    };
  }
}

/** The university with the most fundings, at 8 hops: every Cypher text is tried. */
export async function compareLargest(
  store: StoreAt,
  server: Server,
  { largest }: Questions,
): Promise<ComparedLargest> {
  return withDriver(store, async (driver) => {
    const graphqlMs = [];
    for (let round = 0; round < 3; round += 1) {
      const asked = { university: largest, maxHops: 8 };
      graphqlMs.push((await timed(() => askServer(server, AMOUNTS_AND_PATHS, asked))).ms);
    }
    const cypherMs = [];
    for (const text of [...CYPHER_TEXTS, WITH_PATHS]) {
      const { value, ms } = await timed(() => askCypher(driver, text, largest, 8));
      cypherMs.push({ text: text.name, ms: value === null ? null : ms });
    }
    return { graphqlMs: median(graphqlMs), cypherMs };
  });
}

const DAYS = { validAt: printDay(ASKED_ON), knownAt: printDay(ASKED_ON) };

/** The number of findings DIRECT and SUBSIDIARY. */
async function askServer(server: Server, document: string, asked: Asked): Promise<number> {
  const variables = { ...asked, first: FIRST, ...DAYS };
  const { nodes } = (await server.ask<ExposureData>(document, variables)).exposure.findings;
  return nodes.filter(({ channel }) => channel === "DIRECT" || channel === "SUBSIDIARY").length;
}

/** The number of targets by channel; null: out of time. */
async function askCypher(
  driver: Driver,
  { text }: CypherText,
  university: string,
  maxHops: number,
): Promise<number | null> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const days = { validAt: neo4j.int(ASKED_ON), knownAt: neo4j.int(ASKED_ON) };
    const { records } = await session.run(text(maxHops), { university, ...days }, { timeout: TIMEOUT_MS });
    return new Set(records.map((record) => `${record.get("target")} ${record.get("direct")}`)).size;
  } catch (error) {
    if (isOutOfTime(error)) return null;
    throw error;
  } finally {
    await session.close();
  }
}

function isOutOfTime(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.includes("TransactionTimedOut") || code.includes("Terminated");
}

/** The text that answers some universities fastest: all are asked in turn, after a round to warm up. */
async function bestText(
  driver: Driver,
  universities: readonly string[],
  maxHops: number,
): Promise<CypherText> {
  const tried = CYPHER_TEXTS.map((text) => ({ text, ms: [] as number[] }));
  for (const measures of [false, true]) {
    for (const university of universities) {
      for (const { text, ms } of tried) {
        const took = await timed(() => askCypher(driver, text, university, maxHops));
        if (measures) ms.push(took.ms);
      }
    }
  }
  for (const { text, ms } of tried) {
    process.stderr.write(`  Cypher, ${maxHops} hops, ${text.name}: ${median(ms).toFixed(1)} ms\n`);
  }
  const [best] = tried.sort((a, b) => median(a.ms) - median(b.ms));
  return best?.text ?? WITH_PATHS;
}

async function withDriver<Value>(
  { address, user = "neo4j", password = "" }: StoreAt,
  work: (driver: Driver) => Promise<Value>,
): Promise<Value> {
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}
