import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as questions from "../../src/cli/ask/questions.generated.js";
import type { GraphStore } from "../../src/store/graph-store.js";
import { openStore } from "../../src/store/open-store.js";
import { serve } from "../http/running.js";
import { askingTheSeed } from "./seed-store.js";

const CLOCKS = { validAt: "2026-11-24", knownAt: "2026-11-24" };

const { json, store: options } = askingTheSeed("--valid-at", CLOCKS.validAt, "--known-at", CLOCKS.knownAt);

let store: GraphStore;
beforeAll(async () => {
  const path = options()[1]?.replace("sqlite:", "") ?? "";
  store = await openStore({ engine: "sqlite", path }, { readOnly: true });
});
afterAll(() => store.close());

async function served(text: string, variables: object): Promise<unknown> {
  const { url } = await serve(store);
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: text, variables: { ...variables, ...CLOCKS } }),
  });
  return answer.json();
}

describe("ask as JSON is what a server answers to the stored document", () => {
  test.each([
    [
      "exposure university:caltech --lists us-entity-list",
      questions.askExposureQuestion,
      { university: "university:caltech", flags: { lists: ["us-entity-list"] } },
    ],
    [
      "exposed company:iflytek --verbose",
      questions.askExposedQuestion,
      { to: "company:iflytek", verbose: true },
    ],
    [
      "paths university:mit company:zte --kinds funding --limit 2",
      questions.askPathsQuestion,
      { from: "university:mit", to: "company:zte", kinds: ["FUNDING"], limit: 2 },
    ],
    [
      "ownership company:huawei-technologies --right votes",
      questions.askOwnershipQuestion,
      { of: "company:huawei-technologies", right: "VOTES" },
    ],
    [
      "decisions --by university:mit --kinds cut_ties,moratorium",
      questions.askDecisionsQuestion,
      { filter: { by: ["university:mit"], kinds: ["CUT_TIES", "MORATORIUM"] } },
    ],
    [
      "flags company:zte --states ended",
      questions.askFlagsQuestion,
      { filter: { subjects: ["company:zte"], states: ["ENDED"] } },
    ],
    [
      "what-if university:mit --threshold OFAC_50>=25 --no-parts",
      questions.askWhatIfQuestion,
      {
        university: "university:mit",
        includeParts: false,
        scenario: { thresholds: [{ regime: "OFAC_50", threshold: 0.25, inclusive: true }] },
      },
    ],
    [
      "shared university:mit university:caltech",
      questions.askSharedQuestion,
      { universities: ["university:mit", "university:caltech"] },
    ],
    [
      "matrix --countries CN",
      questions.askMatrixQuestion,
      { rows: "UNIVERSITY", columns: "YEAR", measure: "GROSS", countries: ["CN"] },
    ],
    [
      "funding --by payer_group --from 2015-01-01",
      questions.askFundingQuestion,
      { groupBy: ["PAYER_GROUP"], payerGroups: true, filter: { from: "2015-01-01" } },
    ],
  ] as const)("%s", async (words, { text }, variables) => {
    expect(await json("ask", ...words.split(" "))).toEqual(await served(text, variables));
  });

  test("is one answer for each rule", async () => {
    const told = await json("ask", "rule", "company:hisilicon", "--regimes", "BIS_50,OFAC_50");
    const answers = ["BIS_50", "OFAC_50"].map((regime) =>
      served(questions.askRuleQuestion.text, { company: "company:hisilicon", regime }),
    );
    expect(told).toEqual(await Promise.all(answers));
  });
});
