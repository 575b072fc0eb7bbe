import { describe, expect, test } from "vitest";
import { edited, type Files, folderOf, problemsOf, STORY, story } from "./folder-of.js";

/** A mistake, the files with it, and the one line that names it. */
type Mistake = readonly [string, Files, string | RegExp];

const add = (name: string, ...rows: string[]): Files => ({ [name]: [STORY[name], ...rows].join("\n") });

/** A Funding with some more cells. */
const funding = (columns: string, cells: string): Files => ({
  relations: `id,kind,from,to,currency,start,sources,${columns}\ngift-2019,Funding,company:maker,university:north,USD,2019-05-20,gazette-2019,${cells}`,
});

const IN_CELLS: readonly Mistake[] = [
  [
    "a misspelt source id",
    edited("relations", "register-2018,holds", "registr-2018,holds"),
    'relations.csv:3: sources: "registr-2018" is no row of this dossier\'s sources.csv; did you mean "register-2018"?',
  ],
  [
    "a date with slashes",
    edited("decisions", "2020-01-01", "03/04/2019"),
    'decisions.csv:2: start: "03/04/2019" is not a date: write 2019-04-03 or 2019-03-04, year first',
  ],
  [
    "a date that the calendar has not",
    edited("events", "2019-05-16", "2019-02-30"),
    /^events.csv:2: date: "2019-02-30"/,
  ],
  [
    "a percent sign",
    edited("relations", ",100,", ",100%,"),
    /^relations.csv:3: share: "100%" is not a share: leave out the percent sign/,
  ],
  [
    "a share above 100",
    edited("relations", ",100,", ",120,"),
    /^relations.csv:3: share: "120" .* above 100 per cent/,
  ],
  [
    "a name with a trailing blank",
    edited("entities", "North University,", "North University ,"),
    'entities.csv:5: the cell "North University " begins or ends with a blank: write "North University"',
  ],
  [
    "a row pasted twice",
    add("events", "maker-2019-listed,listing:maker-2019,listed,2019-05-16,gazette-2019"),
    'events.csv:3: id: "maker-2019-listed" stands already at events.csv:2: remove the row if it was pasted twice, else give it another id',
  ],
  [
    "an id that stands in another file",
    add("events", "gift-2019,listing:maker-2019,amended,2019-05-17,gazette-2019"),
    /^events.csv:3: id: "gift-2019" stands already at relations.csv:2/,
  ],
  [
    "an unknown kind",
    edited("relations", "Funding", "Fundng"),
    'relations.csv:2: kind: "Fundng" is not known; did you mean "Funding"?',
  ],
  [
    "an unknown role",
    edited("subjects", "listed,2019", "lsited,2019"),
    'subjects.csv:2: role: "lsited" is not known; did you mean "listed"?',
  ],
  [
    "a status that is no status",
    edited("relations", ",,,register", ",,true,register"),
    /^relations.csv:3: status: "true" is not known: write one of confirmed, reported, alleged, denied/,
  ],
  [
    "a dangling entity",
    edited("relations", "company:maker,university:north", "company:mkaer,university:north"),
    'relations.csv:2: from: no entity "company:mkaer" is known; did you mean "company:maker"?',
  ],
  [
    "a dangling flag",
    edited("events", "listing:maker-2019,", "listing:other-2019,"),
    /^events.csv:2: flag: no flag "listing:other-2019" is known/,
  ],
  [
    "a response to nothing",
    edited("responses", "north-2020", "north-2021"),
    'responses.csv:3: to: "north-2021" is neither a flag nor a row of this dossier\'s decisions.csv; did you mean "north-2020"?',
  ],
  ["a claim without a source", edited("subjects", "gazette-2019", ""), /^subjects.csv:2: sources is empty/],
  [
    "an end of the wrong kind",
    edited("relations", "company:holding,company:maker", "university:north,public-body:trade-office"),
    /^relations.csv:3: to: "public-body:trade-office" is a PublicBody, and Ownership runs to Company, Organization, Arrangement, University/,
  ],
  [
    "a decision of a program",
    edited("decisions", "university:north", "listing:maker-2019"),
    /^decisions.csv:2: by: no entity "listing:maker-2019" is known/,
  ],
  [
    "a cell of another kind",
    edited("relations", "company:maker,university:north,,,", "company:maker,university:north,50,,"),
    "relations.csv:2: share: belongs to Ownership, not to Funding: leave it empty or correct the kind",
  ],
  [
    "a docket on a listing",
    { flags: "id,kind,title,list,docket\nlisting:maker-2019,Listing,Maker,us-entity-list,12-cv-3" },
    /^flags.csv:2: docket: does not belong to a Listing/,
  ],
  [
    "an id of another kind",
    edited("entities", "company:holding,Company", "company:holding,Organization"),
    /^entities.csv:2: id: "company:holding" does not begin with "organization:"/,
  ],
  [
    "an end before its start",
    edited(
      "decisions",
      "start,sources\nnorth-2020,university:north,moratorium,company:maker,true,2020-01-01,",
      "start,end,sources\nnorth-2020,university:north,moratorium,company:maker,true,2020-01-01,2019,",
    ),
    /^decisions.csv:2: end: "2019" leaves no day after start "2020-01-01"/,
  ],
  [
    "a country in words",
    edited("flags", ",US,", ",USA,"),
    /^flags.csv:2: country: "USA" is not a country: write two capital letters/,
  ],
  [
    "the United Kingdom as UK",
    edited("policies", "CN;RU", "CN;UK"),
    'policies.csv:2: countries: "UK" is not a country: write GB for the United Kingdom',
  ],
  [
    "a currency that is none",
    edited("relations", "USD", "UDS"),
    /^relations.csv:2: currency: "UDS" is not a currency/,
  ],
  [
    "an amount with commas",
    edited("relations", "500000", '"500,000"'),
    /^relations.csv:2: amount: "500,000" is not an amount/,
  ],
  [
    "an amount of at least a sum, up to another",
    funding("amount,amount_max,amount_qualifier", "500,900,at_least"),
    'relations.csv:2: amount: amount_max "900" contradicts amount_qualifier "at_least", which gives no upper end: leave one of them empty',
  ],
  [
    "an amount of up to a sum, without an upper end",
    funding("amount,amount_max,amount_qualifier", "500,..,up_to"),
    /^relations.csv:2: amount: amount_max ".." contradicts amount_qualifier "up_to"/,
  ],
  [
    "a qualifier without an amount",
    funding("amount_qualifier", "about"),
    'relations.csv:2: amount: amount_qualifier "about" stands beside no amount: give the amount, or leave it empty',
  ],
  [
    "an amount a year without the amount",
    funding("amount_per", "year"),
    'relations.csv:2: amount_per: "year" stands beside no amount: give the amount, or leave it empty',
  ],
  [
    "an unknown qualifier",
    funding("amount,amount_qualifier", "500,abot"),
    'relations.csv:2: amount_qualifier: "abot" is not known; did you mean "about"?',
  ],
  [
    "a promise that is no money",
    {
      relations:
        "id,kind,from,to,payment,sources\nr,Link,company:maker,university:north,committed,gazette-2019",
    },
    "relations.csv:2: payment: belongs to Funding, not to Link: leave it empty or correct the kind",
  ],
  [
    "a clause that ends its sentence",
    {
      events:
        "id,flag,event,date,sources,text\nmaker-2019-listed,listing:maker-2019,listed,2019-05-16,gazette-2019,was listed.",
    },
    "events.csv:2: text: ends with a full stop: leave it out, the sentence goes on after it",
  ],
  [
    "an unknown list",
    edited("flags", "us-entity-list", "us-entity"),
    /^flags.csv:2: list: "us-entity" is not known/,
  ],
  [
    "an unknown topic",
    edited("policies", "human_rights", "human rights"),
    'policies.csv:2: criteria: "human rights" is not known; did you mean "human_rights"?',
  ],
  [
    "a scheme that is none",
    edited("entities", "ror=", "rori="),
    'entities.csv:5: identifiers: "rori" is no known scheme; did you mean "ror"?',
  ],
  [
    "an identifier on two entities",
    edited("entities", "lei=HOLDING0000000000000", "lei=MAKER000000000000000"),
    /^entities.csv:3: identifiers: "lei=MAKER000000000000000" stands also at entities.csv:2/,
  ],
  [
    "a grade that is none",
    edited("sources", "B2", "Z9"),
    /^sources.csv:2: grade: "Z9" is not an Admiralty code/,
  ],
  [
    "an address without its scheme",
    edited("sources", "https://example.org/a", "example.org/a"),
    /^sources.csv:2: url: "example.org\/a" is not an address/,
  ],
  ["a name left empty", edited("entities", "Maker Limited", ""), "entities.csv:3: name is empty: fill it in"],
  [
    "covers_subsidiaries in other words",
    edited("decisions", "true", "yes"),
    /^decisions.csv:2: covers_subsidiaries: "yes" is not known: write true or false/,
  ],
];

