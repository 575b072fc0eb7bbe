import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { typedDocuments } from "../explorer/typed-documents.js";

const ROOT = join(import.meta.dirname, "../..");
const QUESTIONS = join(ROOT, "schema/questions");

const HEADER = `/*
 * Generated from schema/questions and schema/schema.graphql; a test keeps it equal to them.
 * To write it anew: npx vitest run tests/graphql/stored-questions.test.ts -u
 */

/** A question's text that remembers what it asks for and what it is answered with. */
export interface StoredQuestion<Answer, Variables> {
  readonly text: string;
  /** Never called: it only carries the types. */
  readonly types?: (variables: Variables) => Answer;
}
type TypedDocument<Answer, Variables> = StoredQuestion<Answer, Variables>;
`;

it("keeps the stored questions of the command line equal to their documents and to the schema", async () => {
  const names = readdirSync(QUESTIONS).filter((name) => name.endsWith(".graphql"));
  const documents = names.sort().map((name) => readFileSync(join(QUESTIONS, name), "utf8"));
  const schema = readFileSync(join(ROOT, "schema/schema.graphql"), "utf8");
  await expect(await typedDocuments(schema, documents, HEADER)).toMatchFileSnapshot(
    join(ROOT, "src/cli/ask/questions.generated.ts"),
  );
});
