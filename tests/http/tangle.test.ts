import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../cli/run.js";
import { writeFolder } from "../cli/write-folder.js";
import {
  HOSTILE_ADDRESS,
  latencies,
  OWN_ADDRESS,
  percentile,
  quietBar,
  row,
  servedApart,
  type Waited,
} from "./apart.js";

/*
 * Companies that all hold each other, forty at a time, each share known between bounds only, and one with three thousand
 * holders: what is asked about their ownership, and about gifts of theirs, may take until the deadline, and lets others in
 * between. The time is what the server's thread worked between a
 * question and its answer, as in quiet-client.test.ts, so that other programs of the machine do not count.
 */
const ASKED = 100;
const ATTACKERS = 4;
const MOST_MB = 600;

const tangleOf = (name: string) => Array.from({ length: 40 }, (_, at) => `company:${name}-${at}`);
const lines = (head: string, rows: readonly string[]) => [head, ...rows].join("\n");

/** Shares that narrow slowly, for what is worked out of shares, and shares that are all open, for what rules leave open. */
const SMALL = tangleOf("small");
const OPEN = tangleOf("open");
const TANGLES = [
  { companies: SMALL, share: "[0.1,5]" },
  { companies: OPEN, share: "[0,100]" },
];

/** Each holds as much as the others: all decide together, none alone. */
const HOLDERS = Array.from({ length: 3_000 }, (_, at) => `company:holder-${at}`);
const WIDE = "company:wide";

const FILES = {
  settings: "slug: tangles\ntitle: Tangles\nlast_checked: 2026-01-05\n",
  sources: lines("id,publisher,title,url,published,retrieved,grade", [
    "register-2018,Register,Extract,https://example.org/b,2018,2026-01-05,A1",
  ]),
  entities: lines(
    "id,kind,name,country",
    [...SMALL, ...OPEN, ...HOLDERS, WIDE].map((id) => `${id},Company,${id.replace("company:", "")},CN`),
  ),
  relations: lines("id,kind,from,to,share,amount,currency,form,start,sources,quote", [
    ...TANGLES.flatMap(({ companies, share }) =>
      companies.flatMap((from) =>
        companies
          .filter((to) => to !== from)
          .map(
            (to, next) =>
              `${from.slice("company:".length)}-${next},Ownership,${from},${to},"${share}",,,,2000-01-01,register-2018,a part`,
          ),
      ),
    ),
    ...HOLDERS.map(
      (from, at) => `wide-${at},Ownership,${from},${WIDE},0.03,,,,2000-01-01,register-2018,a part`,
    ),
    ...[...SMALL, ...OPEN, WIDE].map(
      (from, at) => `gift-${at},Funding,${from},university:mit,,1000,USD,gift,2019-05-20,register-2018,gave`,
    ),
  ]),
};

const FLAGGED = `flagged: [${OPEN.slice(0, 20)
  .map((id) => `"${id}"`)
  .join(", ")}]`;
const SUPPOSED = `scenario: { list: ["${OPEN[3]}", "${SMALL[3]}"] }`;
const QUESTIONS: readonly string[] = [
  'whyNot(university: "university:mit", target: "company:small-20") { explanation }',
  'ownership(of: "company:small-7") { holders { integrated { min } control } holdings { integrated { max } } }',
  'integratedOwnership(owner: "company:small-7", company: "company:small-20") { share { min } explanation }',
  'control(controller: "company:open-7", company: "company:open-20") { verdict explanation proof { relation { id } } }',
  ...["OFAC_50", "EU_50", "UK_50", "BIS_50"].map(
    (regime) =>
      `ownershipRule(company: "company:open-20", regime: ${regime}, ${FLAGGED}) { verdict unsettled { settles } proof { relation { id } } explanation }`,
  ),
  `ownershipRule(company: "${WIDE}", regime: OFAC_50, flagged: ["${HOLDERS[0]}"]) { verdict proof { relation { id } } explanation }`,
  `whatIf(university: "university:mit", ${SUPPOSED}) { added { finding { key } because { id } } changed { what because { id } } }`,
  'changes(university: "university:mit", sinceKnownAt: "2026-01-01", sinceValidAt: "1999-01-01") { added { because { id } } changed { what because { id } } }',
  "exposureMatrix(rows: TARGET_GROUP, columns: TIMING, measure: GROSS) { cells { min } }",
  "fundingTotals(groupBy: [PAYER_GROUP]) { payerGroups { group { id } payers { rule proof { relation { id } } } outside { text } } }",
  'elevatedRiskReview(university: "university:mit", counterparty: "company:small-7") { summary criteria { explanation } }',
  'node(id: "company:small-7") { ... on Company { subsidiaries(minShare: 0.5, first: 50) { totalCount } ultimateParents { id } } }',
];

let folder = "";
const server = servedApart(
  { EXPOSURE_ALLOW_ANONYMOUS: "read", EXPOSURE_REQUESTS_PER_MINUTE: "off", EXPOSURE_DEADLINE: "4s" },
  async () => {
    folder = mkdtempSync(join(tmpdir(), "exposure-graph-"));
    const store = `sqlite:${join(folder, "graph.db")}`;
    const seed = join(import.meta.dirname, "../../seed");
    const { code, err } = await run([
      "load",
      seed,
      writeFolder(join(folder, "tangles"), FILES),
      "--store",
      store,
    ]);
    expect(code, err).toBe(0);
    return store;
  },
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the client's 95th answer may take, from what it takes alone. */
let bar = Number.NaN;
beforeAll(async () => {
  bar = await quietBar(server);
});

it.skipIf(process.platform !== "linux")(
  "answers a quiet client and /health/live while a tangle is asked about",
  { timeout: 300_000 },
  async () => {
    let over = false;
    const codes = new Set<string | null>();
    const answered = new Set<string>();
    let asked = 0;
    const attack = Promise.all(
      Array.from({ length: ATTACKERS }, async (_, first) => {
        for (let at = first; !over; at += 1) {
          const question = QUESTIONS[at % QUESTIONS.length] as string;
          const { answer } = await server.send({ query: `{ ${question} }` }, HOSTILE_ADDRESS);
          codes.add(answer.errors?.[0]?.extensions.code ?? null);
          answered.add(question);
          asked += 1;
        }
      }),
    );
    const quiet: Waited[] = [];
    const alive: Waited[] = [];
    while (quiet.length < ASKED || answered.size < QUESTIONS.length) {
      quiet.push(...(await latencies(server, OWN_ADDRESS, 1)));
      alive.push(await server.alive(OWN_ADDRESS));
    }
    over = true;
    await attack;
    process.stdout.write(row(`${asked} questions; quiet client; ${server.peakMb().toFixed(0)} MB`, quiet));
    process.stdout.write(row("the same; /health/live", alive));
    expect(quiet.filter(({ isWhole }) => !isWhole)).toEqual([]);
    expect(percentile(quiet, "workedMs", 0.95)).toBeLessThan(bar);
    expect(percentile(alive, "workedMs", 0.99)).toBeLessThan(100);
    expect(server.peakMb()).toBeLessThan(MOST_MB);
    codes.delete("DEADLINE_EXCEEDED");
    expect(codes).toEqual(new Set([null]));
  },
);
