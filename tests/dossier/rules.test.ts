import { describe, expect, test } from "vitest";
import { printProblem } from "../../src/dossier/read/problem.js";
import { ALL_RULES, RULES, type RuleName } from "../../src/dossier/rules.js";
import { edited, type Files, folderOf, foundIn, STORY, story } from "./folder-of.js";

/** What breaks a rule, and what comes near to it and does not: files that are changed in a story without fault. */
interface Trial {
  readonly breaks: Files;
  readonly keeps: Files;
}

const inFile = (name: string, from: string, to: string): Files => edited(name, from, to);
const more = (name: string, ...rows: string[]): Files => ({ [name]: [STORY[name], ...rows].join("\n") });

/** A row of events.csv with its words; the listing of Maker of 16 May 2019 by the Trade Office. */
const event = (cells: { date?: string; text?: string; caveat?: string; quote?: string }): Files => ({
  events: `id,flag,event,date,sources,quote,text,caveat\nmaker-2019-listed,listing:maker-2019,listed,${cells.date ?? "2019-05-16"},gazette-2019,"${cells.quote ?? ""}","${cells.text ?? ""}","${cells.caveat ?? ""}"`,
});

/** A row of relations.csv between Maker and the university. */
const tie = (kind: string, cells: Readonly<Record<string, string>> = {}): Files => {
  const all = {
    id: "gift-2019",
    kind,
    from: "company:maker",
    to: "university:north",
    sources: "gazette-2019",
    ...cells,
  };
  const holding = {
    id: "holding-2018",
    kind: "Link",
    from: "company:holding",
    to: "company:maker",
    text: "was seen with it",
  };
  const columns = [...new Set([...Object.keys(all), ...Object.keys(holding)])];
  const row = (of: Readonly<Record<string, string>>) =>
    columns.map(
      (column) => `"${(of[column] ?? (column === "sources" ? "gazette-2019" : "")).replaceAll('"', '""')}"`,
    );
  return { relations: [columns, row(all), row(holding)].join("\n") };
};

const flag = (kind: string, type: string, list: string): Files => ({
  flags: `id,kind,title,type,list,authority\n${kind.toLowerCase()}:maker-2019,${kind},Maker is listed,${type},${list},public-body:trade-office`,
  subjects: `id,flag,entity,role,start,sources\nmaker-listed,${kind.toLowerCase()}:maker-2019,company:maker,${kind === "Probe" ? "respondent" : "listed"},2019-05-16,gazette-2019`,
  responses: "",
});

/** events.csv with the day on which its row was recorded. */
const recordedOn = (day: string): Files => ({
  events: (STORY.events ?? "")
    .replace("date,sources", "date,recorded,sources")
    .replace("16,gaz", `16,${day},gaz`),
});

