import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, findBreakingChanges } from "graphql";
import { expect, it } from "vitest";
import { emitSchema } from "../../src/graphql/emit-schema.js";
import { schemaChangelog, snapshotOf } from "./schema-changelog.js";

const HISTORY = join(import.meta.dirname, "../../schema/history");

const snapshots = readdirSync(HISTORY)
  .filter((name) => name.endsWith(".graphql"))
  .sort()
  .map((file) => {
    const name = file.replace(/\.graphql$/, "");
    const meanings = join(HISTORY, `since-${name}.md`);
    return {
      name,
      schema: readFileSync(join(HISTORY, file), "utf8"),
      meanings: existsSync(meanings) ? readFileSync(meanings, "utf8") : null,
    };
  });

it("stands in schema/CHANGELOG.md (npm run schema writes it anew)", async () => {
  await expect(await schemaChangelog(snapshots, snapshotOf(emitSchema()))).toMatchFileSnapshot(
    "../../schema/CHANGELOG.md",
  );
});

it("breaks nothing since the last snapshot: what does needs a snapshot of its own first, and a new version", () => {
  const last = buildSchema(snapshots.at(-1)?.schema ?? "");
  expect(findBreakingChanges(last, buildSchema(emitSchema()))).toEqual([]);
});

it("tells what is breaking from what is new", async () => {
  const was = "type Query { a: Int b(x: Int): Int } enum E { ONE }";
  const is = 'type Query { b(x: Int = 1): Int c: E } enum E { ONE "Another." TWO }';
  const text = await schemaChangelog([{ name: "2020-01-01", schema: was, meanings: "- `b` adds up.\n" }], is);
  expect(text).toMatch(
    /### Now, since 2020-01-01\n\n#### Other meaning\n\n- `b` adds up.\n\n#### Breaking\n\n- Field `a` was removed from object type `Query`/,
  );
  expect(text).toMatch(
    /#### To be minded[\s\S]*Enum value `TWO`[\s\S]*#### New, and harmless[\s\S]*Field `c` was added/,
  );
});
