import { join } from "node:path";
import { expect, it } from "vitest";
import { cypher, describeNeo4j, neo4jStore } from "../neo4j/database.js";
import { fullRecords, laterChanges } from "./full-records.js";
import { story, write } from "./small-records.js";

const FIXTURES = join(import.meta.dirname, "fixtures/layout-2");

/** Every property with its value's type. */
const properties = (of: string) =>
  `[key IN keys(${of}) | [key, valueType(${of}[key]), ${of}[key]]] AS properties`;

type Written = { properties: [string, string, unknown][]; labels?: string[]; [column: string]: unknown };

const printed = ({ properties, labels, ...rest }: Written) =>
  JSON.stringify({
    ...(labels && { labels: labels.sort() }),
    ...rest,
    properties: Object.fromEntries(
      properties.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, type, value]) => [`${key}: ${type}`, value]),
    ),
  });

describeNeo4j("a graph in Neo4j", () => {
  it("has the constraints, indexes, labels, types and properties of layout 2", async () => {
    const store = await neo4jStore();
    await write(store, [...story(), ...fullRecords()]);
    await write(store, laterChanges());
    await store.close();
    const schema = [
      ...(await cypher("SHOW CONSTRAINTS YIELD name, createStatement AS made RETURN name, made")),
      ...(await cypher(
        "SHOW INDEXES YIELD name, owningConstraint, type, createStatement AS made WHERE owningConstraint IS NULL AND type <> 'LOOKUP' RETURN name, made",
      )),
    ].map(({ name, made }) => `${name}: ${String(made).replaceAll(/\s+/g, " ")}`);
    const nodes = await cypher(
      `MATCH (n) WHERE NOT n:GraphVersion AND NOT n:RecentChanges RETURN labels(n) AS labels, ${properties("n")}`,
    );
    const relationships = await cypher(
      `MATCH (a)-[r]->(b) RETURN coalesce(a.slug, a.id) AS from, type(r) AS type, coalesce(b.slug, b.id) AS to, ${properties("r")}`,
    );
    const lines = [
      ...schema.sort(),
      ...(nodes as Written[]).map(printed).sort(),
      ...(relationships as Written[]).map(printed).sort(),
    ];
    await expect(lines.join("\n")).toMatchFileSnapshot(join(FIXTURES, "neo4j.txt"));
  });
});
