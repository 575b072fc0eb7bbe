import fc from "fast-check";
import { expect, it } from "vitest";
import { worldOf } from "../graphql/row-counts.js";
import { fill } from "../graphql/serving.js";
import { cypher, describeNeo4j, emptyNeo4j, neo4jStore } from "../neo4j/database.js";
import { threeKeys } from "./access-settings.js";
import { answersCleanly, posted } from "./clean-answers.js";
import { hostileText } from "./hostile-values.js";
import { serve } from "./running.js";

/** Questions that carry texts on to the store. */
const QUESTIONS = [
  "query ($text: ID!) { nodes(ids: [$text]) { id ... on Claim { text } ... on Entity { summary } } }",
  "query ($text: ID!) { entity(id: $text) { summary relations { nodes { text } } } }",
  'query ($text: ID!) { whatIf(university: "university:u", scenario: { rejectSources: [$text] }) { added { finding { key } } } }',
  'mutation ($text: ID!) { retractClaim(input: { id: $text, reason: "none" }) { graphVersion } }',
  "query ($text: String!) { search(text: $text) { nodes { entity { summary } } } }",
];

describeNeo4j("texts with a meaning for a database", () => {
  it("are looked up and never run", async () => {
    await emptyNeo4j();
    const store = await neo4jStore();
    try {
      await fill(store, worldOf(1), ["2020-05-01"]);
      const { url } = await serve(store, { access: threeKeys(), limits: { requestsPerMinute: null } });
      const count = async () =>
        (await cypher("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(n) AS n, count(r) AS r"))[0];
      const before = await count();
      // Ids that are there would be retracted.
      const text = hostileText.filter((given) => !/^claim:rows\/.0$/.test(given));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...QUESTIONS), text, (query, given) =>
          answersCleanly(url, posted(query, { text: given })),
        ),
        { seed: 20_261_127, numRuns: 200 },
      );
      expect(await count()).toEqual(before);
    } finally {
      await store.close();
    }
  });
});
