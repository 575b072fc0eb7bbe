import { expect, it } from "vitest";
import { edited, type Files, STORY } from "../dossier/folder-of.js";
import { describeNeo4j, emptyNeo4j, neo4jStore } from "../neo4j/database.js";
import { KEYS, threeKeys, withKey } from "./access-settings.js";
import { serve } from "./running.js";

const LOAD = `mutation ($input: LoadDossierInput!) { loadDossier(input: $input) { report { graphVersion created corrected leftRetracted } } }`;
const RETRACT = `mutation { retractClaim(input: { id: "claim:story/gift-2019", reason: "Taken back." }) { graphVersion claim { retracted } } }`;

describeNeo4j("writing to Neo4j through the server", () => {
  it("loads, retracts, and lets one of several writers win", async () => {
    await emptyNeo4j();
    const store = await neo4jStore();
    try {
      const { url } = await serve(store, { access: threeKeys() });
      const send = async (query: string, variables: object = {}) => {
        const response = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", ...withKey(KEYS.editor) },
          body: JSON.stringify({ query, variables }),
        });
        // biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted
        return (await response.json()) as any;
      };
      const load = (changed: Files = {}) =>
        send(LOAD, {
          input: {
            files: Object.entries({ ...STORY, ...changed }).map(([name, content]) => ({
              name: name === "settings" ? "dossier.yml" : `${name}.csv`,
              content,
            })),
          },
        });
      expect((await load()).data.loadDossier.report).toEqual({
        graphVersion: "1",
        created: 8,
        corrected: 0,
        leftRetracted: [],
      });
      const answers = await Promise.all(
        ["510000", "520000"].map((amount) => load(edited("relations", "500000", amount))),
      );
      const codes = answers.map(({ errors }) => errors?.[0].extensions.code ?? "written").sort();
      const wins = codes.filter((code) => code === "written").length;
      expect(wins).toBeGreaterThanOrEqual(1);
      expect(codes.filter((code) => code !== "written")).toEqual(Array(2 - wins).fill("CONFLICT"));
      expect((await send(RETRACT)).data.retractClaim).toEqual({
        graphVersion: String(2 + wins),
        claim: { retracted: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      });
      const last = (await store.claims(["claim:story/gift-2019"])).at(-1)?.claim;
      const amount = last?.record === "relation" ? last.amount?.min : null;
      expect((await load(edited("relations", "500000", String(amount)))).data.loadDossier.report).toEqual({
        graphVersion: String(2 + wins),
        created: 0,
        corrected: 0,
        leftRetracted: ["claim:story/gift-2019"],
      });
    } finally {
      await store.close();
    }
  });
});