const TRIALS: Readonly<Record<Exclude<RuleName, "tooMany">, Trial>> = {
  encoding: {
    breaks: inFile("responses", "It is", "It\u0007 is"),
    keeps: inFile("responses", "It is", "Это"),
  },
  lineEnds: {
    breaks: { responses: (STORY.responses ?? "").replaceAll("\n", "\r") },
    keeps: { responses: (STORY.responses ?? "").replaceAll("\n", "\r\n") },
  },
  savedOtherwise: { breaks: { events: `\u{feff}${STORY.events}` }, keeps: { events: `${STORY.events}\n` } },
  csv: {
    breaks: inFile("relations", '"gave half a million"', '"gave half a million'),
    keeps: inFile("relations", '"gave half a million"', '"gave ""half"" a million"'),
  },
  width: {
    breaks: inFile("events", "listed,2019", "listed,,2019"),
    keeps: inFile("events", "2019-05-16", ""),
  },
  columns: {
    breaks: inFile("events", "event,date", "event,dates"),
    keeps: inFile("events", ",date,", ",recorded,"),
  },
  strayFile: { breaks: { relation: "id,kind" }, keeps: { "notes.txt": "to do" } },
  settings: {
    breaks: { settings: `${STORY.settings}licnce: CC0\n` },
    keeps: { settings: `${STORY.settings}licence: CC0\n` },
  },
  assertion: {
    breaks: { settings: `${STORY.settings}assertions:\n  - {count: rows, of: events, is: 2}\n` },
    keeps: { settings: `${STORY.settings}assertions:\n  - {count: rows, of: events, is: 1}\n` },
  },
  slug: { breaks: {}, keeps: {} },
  empty: {
    breaks: inFile("entities", "Maker Limited", ""),
    keeps: inFile("entities", "Maker Limited,Maker", "Maker Limited,"),
  },
  blanks: {
    breaks: inFile("entities", "Maker Limited", "Maker Limited "),
    keeps: inFile("entities", "Maker Limited", "Maker  Limited"),
  },
  id: {
    breaks: inFile("events", "maker-2019-listed", "maker 2019"),
    keeps: inFile("events", "maker-2019-listed", "maker_2019.1"),
  },
  date: {
    breaks: inFile("events", "2019-05-16", "2019-02-30"),
    keeps: inFile("events", "2019-05-16", "../2019-05"),
  },
  order: {
    breaks: {
      decisions: `${STORY.decisions?.replace("start,", "start,end,").replace("2020-01-01,", "2020-01-01,2019,")}`,
    },
    keeps: {
      decisions: `${STORY.decisions?.replace("start,", "start,end,").replace("2020-01-01,", "2020-01-01,2020,")}`,
    },
  },
  value: {
    breaks: inFile("subjects", "listed,2019", "lsited,2019"),
    keeps: inFile("subjects", "listed,2019", "mentioned,2019"),
  },
  list: { breaks: inFile("policies", "CN;RU", "CN;;RU"), keeps: inFile("policies", "CN;RU", "CN") },
  foreignCell: {
    breaks: inFile("relations", "university:north,,,", "university:north,50,,"),
    keeps: inFile("relations", ",100,", ",50,"),
  },
  share: {
    breaks: inFile("relations", ",100,", ",100%,"),
    keeps: inFile("relations", ",100,", ',"(50,75]",'),
  },
  amount: {
    breaks: tie("Funding", {
      amount: "500",
      amount_max: "900",
      amount_qualifier: "at_least",
      currency: "USD",
    }),
    keeps: tie("Funding", { amount: "500", amount_max: "..", amount_qualifier: "at_least", currency: "USD" }),
  },
  code: { breaks: inFile("flags", ",US,", ",USA,"), keeps: inFile("flags", ",US,", ",GB,") },
  recordedAhead: {
    breaks: recordedOn("2026-12-05"),
    keeps: recordedOn("2026-12-04"),
  },
  source: {
    breaks: inFile("events", "2019-05-16,gazette-2019", "2019-05-16,gazette-2018"),
    keeps: inFile("events", "2019-05-16,gazette-2019", "2019-05-16,gazette-2019;register-2018"),
  },
  entity: {
    breaks: inFile("subjects", "company:maker", "company:mkaer"),
    keeps: inFile("subjects", "company:maker,listed", "company:holding,covered_affiliate"),
  },
  flag: { breaks: inFile("events", "listing:maker-2019,", "listing:maker-2018,"), keeps: {} },
  answered: {
    breaks: inFile("responses", ",north-2020,", ",north-2021,"),
    keeps: inFile("responses", ",north-2020,", ",listing:maker-2019,"),
  },
  ends: {
    breaks: inFile("relations", "company:holding,company:maker", "company:holding,public-body:trade-office"),
    keeps: inFile("relations", "company:holding,company:maker", "public-body:trade-office,company:maker"),
  },
  equalRows: { breaks: {}, keeps: {} },
  identifier: {
    breaks: inFile("entities", "lei=HOLDING0000000000000", "lei=MAKER000000000000000"),
    keeps: inFile("entities", "lei=HOLDING0000000000000", "cik=MAKER000000000000000"),
  },
  name: {
    breaks: inFile("entities", "company:holding,Company,Holding,", "company:holding,Company,Holding,maker"),
    keeps: inFile(
      "entities",
      "public-body:trade-office,PublicBody,Trade Office,",
      "public-body:trade-office,PublicBody,Trade Office,maker",
    ),
  },
  unused: {
    breaks: more("entities", "company:lone,Company,Lone,,US,,"),
    keeps: more("entities", "company:lone,Company,Lone,,US,cik=1,"),
  },
  publicRole: {
    breaks: more("entities", "person:a,Person,A Person,,US,cik=2,Likes gardens"),
    keeps: more("entities", "person:a,Person,A Person,,US,cik=2,Chair of Maker"),
  },
  sumOfShares: {
    breaks: more(
      "relations",
      "more,Ownership,university:north,company:maker,1,economic,,,,../2018-12-31,,,register-2018,",
    ),
    keeps: more(
      "relations",
      "more,Ownership,university:north,company:maker,1,votes,,,,../2018-12-31,,,register-2018,",
    ),
  },
  contradictingShares: {
    breaks: more(
      "relations",
      "more,Ownership,company:holding,company:maker,50,economic,,,,../2018-12-31,,,register-2018,",
    ),
    keeps: more(
      "relations",
      'more,Ownership,company:holding,company:maker,"(50,100]",economic,,,,../2018-12-31,,,register-2018,',
    ),
  },
  withinOneParty: {
    breaks: {
      relations:
        "id,kind,from,to,share,probability,decided_by,sources\ni,Identity,company:holding,company:maker,,1,The editors,register-2018\no,Ownership,company:holding,company:maker,60,,,register-2018",
    },
    keeps: {
      relations:
        "id,kind,from,to,share,probability,decided_by,sources\ni,Identity,company:holding,company:maker,,0.9,The editors,register-2018\no,Ownership,company:holding,company:maker,60,,,register-2018",
    },
  },
  lastChecked: { breaks: inFile("settings", "last_checked: 2026-01-05\n", ""), keeps: {} },
  clause: {
    breaks: event({ text: "Was listed" }),
    keeps: event({ text: "was listed", caveat: "Maker disputes it" }),
  },
  textNumber: {
    breaks: event({ text: "was listed with 25 others", quote: "was listed with its affiliates" }),
    keeps: event({
      text: "was listed with 25 others in May, on 2019's list",
      quote: "was listed with twenty-five affiliates and 25 others",
    }),
  },
  textNumberInWords: {
    breaks: event({ text: "was listed with seven others", quote: "was listed with the others" }),
    keeps: event({ text: "was listed with seven others", quote: "was listed with the 7 others" }),
  },
  verb: { breaks: flag("Listing", "", "us-entity-list"), keeps: flag("Listing", "", "us-entity-list") },
  ownWords: {
    breaks: tie("Link"),
    keeps: {},
  },
  confirmedGrade: { breaks: inFile("sources", "B2", "D4"), keeps: inFile("sources", "B2", "") },
  finerDay: {
    breaks: event({ quote: "was put on the list in 2019" }),
    keeps: event({ quote: "was put on the list on May 16, 2019" }),
  },
  speaker: {
    breaks: inFile("responses", "listing:maker-2019,company:maker", "listing:maker-2019,company:holding"),
    keeps: inFile("responses", "north-2020,company:maker", "north-2020,university:north"),
  },
  stalePresent: {
    breaks: event({ text: "is under investigation" }),
    keeps: event({ text: "was under investigation" }),
  },
  cutQuote: {
    breaks: event({ quote: "the univer" }),
    keeps: event({ quote: "the university" }),
  },
  publisher: {
    breaks: inFile("sources", "The Gazette,", "The Gazette (re-post),"),
    keeps: inFile("sources", "The Gazette,", "copies.example,"),
  },
};