const IN_TABLES: readonly Mistake[] = [
  [
    "an unknown column",
    edited("events", "id,flag,event,date", "id,flag,event,dates"),
    'events.csv:1: has an unknown column "dates"; did you mean "date"? known here are id, flag, event, date, recorded, retracted, status, sources, quote, locator, note, text, caveat',
  ],
  [
    "a missing column",
    edited(
      "subjects",
      "id,flag,entity,role,start,sources\nmaker-listed,listing:maker-2019,company:maker,listed,2019-05-16,gazette-2019",
      "id,flag,entity,start,sources\nmaker-listed,listing:maker-2019,company:maker,2019-05-16,gazette-2019",
    ),
    'subjects.csv:1: lacks the column "role": add it',
  ],
  [
    "a column named twice",
    edited("events", "id,flag,event,date,sources", "id,flag,event,event,sources"),
    /^events.csv:1: names the column "event" twice/,
  ],
  [
    "a comma too many",
    edited("events", "2019-05-16,gazette", "2019-05-16,,gazette"),
    "events.csv:2: has 6 cells where the header has 5 columns: put a cell that holds a comma into quotes",
  ],
  [
    "a cell too few",
    edited("events", "2019-05-16,gazette-2019", "gazette-2019"),
    "events.csv:2: has 4 cells where the header has 5 columns: add the missing commas",
  ],
  [
    "a quote that never closes",
    edited("relations", '"gave half a million"', '"gave half a million'),
    /^relations.csv:2: a quoted cell opens in this row and does not close/,
  ],
  ["an empty file", { events: "\n" }, /^events.csv:1: is empty: begin it with a header row/],
  [
    "a misspelt file",
    { relation: "id,kind" },
    'relation.csv: is no file of a dossier; did you mean "relations.csv"?',
  ],
  [
    "a character that no text has",
    edited("responses", "It is wrong", "It is\u0007 wrong"),
    "responses.csv:2: holds the character U+0007, which no text has: remove it",
  ],
  [
    "a character that turns the direction of what follows",
    edited("responses", "It is wrong", "It is \u202e wrong"),
    "responses.csv:2: holds the character U+202E, which no text has: remove it",
  ],
  [
    "line ends of carriage returns alone",
    { responses: (STORY.responses ?? "").replaceAll("\n", "\r") },
    "responses.csv:1: has CR line ends: save the file with LF",
  ],
  [
    "a quote in the header that never closes",
    edited("responses", "id,to,", 'id,"to,'),
    "responses.csv:1: a quoted cell opens in this row and does not close before its comma: add the closing quote",
  ],
  [
    "a line break within a kind",
    edited("responses", ",denied,", ',"den\nied",'),
    'responses.csv:2: kind: "den\\u000aied" is not known; did you mean "denied"?',
  ],
];

