import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.js";
import { DatabaseSync } from "../../src/store/sqlite/driver.js";
import { fullRecords, laterChanges } from "./full-records.js";
import { story, write } from "./small-records.js";
import { temporaryPath } from "./temporary-path.js";

const FIXTURES = join(import.meta.dirname, "fixtures/layout-2");

/** What a SQLite file of layout 2 is made of, word by word, and how records lie in its rows. */
it("a file has the tables, comments and views of layout 2, and rows in its encoding", async () => {
  const path = temporaryPath();
  const store = await openStore({ engine: "sqlite", path });
  await write(store, [...story(), ...fullRecords()]);
  await write(store, laterChanges());
  await store.close();
  const file = new DatabaseSync(path, { readOnly: true });
  const schema = file.prepare("select name, sql from sqlite_schema where sql is not null").all();
  const lines = schema.flatMap(({ name, sql }) => {
    if (/^(?:readable_|graph_version|recent_changes)/.test(String(name))) return [String(sql), ""];
    const rows = file.prepare(`select * from ${name} order by 1, 2`).all();
    return [String(sql), ...rows.map((row) => JSON.stringify(row)), ""];
  });
  file.close();
  await expect(lines.join("\n")).toMatchFileSnapshot(join(FIXTURES, "graph.sql"));
});
