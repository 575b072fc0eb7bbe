import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { report } from "../../examples/client/example.js";
import { type ErrorCode, ExposureApiError, ExposureClient } from "../../examples/client/exposure-client.js";
import * as questions from "../../examples/client/questions.generated.js";
import type { TypedDocument } from "../../examples/client/typed-document.js";
import { ERROR_CODES } from "../../src/domain/errors.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { EXAMPLES, seeded } from "../examples/examples.js";
import { typedDocuments } from "../explorer/typed-documents.js";
import { KEYS, threeKeys } from "../http/access-settings.js";
import { serve } from "../http/running.js";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const HEADER = `/*
 * Generated from schema/schema.graphql and the questions in schema/examples; a test keeps it equal to them.
 * To write it anew: npx vitest run tests/clients/client.test.ts -u
 */
import type { TypedDocument } from "./typed-document.js";
`;

let store: GraphStore;
beforeAll(async () => {
  store = await openStore({ engine: "memory" });
  await seeded(store);
}, 60_000);
afterAll(() => store.close());

describe("the example client", () => {
  it("is what its schema and its questions give", async () => {
    const documents = readdirSync(join(ROOT, "schema/examples"))
      .filter((name) => name.endsWith(".graphql"))
      .sort()
      .map((name) => read(`schema/examples/${name}`));
    const generated = await typedDocuments(read("schema/schema.graphql"), documents, HEADER);
    await expect(generated).toMatchFileSnapshot(join(ROOT, "examples/client/questions.generated.ts"));
  });

  it("is answered as the examples say", async () => {
    const { url } = await serve(store);
    const client = new ExposureClient({ url });
    const byText = new Map(Object.values(questions).map((question) => [nameOf(question.text), question]));
    for (const name of EXAMPLES) {
      const question = byText.get(nameOf(read(`schema/examples/${name}.graphql`)));
      const variables = JSON.parse(read(`schema/examples/${name}.variables.json`));
      const answer = await client.ask(question as TypedDocument<unknown, unknown>, variables);
      expect(answer).toEqual(JSON.parse(read(`schema/examples/${name}.json`)).data);
    }
  }, 60_000);

  it("prints a report", async () => {
    const { url } = await serve(store);
    const lines = await report(new ExposureClient({ url }), "2026-11-24");
    expect(lines[0]).toMatch(/^MIT received \$500,000 from Huawei .* in December 2017/);
    expect(lines).toContain("Cornell University");
  });

  it("sends its key, and says under which code it was refused", async () => {
    const { url } = await serve(store, { access: threeKeys() });
    const variables = { ids: ["university:mit"], validAt: "2026-11-24", knownAt: "2026-11-24" };
    const ask = (key?: string) =>
      report(new ExposureClient({ url, ...(key !== undefined && { key }) }), variables.validAt);
    expect(await ask(KEYS.viewer)).not.toEqual([]);
    const refusal = await ask().catch((fault: unknown) => fault);
    expect(refusal).toBeInstanceOf(ExposureApiError);
    expect((refusal as ExposureApiError).code).toBe("UNAUTHENTICATED");
  });

  it("knows every code of the API, and no other", () => {
    const [, list = ""] = /type ErrorCode =([^;]*);/.exec(read("examples/client/exposure-client.ts")) ?? [];
    const listed = [...list.matchAll(/"(\w+)"/g)].map(([, code]) => code);
    expect(listed.slice().sort()).toEqual([...ERROR_CODES].sort());
    const same: readonly ErrorCode[] = ERROR_CODES;
    expect(same).toHaveLength(listed.length);
  });
});

function nameOf(document: string): string | undefined {
  return /query (\w+)/.exec(document)?.[1];
}