const IN_SETTINGS: readonly Mistake[] = [
  [
    "an unknown key",
    { settings: `${STORY.settings}licnce: CC0\n` },
    'dossier.yml:5: has an unknown key "licnce"; did you mean "licence"?',
  ],
  ["no title", { settings: "slug: story\n" }, /^dossier.yml:1: lacks title/],
  [
    "a slug with capitals",
    { settings: "slug: Story\ntitle: x\n" },
    /^dossier.yml:1: slug: "Story" is no slug/,
  ],
  ["text that is no YAML", { settings: "slug: story\ntitle: [a\n" }, /^dossier.yml:\d: is not YAML/],
  [
    "a list that is none",
    { settings: "slug: story\ntitle: x\nlists: {us-entty-list: partial}\n" },
    'dossier.yml:3: lists: "us-entty-list" is no known list; did you mean "us-entity-list"?',
  ],
  [
    "a coverage that is none",
    { settings: "slug: story\ntitle: x\nlists: {us-entity-list: some}\n" },
    'dossier.yml:3: lists: "some" is not known: write complete or partial',
  ],
  ...[
    ["clears a terminal", "\\e[2J", "U+001B"],
    ["rings a bell", "\\a", "U+0007"],
    ["is of the second set of control characters", "\\x9b", "U+009B"],
    ["turns the direction of what follows", "\\u202e", "U+202E"],
    ["is half of a character", "\\ud800", "U+D800"],
  ].map(
    ([what, written, code]) =>
      [
        `a title with an escape that ${what}`,
        { settings: `slug: story\ntitle: "A ${written} story"\n` },
        `dossier.yml:2: holds the character ${code}, which no text has: remove it`,
      ] as const,
  ),
];

describe("an editing mistake gives one line with file, row and remedy", () => {
  test.each([...IN_CELLS, ...IN_TABLES, ...IN_SETTINGS])("%s", async (_, files, line) => {
    const problems = await problemsOf(story(files));
    expect(problems).toHaveLength(1);
    if (typeof line === "string") expect(problems).toEqual([line]);
    else expect(problems[0]).toMatch(line);
  });
});

