import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../src/domain/entity.js";
import { type Columns, list, neo4jRow, sqliteRow, textOrNull } from "../../src/store/columns.js";
import { CLAIM_MAPPINGS, NOUN_MAPPINGS, nounMapping } from "../../src/store/neo4j/mapping.js";
import { CLAIMS, LAYOUT, NOUNS } from "../../src/store/records.js";
import { DatabaseSync, type SqlValue } from "../../src/store/sqlite/driver.js";
import { stepsTo } from "../../src/store/sqlite/migrate.js";
import { CLAIM_TABLES, NOUN_TABLES, nounTable } from "../../src/store/sqlite/tables.js";
import { records } from "./arbitraries.js";
import { LAYOUT_2_STEPS } from "./fixtures/layout-2/steps.js";
import { entity } from "./small-records.js";

const RECORDS = Object.values({ ...NOUNS, ...CLAIMS });

/** An entity with two more fields, and their rows in the table of columns. */
interface LongerEntity extends Entity {
  readonly motto: string | null;
  readonly formerNames: readonly string[];
}
const COLUMNS: Columns<LongerEntity> = {
  ...NOUNS.entity.columns,
  motto: textOrNull({ comment: "what it says of itself", since: LAYOUT + 1 }),
  formerNames: list({ since: LAYOUT + 1 }),
};
const LONGER = { ...NOUNS.entity, columns: COLUMNS };
const value: LongerEntity = {
  ...(entity("company:a").value as Entity),
  motto: "Let there be light",
  formerNames: ["One", "Two"],
};

describe("a field of a record", () => {
  it("does not compile without a column", () => {
    const { region: _, ...others } = NOUNS.entity.columns;
    // @ts-expect-error: no column is told for the region
    const columns: Columns<Entity> = others;
    expect(columns).not.toHaveProperty("region");
  });

  it("does not compile with a column that cannot hold all of its values", () => {
    // @ts-expect-error: the region may be null
    const columns: Columns<Pick<Entity, "region">> = { region: textOrNull() as Columns<Entity>["name"] };
    expect(columns).toHaveProperty("region");
  });

  it("takes one row to be declared, written and read in SQLite, in a new file and in a migrated one", () => {
    const [before, after] = [nounTable(NOUNS.entity), nounTable(LONGER)];
    expect(after.definition).toContain(
      "  motto text, -- what it says of itself\n  former_names text not null\n",
    );
    const additions = after.additions(LAYOUT + 1);
    expect(additions).toEqual([
      "alter table entities add column motto text",
      "alter table entities add column former_names text not null default '[]'",
    ]);
    const [fresh, migrated] = [new DatabaseSync(":memory:"), new DatabaseSync(":memory:")];
    fresh.exec(after.definition);
    migrated.exec(before.definition);
    migrated.prepare(before.write).run(...before.encode(entity("company:old").value));
    for (const addition of additions) migrated.exec(addition);
    for (const file of [fresh, migrated]) {
      file.prepare(after.write).run(...after.encode(value));
      const read = (id: string) => {
        const row = file.prepare(`${after.select} where id = ?`).get(id);
        return row && after.decode(Object.values(row) as SqlValue[]);
      };
      expect(read("company:a")).toEqual(value);
      if (file === migrated) expect(read("company:old")).toMatchObject({ motto: null, formerNames: [] });
      file.close();
    }
  });

  it("takes the same row to be a property in Neo4j, which older graphs lack", () => {
    const mapping = nounMapping("entity", LONGER);
    const at = mapping.indexOf("motto");
    expect(mapping.written()).toContain(`, motto: row[${at}], formerNames: row[${at + 1}]}`);
    expect(mapping.with).toContain(".motto, .formerNames}");
    expect(mapping.row).toContain("p.motto, p.formerNames]");
    expect(mapping.decode(mapping.encode(value))).toEqual(value);
    const older = [...mapping.encode(value)].slice(0, at);
    expect(mapping.decode([...older, null, null])).toMatchObject({ motto: null, formerNames: [] });
  });
});

it("a field of an entity is named in its record, its column, its noun, and where dossiers are read", () => {
  const source = join(import.meta.dirname, "../../src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" });
  const naming = files.filter(
    (file) =>
      file.endsWith(".ts") &&
      // Readers of public files write rows of dossiers, each what its file has.
      !/^(?:explorer|exposure|explain|exchange)/.test(file) &&
      /\.region\b|\bregion[:(]|"region"/.test(readFileSync(join(source, file), "utf8")),
  );
  expect(naming.sort()).toEqual([
    "domain/entity.ts",
    "dossier/read/columns.ts",
    "dossier/read/noun-rows.ts",
    "graphql/nouns/entity.ts",
    "store/records.ts",
  ]);
});

it("every record comes back from a row of either engine", () => {
  fc.assert(
    fc.property(records("story"), ({ nouns, claims }) => {
      for (const { record, value } of nouns)
        for (const { encode, decode } of [NOUN_TABLES[record], NOUN_MAPPINGS[record]])
          expect(decode(encode(value) as never)).toEqual(value);
      for (const claim of claims)
        for (const { encode, decode } of [CLAIM_TABLES[claim.record], CLAIM_MAPPINGS[claim.record]])
          expect(decode(encode({ claim, since: 1, until: null }) as never)).toEqual({
            claim,
            since: 1,
            until: null,
          });
    }),
    { numRuns: 50 },
  );
});

describe("the tables of columns", () => {
  it("name each cell once", () => {
    for (const { columns } of RECORDS)
      for (const { cells } of [sqliteRow(columns as never), neo4jRow(columns as never)])
        expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
  });

  it("have no column of a layout that this program does not write", () => {
    const layouts = RECORDS.flatMap(({ columns }) => Object.values(columns).map(({ since }) => since ?? 1));
    expect(Math.max(...layouts)).toBeLessThanOrEqual(LAYOUT);
  });

  it("bring a file of layout 1 to layout 2 by the statements that did it first", () => {
    expect(stepsTo(2)).toEqual(LAYOUT_2_STEPS);
  });
});
