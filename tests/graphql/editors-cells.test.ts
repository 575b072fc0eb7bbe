import { expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { ResidentGraph } from "../../src/graph/resident-graph.js";
import { openStore } from "../../src/store/open-store.js";
import { folderOf } from "../dossier/folder-of.js";
import { ask } from "./serving.js";

const FOLDER = folderOf({
  settings: "slug: story\ntitle: A story\n",
  sources: "id,publisher,copy_of,title\nline,copies.example,The Gazette,A page",
  entities:
    'id,kind,name,short\ncompany:maker,Company,"Maker Co., Ltd.",Maker\nuniversity:north,University,North University,',
  relations: [
    "id,kind,from,to,amount,amount_max,amount_qualifier,amount_per,currency,payment,start,sources,caveat",
    "about,Funding,company:maker,university:north,500000,,about,year,USD,committed,2019,line,the university does not say for how long",
    "least,Funding,company:maker,university:north,300,,at_least,,EUR,,2020,line,",
    "most,Funding,company:maker,university:north,400,,up_to,,EUR,paid,2021,line,",
    "plain,Funding,company:maker,university:north,7,,,,GBP,,2022,line,",
  ].join("\n"),
});

it("answers what an editor wrote of money, of names and of copies", async () => {
  const store = await openStore({ engine: "memory" });
  await loadDossiers([FOLDER], store, { day: parseDay("2026-12-02") });
  const { data, errors } = await ask(
    new ResidentGraph(store),
    `{ entity(id: "company:maker") {
      shortName
      relations { nodes {
        id caveat citations { source { publisher copyOf } } to { shortName }
        ... on Funding { amount { min max } amountQualifier amountPer payment }
      } }
    } }`,
  );
  expect(errors).toBeUndefined();
  const funding = (
    row: string,
    amount: [number, number | null],
    terms: object,
    caveat: string | null = null,
  ) => ({
    id: `claim:story/${row}`,
    caveat,
    citations: [{ source: { publisher: "copies.example", copyOf: "The Gazette" } }],
    to: { shortName: "North University" },
    amount: { min: amount[0], max: amount[1] },
    ...{ amountQualifier: null, amountPer: null, payment: "PAID", ...terms },
  });
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    entity: {
      shortName: "Maker",
      relations: {
        nodes: [
          funding(
            "about",
            [500_000, 500_000],
            { amountQualifier: "ABOUT", amountPer: "YEAR", payment: "COMMITTED" },
            "the university does not say for how long",
          ),
          funding("least", [300, null], { amountQualifier: "AT_LEAST" }),
          funding("most", [0, 400], { amountQualifier: "UP_TO" }),
          funding("plain", [7, 7], {}),
        ],
      },
    },
  });
});
