import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.js";
import { FLAG_STATES } from "../../src/domain/flag.js";
import { loadDossiers } from "../../src/dossier/load/load-dossiers.js";
import { ResidentGraph } from "../../src/projection/resident-graph.js";
import { answerExposure } from "../../src/questions/exposure.js";
import { claimsAsKnown } from "../../src/questions/resident/claims-as-known.js";
import { openStore } from "../../src/store/open-store.js";
import { type Files, story } from "../dossier/folder-of.js";

const KNOWN_AT = parseDay("2026-02-01");
const SUBJECTS = "id,flag,entity,role,start,end,status,sources";
const EVENTS = "id,flag,event,date,status,sources";
const RESPONSES = "id,to,by,kind,date,status,sources";
const PROBE = {
  flags: "id,kind,title,type\nprobe:maker-2019,Probe,A case,prosecution",
  subjects: `${SUBJECTS}\nmaker-asked,probe:maker-2019,company:maker,respondent,,,,gazette-2019`,
  responses: "",
};

/** What the finding of North University on the maker says of its flag, without the numbers of citations. */
async function told(changed: Files, validAt: string): Promise<string> {
  const text = await explained(changed, validAt);
  return text.replace(/^.* in all: [^.]*\. /, "").replaceAll(/ (?:\[\d+\])+/g, "");
}

async function explained(changed: Files, validAt: string): Promise<string> {
  const store = await openStore({ engine: "memory" });
  await store.prepare({ intoExisting: false });
  await loadDossiers([story({ decisions: "", ...changed })], store, { day: KNOWN_AT });
  const graph = new ResidentGraph(store);
  const clocks = { validAt: parseDay(validAt), knownAt: KNOWN_AT };
  const question = { university: "university:north", ...clocks, flags: { states: FLAG_STATES } };
  const report = await answerExposure(graph, question);
  const [finding] = report?.findings ?? [];
  if (!report || !finding) throw new Error("no finding");
  const load = async (ids: readonly string[]) => [...(await claimsAsKnown(store, ids, KNOWN_AT)).values()];
  const { text } = await report.details(finding).explanation(load);
  return text;
}

const listed = (...rows: readonly string[]) => ({
  subjects: [
    SUBJECTS,
    ...rows.map((row, at) => `r${at},listing:maker-2019,company:maker,listed,${row}`),
  ].join("\n"),
  responses: "",
});
const events = (flag: string, ...rows: readonly string[]) => ({
  events: [EVENTS, ...rows.map((row, at) => `e${at},${flag},${row},gazette-2019`)].join("\n"),
});

const ON_THE_LIST = 'Maker Limited was listed in "Maker is listed" (Entity List)';

describe("what a text says of a flag", () => {
  it("tells until when it concerned a target whose own row has ended", async () => {
    const row = listed("2019-05-16,2021-03-01,,gazette-2019");
    expect(await told(row, "2024-01-01")).toBe(`${ON_THE_LIST} until 28 February 2021.`);
  });

  it("tells the day of delisting alone where the target's row ends with it", async () => {
    const row = listed("2019-05-16,2021-03-01,,gazette-2019");
    const life = events("listing:maker-2019", "listed,2019-05-16,", "delisted,2021-03-01,");
    expect(await told({ ...row, ...life }, "2024-01-01")).toBe(
      `${ON_THE_LIST}, which was lifted on 1 March 2021.`,
    );
  });

  it("tells the outcome beside the end of the target's row", async () => {
    const row = `${SUBJECTS}\nr,probe:maker-2019,company:maker,respondent,,2022,,gazette-2019`;
    const life = events("probe:maker-2019", "charged,2019-05-16,", "convicted,2021-03-01,");
    expect(await told({ ...PROBE, ...life, subjects: row }, "2024-01-01")).toBe(
      'Maker Limited was a party to "A case", which led to a conviction on 1 March 2021, until some time in 2022. No reply to it is on record.',
    );
  });

  it("tells what established a listing, which its verb does not", async () => {
    const life = events("listing:maker-2019", "listed,2019-05-16,", "settled,2021-03-01,");
    expect(await told({ ...life, responses: "" }, "2024-01-01")).toBe(
      `${ON_THE_LIST}, which was settled on 1 March 2021.`,
    );
  });

  it("tells since when a flag concerns a target that no event opened", async () => {
    expect(await told({ ...listed("2019-05-16,,,gazette-2019"), events: "" }, "2024-01-01")).toBe(
      'Maker Limited is listed in "Maker is listed" (Entity List) since 16 May 2019, as last reported on 3 June 2019.',
    );
  });

  it("tells of several rows the one that the state comes from", async () => {
    const rows = listed("2019-05-16,2020-03-01,,gazette-2019", "2022-02-02,,,register-2018");
    expect(await told(rows, "2024-01-01")).toBe(
      'Maker Limited is listed in "Maker is listed" (Entity List) since 2 February 2022, as last reported on 3 June 2019.',
    );
  });

  it("does not tell a charge that is only alleged as if it had been made", async () => {
    const life = events("probe:maker-2019", "opened,2019-05-16,", "charged,2019-06-01,alleged");
    expect(await told({ ...PROBE, ...life }, "2024-01-01")).toBe(
      'Maker Limited is under inquiry in "A case" since 16 May 2019, as last reported on 3 June 2019. No reply to it is on record.',
    );
  });

  it("says of a later outcome and of a reply that they are only alleged", async () => {
    const life = events("probe:maker-2019", "charged,2019-05-16,", "dismissed,2021-03-01,alleged");
    const reply = `${RESPONSES}\nr,probe:maker-2019,company:maker,admitted,2020-02-02,alleged,gazette-2019`;
    expect(await told({ ...PROBE, ...life, responses: reply }, "2020-06-01")).toBe(
      [
        'Maker Limited is charged in "A case" since 16 May 2019, as last reported on 3 June 2019.',
        "It is alleged that later it was dismissed on 1 March 2021.",
        "Maker admitted facts in the matter on 2 February 2020.",
      ].join(" "),
    );
  });

  it("tells how a flag that is open again had come out before", async () => {
    const life = events(
      "probe:maker-2019",
      "charged,2018-05-16,",
      "dismissed,2018-09-01,",
      "charged,2019-02-01,",
    );
    expect(await told({ ...PROBE, ...life }, "2024-01-01")).toBe(
      'Maker Limited is charged in "A case" since 1 February 2019, as last reported on 3 June 2019. Earlier it was dismissed on 1 September 2018. No reply to it is on record.',
    );
  });

  it("keeps the full stop of a name before a citation", async () => {
    const entities = [
      "id,kind,name",
      "company:holding,Company,Holding",
      'company:maker,Company,"Maker Co., Ltd."',
      "public-body:trade-office,PublicBody,Trade Office",
      "university:north,University,North University",
    ].join("\n");
    const decisions =
      "id,by,kind,counterparties,covers_subsidiaries,start,sources\nnorth-2019,university:north,moratorium,company:maker,,2019-01-01,gazette-2019";
    expect(await explained({ entities, decisions, responses: "" }, "2024-01-01")).toContain(
      "From 1 January 2019 North University had a moratorium on new engagements with Maker [2]. A transaction is dated after this",
    );
  });
});
