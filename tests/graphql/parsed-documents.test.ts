import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { today } from "../../src/domain/day.js";
import { DEFAULT_LIMITS } from "../../src/domain/limits.js";
import { Admission } from "../../src/graphql/admission/admission.js";
import { ANY_DOCUMENT } from "../../src/graphql/admission/documents.js";
import { apolloServer } from "../../src/graphql/apollo.js";
import { GraphContext } from "../../src/graphql/context.js";
import { graphSchema } from "../../src/graphql/schema.js";
import { worldOf } from "./row-counts.js";
import { graphOf } from "./serving.js";

const VALID = "{ graph { version } }";

it("parses a document once: Apollo parses only what cannot be parsed, to say why", async () => {
  const parsed: string[] = [];
  const admission = new Admission(graphSchema(), {
    limits: DEFAULT_LIMITS,
    documents: ANY_DOCUMENT,
    introspection: true,
  });
  const tellParsing = {
    requestDidStart: async () => ({
      parsingDidStart: async ({ source }: { readonly source: string }) => void parsed.push(source),
    }),
  };
  const apollo = apolloServer([tellParsing], {
    onFault: () => {},
    introspection: true,
    documents: admission.parsed,
  });
  const graph = await graphOf(worldOf(1));
  const answerTo = async (query: string) => {
    const admitted = admission.admit({ query });
    const contextValue = new GraphContext(graph, await graph.current(), { today: today(), requestId: "1" });
    const { body } = await apollo.executeOperation({ query }, { contextValue });
    const errors = body.kind === "single" ? body.singleResult.errors : undefined;
    return { admitted, errors: errors?.map(({ message }) => message) };
  };
  const { admitted, errors } = await answerTo(VALID);
  expect([errors, parsed]).toEqual([undefined, []]);
  const key = `schema:${createHash("sha256").update(VALID).digest("hex")}`;
  expect(await admission.parsed.store.get(key)).toBe(admitted?.document);
  expect((await answerTo("{ notThere, norThis }")).errors).toEqual([
    `Cannot query field "notThere" on type "Query".`,
    `Cannot query field "norThis" on type "Query".`,
  ]);
  expect((await answerTo("{ graph {")).errors).toHaveLength(1);
  expect(parsed).toEqual(["{ graph {"]);
  await apollo.stop();
});