/** Trials of which a part stands in several folders or needs more than a changed cell. */
const OTHER_STORY: Files = {
  settings: "slug: other\ntitle: Other\nlast_checked: 2026-01-05\n",
  sources: STORY.sources ?? "",
  entities: STORY.entities ?? "",
  relations: STORY.relations ?? "",
  decisions: STORY.decisions ?? "",
};

const idsOf = async (...folders: Parameters<typeof foundIn>) =>
  new Set((await foundIn(...folders)).map(({ rule }) => rule));

describe("a rule", () => {
  test("has an id of its own, in order, and says what it wants, why, and of what kind it is", () => {
    const ids = ALL_RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const { id, title, wants, example } of ALL_RULES) {
      expect(id).toMatch(/^DS\d{3}$/);
      for (const text of [title, wants, example]) expect(text.length).toBeGreaterThan(10);
    }
  });

  test.each(Object.entries(TRIALS).filter(([, { breaks }]) => Object.keys(breaks).length > 0))(
    "is broken, and is kept: %s",
    async (name, { breaks, keeps }) => {
      const { id } = RULES[name as RuleName];
      if (name !== "verb") expect(await idsOf(story(breaks))).toContain(id);
      expect(await idsOf(story(keeps))).not.toContain(id);
    },
  );

  test("is broken, and is kept: slug", async () => {
    expect(await idsOf(story({}, "a"), story({}, "b"))).toContain("DS010");
    expect(await idsOf(story({}, "a"), folderOf(OTHER_STORY, "b"))).not.toContain("DS010");
  });

  test("is broken, and is kept: equal rows", async () => {
    const differing = { ...OTHER_STORY, ...edited("entities", "Maker Limited", "Maker Ltd") };
    expect(await idsOf(story({}, "a"), folderOf(differing, "b"))).toContain("DS040");
    expect(await idsOf(story({}, "a"), folderOf(OTHER_STORY, "b"))).not.toContain("DS040");
  });

  test("is broken, and is kept: an event or a role without a verb", async () => {
    const acquitted = (text: string): Files => ({
      ...flag("Listing", "", "us-entity-list"),
      events: `id,flag,event,date,sources,text\ne,listing:maker-2019,acquitted,2019-05-16,gazette-2019,${text}`,
    });
    expect(await idsOf(story(acquitted("")))).toContain("DS053");
    expect(await idsOf(story(acquitted("was cleared")))).not.toContain("DS053");
    expect(await idsOf(story(edited("subjects", "listed,2019", "witness,2019")))).toContain("DS053");
  });

  test("is broken, and is kept: too many problems of one file", async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `e${at},listing:maker-2019,listd,,gazette-2019`);
    const events = (count: number) => ({ events: ["id,flag,event,date,sources", ...rows(count)].join("\n") });
    expect(await idsOf(story(events(10_001)))).toContain("DS000");
    expect(await idsOf(story(events(9_999)))).not.toContain("DS000");
  });

  test("stands at the end of the line of a problem", async () => {
    const problems = await foundIn(story(edited("events", "2019-05-16", "2019-02-30")));
    expect(problems.map(printProblem)).toEqual([
      'events.csv:2: date: "2019-02-30" is a day that does not exist: 2019-02 has 28 days [DS014]',
    ]);
  });
});

