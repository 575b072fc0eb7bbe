import { expect, it } from "vitest";
import { archiveLines } from "../../src/exchange/archive/archive-lines.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { openStore } from "../../src/store/open-store.js";
import { seeded } from "../examples/examples.js";
import { ask } from "../graphql/serving.js";
import { describeNeo4j, neo4jStore } from "../neo4j/database.js";
import { writeHistory } from "./archive-history.js";
import { copyInto, expectSame, inPieces, restoreInto } from "./archives.js";
import { textOf } from "./read-exports.js";

const QUESTION = `{
  exposure(university: "university:mit", validAt: "2026-11-24", knownAt: "2026-11-24") {
    summary scope { graphVersion } findings { nodes { id explanation } }
  }
}`;

describeNeo4j("an archive", () => {
  it("goes from SQLite to Neo4j and back, and loses nothing", async () => {
    const sqlite = await openStore({ engine: "memory" });
    await writeHistory(sqlite);
    const neo4j = await neo4jStore();
    await copyInto(neo4j, sqlite);
    await expectSame(neo4j, sqlite);
    const back = await openStore({ engine: "memory" });
    await copyInto(back, neo4j);
    await expectSame(back, sqlite);
    await neo4j.close();
  });

  it("of the seed answers alike on both", async () => {
    const sqlite = await openStore({ engine: "memory" });
    const graph = await seeded(sqlite);
    const neo4j = await neo4jStore();
    await copyInto(neo4j, sqlite);
    expect(await ask(new ResidentGraph(neo4j), QUESTION)).toEqual(await ask(graph, QUESTION));
    await neo4j.close();
  });

  it("that is cut short leaves nothing behind, and another one can be restored", async () => {
    const sqlite = await openStore({ engine: "memory" });
    await writeHistory(sqlite);
    const archive = await textOf(archiveLines(sqlite));
    const neo4j = await neo4jStore();
    const cut = archive.slice(0, archive.lastIndexOf('{"end"'));
    await expect(restoreInto(neo4j, inPieces(cut))).rejects.toMatchObject({ code: "DATA_INVALID" });
    expect(await neo4j.version()).toEqual({ n: 0, changedAt: null });
    expect(await neo4j.unfinishedLoad()).toBe(0);
    await restoreInto(neo4j, inPieces(archive));
    await expectSame(neo4j, sqlite);
    await neo4j.close();
  });
});
