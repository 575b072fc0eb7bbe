import neo4j, { type Driver } from "neo4j-driver";
import { DatabaseSync, type SqlValue } from "../../../src/store/sqlite/driver.js";
import { timed } from "../measure.js";
import type { StoreAt } from "./open.js";

const ROWS = 100_000;
const BATCH = 10_000;

/**
 * Rows a second that the engine takes when nothing is read, checked or encoded: relations of a filled store are
 * written once more, with the same columns and the same indexes. `scratch` is the path of a SQLite file to create.
 */
export function insertBare({ store, scratch }: { store: StoreAt; scratch: string }): Promise<number> {
  return store.address.startsWith("sqlite:")
    ? intoSqlite(store.address.slice("sqlite:".length), scratch)
    : intoNeo4j(store);
}

async function intoSqlite(path: string, scratch: string): Promise<number> {
  const from = new DatabaseSync(path, { readOnly: true });
  const reading = from.prepare(`select * from relations limit ${ROWS}`);
  reading.setReturnArrays(true);
  const rows = reading.all() as unknown as SqlValue[][];
  const definitions = from
    .prepare("select sql from sqlite_schema where tbl_name = 'relations' and sql is not null")
    .all() as { sql: string }[];
  from.close();
  const into = new DatabaseSync(scratch);
  into.exec("pragma journal_mode = wal; pragma foreign_keys = off");
  for (const { sql } of definitions) into.exec(sql);
  const columns = rows[0]?.length ?? 0;
  const insert = into.prepare(`insert into relations values (${new Array(columns).fill("?").join(", ")})`);
  const { ms } = await timed(() => {
    into.exec("begin immediate");
    for (const row of rows) insert.run(...row);
    into.exec("commit");
  });
  into.close();
  return (rows.length / ms) * 1000;
}

const READ = `MATCH (a:Entity)-[r:OWNS]->(b:Entity)
RETURN a.id AS from, b.id AS to, properties(r) AS properties LIMIT toInteger($rows)`;
const CONSTRAIN =
  "CREATE CONSTRAINT bare_insert FOR ()-[r:BARE_INSERT]-() REQUIRE (r.id, r.revision) IS UNIQUE";
const INSERT = `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})
CREATE (a)-[r:BARE_INSERT]->(b) SET r = row.properties`;
const REMOVE = `MATCH ()-[r:BARE_INSERT]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS`;

async function intoNeo4j({ address, user = "neo4j", password = "" }: StoreAt): Promise<number> {
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password));
  try {
    const { records } = await driver.executeQuery(READ, { rows: ROWS });
    const rows = records.map((record) => record.toObject());
    await driver.executeQuery(CONSTRAIN);
    const { ms } = await timed(async () => {
      for (let at = 0; at < rows.length; at += BATCH) {
        await driver.executeQuery(INSERT, { rows: rows.slice(at, at + BATCH) });
      }
    });
    await remove(driver);
    return (rows.length / ms) * 1000;
  } finally {
    await driver.close();
  }
}

async function remove(driver: Driver): Promise<void> {
  const session = driver.session();
  await session.run(REMOVE);
  await session.run("DROP CONSTRAINT bare_insert");
  await session.close();
}
