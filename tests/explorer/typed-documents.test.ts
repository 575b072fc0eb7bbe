import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { typedDocuments } from "./typed-documents.js";

const ROOT = join(import.meta.dirname, "../..");
const API = join(ROOT, "src/explorer/api");

it("keeps the typed questions of the pages equal to their documents and to the schema", async () => {
  const names = readdirSync(join(API, "documents")).sort();
  const documents = names.map((name) => readFileSync(join(API, "documents", name), "utf8"));
  const schema = readFileSync(join(ROOT, "schema/schema.graphql"), "utf8");
  await expect(await typedDocuments(schema, documents)).toMatchFileSnapshot(
    join(API, "documents.generated.ts"),
  );
});
