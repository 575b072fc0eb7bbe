import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ended, run, start, temporaryFolder } from "../cli/run.js";
import { type RunningNeo4j, startNeo4j, whyNoNeo4j } from "../neo4j/start.js";
import { manyDossiers } from "./many-dossiers.js";
import { patience, REPETITIONS, randomMoments, SLOW_REPETITIONS } from "./repetitions.js";
import { ask, serving } from "./serving.js";

const reason = await whyNoNeo4j();
if (reason !== null) {
  if (process.env.CI === "true") throw new Error(`The faults of Neo4j must be tried here, but ${reason}`);
  const line = "=".repeat(100);
  console.warn(`${line}\nTHE FAULTS OF NEO4J ARE NOT TRIED: ${reason}.\n${line}`);
}

/** Answered from what is resident; the other one needs the store. Each is asked once only: what was answered is kept. */
let asked = 0;
const resident = () =>
  `query R${++asked} { graph { version } exposure(university: "university:mit") { findings { totalCount } } }`;
const stored = () => `query S${++asked} { university(id: "university:mit") { website } }`;
const DEADLINE_MS = 3_000;
/** What a busy machine takes beside: without a deadline the driver would wait for ten seconds. */
const BESIDE_MS = 6_000;

/** Enough to say that nothing listens there. */
const REFUSED_MS = 1_000;

describe.skipIf(reason !== null)("a Neo4j under a running server", () => {
  let neo4j: RunningNeo4j;
  let environment: Record<string, string>;
  beforeAll(async () => {
    neo4j = await startNeo4j();
    environment = {
      EXPOSURE_STORE: neo4j.uri,
      NEO4J_USER: neo4j.user,
      NEO4J_PASSWORD: neo4j.password,
      EXPOSURE_DEADLINE: `${DEADLINE_MS}ms`,
    };
    const { code, err } = await run(["load", "seed"], { environment });
    expect([code, err]).toEqual([0, expect.any(String)]);
  }, patience(1));
  afterAll(() => neo4j?.stop());
  let isAway = false;
  afterEach(async () => {
    neo4j.resume();
    if (isAway) await neo4j.kill().then(neo4j.restart);
    isAway = false;
  });

  const ready = async (url: string) => (await fetch(`${url}/health/ready`)).status;
  const timed = async (url: string, query: string) => {
    const began = performance.now();
    const { body } = await ask(url, query);
    return { ms: performance.now() - began, body };
  };

  test.each([
    ["is held still", (each: RunningNeo4j) => each.pause(), async (each: RunningNeo4j) => each.resume()],
    ["is stopped", (each: RunningNeo4j) => each.shutDown(), (each: RunningNeo4j) => each.restart()],
    ["is killed", (each: RunningNeo4j) => each.kill(), (each: RunningNeo4j) => each.restart()],
  ] as const)(
    "that %s fails what needs it in time, and is found again",
    async (how, away, back) => {
      const isHanging = how === "is held still";
      const server = await serving([], { environment });
      for (let time = 0; time < SLOW_REPETITIONS; time += 1) {
        expect(await ready(server.url)).toBe(200);
        // Under load: questions of both sorts are under way when it goes.
        const underWay = Array.from({ length: 8 }, (_each, at) =>
          timed(server.url, at % 2 ? stored() : resident()),
        );
        isAway = true;
        await away(neo4j);
        await Promise.all(underWay);
        for (let again = 0; again < 2; again += 1) {
          const answered = await timed(server.url, resident());
          expect(answered.body.data.graph.version).toBe("1");
          expect(answered.ms).toBeLessThan(DEADLINE_MS + BESIDE_MS);
          const failed = await timed(server.url, stored());
          expect(failed.body.data.university.website).toBeNull();
          expect(["STORE_UNAVAILABLE", "DEADLINE_EXCEEDED"]).toContain(failed.body.errors[0].extensions.code);
          // One that is gone refuses connections, which needs no waiting; one that hangs is waited for until the deadline.
          expect(failed.ms).toBeLessThan(isHanging ? DEADLINE_MS + BESIDE_MS : REFUSED_MS);
        }
        expect(await ready(server.url)).toBe(503);
        await back(neo4j);
        isAway = false;
        await expect.poll(() => ready(server.url), { timeout: 60_000, interval: 200 }).toBe(200);
        await expect
          .poll(async () => (await timed(server.url, stored())).body.errors, {
            timeout: 30_000,
            interval: 200,
          })
          .toBeUndefined();
      }
      // Nothing was used up: more questions at once than the driver has connections. On a busy machine the deadline may
      // cut some short the first time.
      const many = () => Promise.all(Array.from({ length: 120 }, () => timed(server.url, stored())));
      await expect
        .poll(async () => (await many()).flatMap(({ body }) => body.errors ?? []), { timeout: 60_000 })
        .toEqual([]);
      server.kill("SIGTERM");
      const { code, err } = await server.end;
      expect([code, err.match(/"msg":"fault"/g)]).toEqual([0, null]);
    },
    patience(SLOW_REPETITIONS),
  );

  test(
    "a load into it that is killed at any moment is told of by stats, and completes when it is run again",
    async () => {
      const dossiers = manyDossiers(temporaryFolder(), 1_500);
      const load = ["load", dossiers];
      const other = { ...environment };
      let version = 1;
      for (const moment of randomMoments(4_000)) {
        const child = start(load, { environment: other });
        const end = ended(child);
        await Promise.race([wait(moment + 500), end]);
        child.kill("SIGKILL");
        const { out } = await end;
        const stats = JSON.parse((await run(["stats", "--json"], { environment: other })).out);
        if (/at version \d+/.test(out)) version = stats.version;
        expect(stats.version).toBeGreaterThanOrEqual(version);
        expect(stats.unfinishedLoad).toBeGreaterThanOrEqual(0);
      }
      const again = await run(load, { environment: other });
      expect([again.code, again.err.split("\n").at(-2) ?? ""]).toEqual([0, expect.any(String)]);
      const after = JSON.parse((await run(["stats", "--json"], { environment: other })).out);
      expect(after.unfinishedLoad).toBe(0);
      const unchanged = await run(load, { environment: other });
      expect(unchanged.out).toMatch(/0 created, 0 corrected, \d+ unchanged, 0 retracted; nothing to change/);
    },
    patience(REPETITIONS),
  );

  test("that hangs ends a command in time, with one sentence", async () => {
    neo4j.pause();
    const { code, err } = await run(["stats"], { environment });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^exposure-graph: bolt:.* (?:does not answer|cannot be reached)[^\n]*\n$/),
    ]);
  });

  test.each([
    ["a wrong password", { NEO4J_PASSWORD: "not-the-password" }, /password/i],
    ["a host where nobody listens", { EXPOSURE_STORE: "bolt://127.0.0.1:1" }, /127\.0\.0\.1:1/],
  ])("%s is told in one sentence", async (_, changed, words) => {
    for (const command of [["stats"], ["serve", "--port", "0"], ["load", "seed"]]) {
      const { code, err } = await run(command, { environment: { ...environment, ...changed } });
      expect([code, err.trim().split("\n").at(-1)]).toEqual([1, expect.stringMatching(/^exposure-graph: /)]);
      expect(err).toMatch(words);
      expect(err).not.toMatch(/not-the-password|\n\s+at /);
    }
  });
});