describe("a dossier in which nothing is wrong", () => {
  test("has no problems", async () => {
    expect(await problemsOf(story())).toEqual([]);
  });

  test("has none with its files in any order of rows", async () => {
    const turned = Object.fromEntries(
      Object.entries(STORY).map(([name, text]) => {
        const [header = "", ...rows] = text.split("\n");
        return [name, name === "settings" ? text : [header, ...rows.reverse()].join("\n")];
      }),
    );
    expect(await problemsOf(story(turned))).toEqual([]);
  });

  test("needs nothing but dossier.yml", async () => {
    const none = Object.fromEntries(Object.keys(STORY).map((name) => [name, ""]));
    expect(await problemsOf(story({ ...none, settings: "slug: story\ntitle: x\n" }))).toEqual([]);
  });
});

describe("several mistakes", () => {
  test("are all named at once, sorted by file and line", async () => {
    const problems = await problemsOf(
      story({
        ...edited("relations", "2019-05-20", "20/05/2019"),
        ...edited("entities", "Maker Limited", " Maker Limited"),
        ...edited("decisions", "moratorium", "moratoriun"),
      }),
    );
    expect(problems.map((problem) => problem.slice(0, problem.indexOf(": ")))).toEqual([
      "decisions.csv:2",
      "entities.csv:3",
      "relations.csv:2",
    ]);
  });

  test("in one row are all named", async () => {
    const cells = ([line, ...texts]: readonly string[]) => texts.map((text) => `${line}: ${text}`);
    const problems = await problemsOf(
      story({
        relations: "id,kind,from,to,sources\nr,Ownrship,company:mkaer,company:none,register-2018",
        subjects:
          "id,flag,entity,role,start,sources\ns,listing:none-2019,company:none,lsited,2019-13,gazette-2019",
        events: "id,flag,event,date,sources\ne,listing:none-2019,begun,2019-13,gazette",
        decisions:
          "id,by,kind,counterparties,covers_subsidiaries,start,sources\nd,university:none,cut,company:none,yes,2019,gazette-2019",
        responses: "id,to,by,kind,date,sources\nr2,e9,company:none,denyed,2019,gazette-2019",
        policies:
          "id,university,name,countries,criteria,start,sources\n!,university:none,,CN,,2019,gazette-2019",
      }),
    );
    expect(problems.map((problem) => problem.split(":").slice(0, 3).join(":"))).toEqual([
      ...cells(["decisions.csv:2", "by", "counterparties", "covers_subsidiaries", "kind"]),
      ...cells(["events.csv:2", "date", "event", "flag", "sources"]),
      ...cells(["policies.csv:2", "id", "name is empty", "university"]),
      ...cells(["relations.csv:2", "from", "kind", "to"]),
      ...cells(["responses.csv:2", "by", "kind", "to"]),
      ...cells(["subjects.csv:2", "entity", "flag", "role", "start"]),
    ]);
  });

  test("in the cells of one amount are all named", async () => {
    const cells = { ...funding("amount,amount_qualifier,amount_per,payment", "5e5,abuot,month,owed") };
    const relations = cells.relations?.replace("USD", "UDS") ?? "";
    const problems = await problemsOf(story({ relations }));
    expect(problems.map((problem) => problem.split(": ")[1])).toEqual([
      "amount",
      "amount_per",
      "amount_qualifier",
      "currency",
      "payment",
    ]);
  });

  test("in dossier.yml hide none in the tables, nor what those declare", async () => {
    const broken = { settings: "slug: [\n", ...edited("events", "2019-05-16", "2019-13") };
    const other = {
      settings: "slug: other\ntitle: Other\n",
      sources: STORY.sources ?? "",
      relations: "id,kind,from,to,sources\nl,Link,company:maker,university:north,register-2018",
    };
    const problems = await problemsOf(story(broken, "broken"), folderOf(other, "other"));
    expect(problems.map((problem) => problem.split(":").slice(0, 2).join(":"))).toEqual([
      "broken/dossier.yml:2",
      "broken/events.csv:2",
    ]);
    const unnamed = { settings: "title: A story\n", ...edited("events", "2019-05-16", "2019-13") };
    expect(await problemsOf(story(unnamed))).toHaveLength(2);
  });

  test("of a faulty noun do not repeat in every row that names it", async () => {
    expect(
      await problemsOf(story(edited("entities", "company:maker,Company", "company:maker,Compny"))),
    ).toEqual(['entities.csv:3: kind: "Compny" is not known; did you mean "Company"?']);
  });
});