test("a text is asked for what a template tells badly, where some row has one", async () => {
  const asked = async (files: Files) =>
    (await foundIn(story(files)))
      .filter(({ rule, file }) => rule === "DS054" && file === "relations.csv")
      .map(({ line, message }) => `${line}: ${message.split(":")[0]}`);
  expect(await asked(tie("Link"))).toEqual(["2: a Link has no text"]);
  expect(await asked(tie("Collaboration"))).toEqual(["2: a Collaboration has no text"]);
  expect(await asked(tie("Collaboration", { form: "joint_laboratory" }))).toEqual([]);
  expect(await asked(tie("Funding", { payment: "committed" }))).toEqual([
    "2: a Funding that was only promised has no text",
  ]);
  expect(await asked(tie("Funding"))).toEqual([]);
});

describe("a number of a text", () => {
  const numbersOf = async (text: string, quote: string, more: Files = {}) =>
    (await foundIn(story({ ...event({ text, quote }), ...more })))
      .filter(({ rule }) => rule === "DS051")
      .map(({ message }) => message);

  test.each([
    ["worth 1.9 million dollars", "worth $1,900,000"],
    ["worth 1,900,000 dollars", "worth 1.9 million dollars"],
    ["worth 150,000 euros", "etwa 150.000 Euro"],
    ["worth 2.5 million euros", "2,5 Mio. Euro"],
    ["with 19 universities", "nineteen universities"],
    ["with its 5G equipment", "with its equipment"],
    ["with 23 counts", "a 23-count indictment"],
  ])("may stand in its quote in another way: %s", async (text, quote) => {
    expect(await numbersOf(text, quote)).toEqual([]);
  });

  test("may stand in its date, in the title of its flag and in the names of its parties", async () => {
    const titled = edited("flags", "Maker is listed", "Section 889 of the act for 2018");
    expect(await numbersOf("was named in Section 889 of the act for 2018, in May 2019", "", titled)).toEqual(
      [],
    );
    const named = edited("entities", "Maker Limited,Maker", "Maker Limited,Maker 42");
    expect(await numbersOf("was listed as Maker 42", "", named)).toEqual([]);
  });

  test.each([
    [
      "with 24 counts",
      "a 23-count indictment",
      "text: has the number 24, which its row does not have: quote the words that carry it, or leave it out",
    ],
    [
      "in June",
      "was listed",
      "text: has a month, which its row does not have: quote the words that carry it, or leave it out",
    ],
  ])("that its row does not have is named: %s", async (text, quote, message) => {
    expect(await numbersOf(text, quote)).toEqual([message]);
  });
});

test("a load asks for what blocks and for holdings and names, and leaves the words to check", async () => {
  const { readAndCheck } = await import("../../src/dossier/check/read-and-check.js");
  const files = {
    ...event({ text: "is listed with 25 and seven others", quote: "was put on the list in 2019" }),
  };
  const { problems } = await readAndCheck([story(files)], null);
  expect(problems.list().map(({ rule }) => rule)).toEqual(["DS051"]);
});
