import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { openStore } from "../../src/store/open-store.js";
import { expectSame, inPieces, restoreInto } from "../exchange/archives.js";
import { cypher, describeNeo4j, emptyNeo4j, openNeo4j } from "../neo4j/database.js";
import { oldArchive, oldDossier, oldNeo4j } from "./layout-1.js";
import { entity, put, write } from "./small-records.js";

/** Puts into the emptied database what the program of layout 1 kept. */
async function putOldGraph(): Promise<void> {
  await emptyNeo4j();
  for (const [text, parameters] of oldNeo4j()) await cypher(text, parameters);
  await cypher("MATCH (n) REMOVE n.nth");
}

const layout = async () => (await cypher("MATCH (v:GraphVersion) RETURN v.layout AS layout"))[0]?.layout;

describeNeo4j("a graph of layout 1 in Neo4j", () => {
  it("opens for reading only with all that it holds and held before, as it is", async () => {
    await putOldGraph();
    const store = await openNeo4j({ readOnly: true });
    const same = await openStore({ engine: "memory" });
    // The two were loaded one after the other: what they hold is the same, the moment is not.
    await restoreInto(same, inPieces(oldArchive()), await store.version());
    await expectSame(store, same);
    expect(await layout()).toBeNull();
    await store.close();
  });

  it("finds nothing to do in the folder that was loaded last, and gets the number with its next load", async () => {
    await putOldGraph();
    const store = await openNeo4j();
    await store.prepare({ intoExisting: false });
    const report = await loadDossiers(await oldDossier(), store, { day: parseDay("2026-12-03") });
    expect(report).toMatchObject({ created: 0, corrected: 0, retracted: 0, graphVersion: 4 });
    expect(await layout()).toBeNull();
    const before = await store.version();
    expect((await write(store, [put(entity("company:new"))])).n).toBe(5);
    expect(await layout()).toBe(2);
    expect(await store.changesSince(before)).toEqual({
      nouns: [{ record: "entity", id: "company:new" }],
      claims: [],
    });
    await store.close();
  });

  it("of a later layout is refused", async () => {
    await putOldGraph();
    await cypher("MATCH (v:GraphVersion) SET v.layout = 99");
    await expect(openNeo4j()).rejects.toMatchObject({
      code: "DATA_INVALID",
      message: expect.stringContaining("holds a graph of layout 99 and this program reads layouts 1 to 2"),
    });
    await emptyNeo4j();
  });
});
