import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { parseStoreAddress } from "../../src/store/store-address.js";
import { cypher, describeNeo4j, emptyNeo4j, neo4jAddress, neo4jStore, openNeo4j } from "../neo4j/database.js";
import { gather, relationRows } from "./everything.js";
import { killLoad } from "./killed-load.js";
import { add, drop, entity, gift, put, story, write } from "./small-records.js";

/** The one sentence that a person reads, and its code. */
async function refusal(opening: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await opening.then(
    () => null,
    (reason) => reason,
  );
  expect(String(error?.message)).not.toContain("\n");
  return { code: error?.code, message: error?.message };
}

const count = async (pattern: string) => (await cypher(`MATCH ${pattern} RETURN count(*) AS n`))[0]?.n;

describeNeo4j("a Neo4j", () => {
  beforeEach(emptyNeo4j);

  describe("as somebody sees it who opens the Browser", () => {
    it("shows a natural picture", async () => {
      const store = await neo4jStore();
      await write(store, story());
      await store.close();
      const patterns = [
        "(:Company:Entity {id: 'company:a'})-[:OWNS {right: 'unspecified', shareMin: 0, shareMax: 1}]->(:Company)",
        "(:Company)-[:FUNDED {amount: 500000, currency: 'USD', sources: ['source:story/s-1']}]->(:University:Entity)",
        "(:Probe:Flag {title: 'A probe'})-[:CONCERNS {role: 'respondent', quote: 'the words'}]->(:Company)",
        "(:Flag)-[:BROUGHT_BY]->(:Entity {id: 'company:b'})",
        "(:Flag)-[:HAS_EVENT]->(:Event {event: 'charged', start: '2016-07-18/2016-07-19', startLatest: 17001})",
        "(:University)-[:DECIDED]->(:Decision {kind: 'cut_ties', coversSubsidiaries: true})-[:ABOUT]->(:Company {id: 'company:a'})",
        "(:Entity)<-[:GIVEN_BY]-(:Response {kind: 'denied'})-[:ANSWERS]->(:Decision)",
        "(:Source {publisher: 'A paper'})",
        "(:Dossier {slug: 'story'})",
        "(:GraphVersion {n: 1})",
      ];
      for (const pattern of patterns) expect(await count(pattern), pattern).toBe(1);
    });

    it("keeps days and versions as whole numbers", async () => {
      const store = await neo4jStore();
      await write(store, story());
      await store.close();
      const [row] = await cypher(
        "MATCH ()-[r:OWNS]->() RETURN valueType(r.startLatest) AS day, valueType(r.since) AS since, valueType(r.shareMax) AS share",
      );
      expect(row).toEqual({ day: "INTEGER NOT NULL", since: "INTEGER NOT NULL", share: "FLOAT NOT NULL" });
    });

    it("draws a response to every revision of the decision that it answers", async () => {
      const store = await neo4jStore();
      await write(store, story());
      const [stored] = await store.claims(["claim:story/decision"]);
      if (stored) await write(store, [add({ ...stored.claim, revision: 1 })]);
      await store.close();
      expect(await count("(:Response)-[:ANSWERS]->(:Decision)")).toBe(2);
    });

    it("draws a flag's authorities anew when they change", async () => {
      const store = await neo4jStore();
      await write(store, story());
      const { nouns } = await gather(store.readDossier("story"));
      const flags = nouns.flatMap((noun) => (noun.record === "flag" ? [noun.value] : []));
      const moved = flags.map((value) =>
        put({ record: "flag", value: { ...value, authorities: ["company:a"] } }),
      );
      await write(store, moved);
      await store.close();
      expect(await cypher("MATCH (:Flag)-[:BROUGHT_BY]->(body) RETURN body.id AS id")).toEqual([
        { id: "company:a" },
      ]);
    });
  });

  describe("that holds another program's data", () => {
    beforeEach(() => cypher("CREATE (:Recipe {name: 'soup'})-[:NEEDS]->(:Herb {name: 'lovage'})"));

    it("is refused for loading", async () => {
      const store = await openNeo4j();
      expect(await refusal(store.prepare({ intoExisting: false }))).toEqual({
        code: "DATA_INVALID",
        message: `${neo4jAddress().uri} holds another program's data: give an empty database, or load with --into-existing to add the graph to it`,
      });
      expect(await count("(:GraphVersion)")).toBe(0);
      await store.close();
    });

    it("takes the graph where that is wished, and keeps its own data", async () => {
      const store = await openNeo4j();
      await store.prepare({ intoExisting: true });
      await write(store, story());
      await write(store, [put(entity("company:c")), drop("entity", "company:c")]);
      expect((await gather(store.readRecords())).nouns).toHaveLength(6);
      expect(await count("(:Recipe)-[:NEEDS]->(:Herb)")).toBe(1);
      await store.close();
    });

    it("reads as an empty graph, and nothing is written into it", async () => {
      const store = await openNeo4j({ readOnly: true });
      expect(await store.version()).toEqual({ n: 0, changedAt: null });
      expect(await gather(store.readRecords())).toEqual({ nouns: [], claims: [] });
      expect(await relationRows(store)).toEqual([]);
      expect(await store.entities(["company:a"])).toEqual([]);
      expect(await refusal(write(store, story()))).toMatchObject({ code: "FORBIDDEN" });
      expect(await refusal(store.prepare({ intoExisting: true }))).toMatchObject({ code: "FORBIDDEN" });
      expect(await count("()")).toBe(2);
      await store.close();
    });
  });

  describe("without constraints", () => {
    const constraints = async () => (await cypher("SHOW CONSTRAINTS YIELD name")).map(({ name }) => name);
    beforeEach(async () => {
      for (const name of await constraints()) await cypher(`DROP CONSTRAINT ${name}`);
    });

    it("gets those of nodes when it is prepared, and those of relationships with its first load", async () => {
      const store = await neo4jStore();
      const ofNodes = ["claim", "dossier", "entity", "flag", "graph_version", "source"];
      expect((await constraints()).sort()).toEqual(ofNodes);
      const indexes = (await cypher("SHOW INDEXES YIELD name")).map(({ name }) => name);
      expect(indexes).toContain("response_to");
      await write(store, story());
      expect(await constraints()).toEqual(
        expect.arrayContaining([...ofNodes, "claim_concerns", "claim_owns", "claim_funded"]),
      );
      await store.close();
    });

    it("refuses a first load that brings a relation twice, and keeps nothing of it", async () => {
      const store = await neo4jStore();
      expect(
        await refusal(write(store, [...story(), add(gift("twice", 1)), add(gift("twice", 2))])),
      ).toMatchObject({
        code: "CONFLICT",
      });
      expect((await store.version()).n).toBe(0);
      expect(await count("(n) WHERE NOT n:GraphVersion")).toBe(0);
      expect((await write(store, story())).n).toBe(1);
      await store.close();
    });
  });

  describe("whose load was killed", () => {
    async function killedLoad() {
      const store = await neo4jStore();
      await write(store, story());
      const { uri, user, password } = neo4jAddress();
      await killLoad(uri, [user, password], 5_000);
      return store;
    }

    it("keeps what the load left from readers and counts it", async () => {
      const store = await killedLoad();
      expect((await store.version()).n).toBe(1);
      expect((await relationRows(store)).map(({ id, retracted }) => [id, retracted])).toEqual([
        ["claim:story/gift", 0x7fff0000],
        ["claim:story/owns", 0x7fff0000],
      ]);
      expect(await store.claims(["claim:story/endless-1"])).toEqual([]);
      expect((await gather(store.readDossier("story"))).claims).toHaveLength(6);
      expect(await store.unfinishedLoad()).toBeGreaterThanOrEqual(4_999);
      await store.close();
    });

    it("sweeps it away with the next load", async () => {
      const store = await killedLoad();
      expect((await write(store, [add(gift("another", 1))])).n).toBe(2);
      expect(await store.unfinishedLoad()).toBe(0);
      expect(await relationRows(store)).toHaveLength(3);
      expect(await count("()-[:OWNS]->()")).toBe(1);
      await store.close();
    });

    it("does not show it when the version is raised by touch", async () => {
      const store = await killedLoad();
      expect((await store.touch()).n).toBe(2);
      expect(await relationRows(store)).toHaveLength(2);
      await store.close();
    });
  });

  describe("with two loads at a time", () => {
    const slowly = (name: string, pauseMs: number, batches: number) =>
      async function* (): AsyncGenerator<Change> {
        for (let batch = 0; batch < batches; batch++) {
          for (let n = 0; n < 5_000; n++) yield put(entity(`company:${name}-${batch}-${n}`));
          await wait(pauseMs);
        }
      };

    /** Resolves when the first batch of a load lies in the database. */
    const begins = (name: string) =>
      expect
        .poll(() => count(`(n:Company) WHERE n.id STARTS WITH 'company:${name}-'`), { interval: 100 })
        .toBeGreaterThanOrEqual(5_000);

    it("tells the second one after five seconds, while the first one lives", async () => {
      const first = await neo4jStore();
      await write(first, story());
      const second = await openNeo4j();
      const loading = first.write(slowly("first", 1_000, 7)(), { expectedVersion: 1 });
      await begins("first");
      expect(await refusal(second.write([put(entity("company:c"))], { expectedVersion: 1 }))).toEqual({
        code: "CONFLICT",
        message: `another load is writing into ${neo4jAddress().uri}: try again when it has finished`,
      });
      expect((await loading).n).toBe(2);
      await Promise.all([first.close(), second.close()]);
    });

    it("lets the second one take over from a first one that has fallen silent, and tells the first", async () => {
      const first = await neo4jStore();
      await write(first, story());
      const second = await openNeo4j();
      const loading = refusal(first.write(slowly("first", 9_000, 2)(), { expectedVersion: 1 }));
      await begins("first");
      const taken = await second.write([put(entity("company:c"))], { expectedVersion: 1 });
      expect(taken.n).toBe(2);
      expect(await loading).toMatchObject({ code: "CONFLICT" });
      expect((await second.version()).n).toBe(2);
      expect((await gather(second.readDossier("story"))).nouns).toHaveLength(7);
      expect(await second.unfinishedLoad()).toBe(0);
      await Promise.all([first.close(), second.close()]);
    });
  });

  describe("that cannot be used", () => {
    const opening = (uri: string, options = {}) => {
      const { user, password } = neo4jAddress();
      return refusal(openStore(parseStoreAddress(uri), { user, password, ...options }));
    };

    it("says that the password is wrong", async () => {
      const { uri } = neo4jAddress();
      expect(await opening(uri, { password: "wrong" })).toEqual({
        code: "STORE_UNAVAILABLE",
        message: `${uri} refuses the user "neo4j" with this password: correct NEO4J_USER and NEO4J_PASSWORD`,
      });
    });

    it("says that nobody listens there", async () => {
      for (const uri of ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"]) {
        expect(await opening(uri)).toEqual({
          code: "STORE_UNAVAILABLE",
          message: `${uri} cannot be reached: start Neo4j there, or correct the address`,
        });
      }
    });

    it("says that the server speaks no TLS", async () => {
      const secure = neo4jAddress().uri.replace("bolt://", "bolt+s://");
      expect(await opening(secure)).toMatchObject({ code: "STORE_UNAVAILABLE" });
    });

    it("says that there is no such database", async () => {
      const { uri } = neo4jAddress();
      expect(await opening(uri, { database: "elsewhere" })).toEqual({
        code: "STORE_UNAVAILABLE",
        message: `${uri} does not offer a database "elsewhere" now: correct NEO4J_DATABASE, or start the database`,
      });
    });
  });

  it("is reached by the routing scheme as well", async () => {
    const { uri, user, password } = neo4jAddress();
    const store = await openStore(parseStoreAddress(uri.replace("bolt://", "neo4j://")), { user, password });
    expect(store.engine).toMatch(/^Neo4j \d/);
    expect((await store.version()).n).toBe(0);
    await store.close();
  });
});
