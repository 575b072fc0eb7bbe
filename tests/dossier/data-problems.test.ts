import { describe, expect, test } from "vitest";
import { type Files, problemsOf, STORY, story } from "./folder-of.js";

const HEADER = "id,kind,from,to,share,right,probability,decided_by,start,end,status,sources";
const OTHERS = ["company:other,Company,Other,,DE,,", "company:third,Company,Third,,DE,,"];

/** What holdings of Maker say beside each other. Entities: holding, maker, other, third. */
function withHoldings(...rows: string[]): Promise<readonly string[]> {
  const used = "n,Link,company:other,company:third,,,,,2019,,,register-2018";
  return problemsOf(
    story({
      entities: [STORY.entities, ...OTHERS].join("\n"),
      relations: [HEADER, used, ...rows.map((row) => `${row},register-2018`)].join("\n"),
    }),
  );
}

describe("holdings of one company", () => {
  test("above 100 on a day are a warning that names the day", async () => {
    expect(
      await withHoldings(
        "a,Ownership,company:holding,company:maker,60,economic,,,2016,,",
        "b,Ownership,company:other,company:maker,50,economic,,,2018-03-01,,",
      ),
    ).toEqual([
      'relations.csv:4: warning: known shares of "company:maker" (economic) come to 110 on 2018-03-01: more than 100; correct a share or an end',
    ]);
  });

  test.each([
    ["one that ended before the other began", "60,economic,,,2016,2018-01-01,", "50,economic,,,2018-03-01,,"],
    ["those of different rights", "60,economic,,,2016,,", "50,votes,,,2016,,"],
    ["unknown ones", "60,economic,,,2016,,", ",economic,,,2016,,"],
    [
      "bounds whose lower sides do not come to it",
      '"[40,60]",economic,,,2016,,',
      '"[50,75]",economic,,,2016,,',
    ],
    ["one that is merely possible on the day", "60,economic,,,2016,,", "50,economic,,,2018-03-01/..,,"],
    ["one that is denied", "60,economic,,,2016,,", "50,economic,,,2016,,denied"],
    ["exactly 100", "60,economic,,,2016,,", "40,economic,,,2016,,"],
  ])("do not come to more than 100 by %s", async (_, first, second) => {
    expect(
      await withHoldings(
        `a,Ownership,company:holding,company:maker,${first}`,
        `b,Ownership,company:other,company:maker,${second}`,
      ),
    ).toEqual([]);
  });

  test("unspecified ones count beside those of either right", async () => {
    const problems = await withHoldings(
      "a,Ownership,company:holding,company:maker,60,unspecified,,,2016,,",
      "b,Ownership,company:other,company:maker,50,votes,,,2016,,",
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/\(votes\) come to 110/);
  });

  test("of one pair are the same holding, and are never added", async () => {
    expect(
      await withHoldings(
        "a,Ownership,company:holding,company:maker,60,economic,,,2016,,",
        'b,Ownership,company:holding,company:maker,"[50,75]",economic,,,2017,,',
      ),
    ).toEqual([]);
  });

  test("of one pair that contradict each other are a warning that names both lines", async () => {
    expect(
      await withHoldings(
        "a,Ownership,company:holding,company:maker,60,unspecified,,,2016,,",
        "b,Ownership,company:holding,company:maker,30,unspecified,,,2018-03-01,,",
      ),
    ).toEqual([
      "relations.csv:4: warning: share: contradicts relations.csv:3, a holding of the same pair on 2018-03-01: correct one or close it with an end",
    ]);
  });

  test("of a company in itself are like any other, and count in the sum", async () => {
    const own = (share: number) =>
      `b,Ownership,company:maker,company:maker,${share},unspecified,,,2017-01-01,,`;
    const others = "a,Ownership,company:holding,company:maker,90,unspecified,,,2016,,";
    expect(await withHoldings(others, own(10))).toEqual([]);
    expect(await withHoldings(others, own(20))).toEqual([
      'relations.csv:4: warning: known shares of "company:maker" (economic) come to 110 on 2017-01-01: more than 100; correct a share or an end',
      'relations.csv:4: warning: known shares of "company:maker" (votes) come to 110 on 2017-01-01: more than 100; correct a share or an end',
    ]);
  });

  test("within one party by a decided identity are a warning", async () => {
    const within = "a,Ownership,company:other,company:third,60,economic,,,2016,,";
    expect(await withHoldings(within)).toEqual([]);
    expect(await withHoldings(within, "i,Identity,company:other,company:third,,,0.9,somebody,,,")).toEqual(
      [],
    );
    expect(await withHoldings(within, "i,Identity,company:other,company:third,,,1,somebody,,,")).toEqual([
      'relations.csv:3: warning: an Ownership within one party ("company:other"): it says nothing',
    ]);
  });
});

describe("two entities", () => {
  const entities = (...rows: string[]): Files => ({ entities: [STORY.entities, ...rows].join("\n") });
  const used = (...ids: string[]): Files => ({
    relations: `${STORY.relations}${ids.map((id, at) => `\nz${at},Link,${id},university:north,,,,,,2019,,,gazette-2019,`).join("")}`,
  });

  test("of one kind that share an alias are a warning", async () => {
    expect(
      await problemsOf(
        story({ ...entities("company:maker-us,Company,Maker,,US,,"), ...used("company:maker-us") }),
      ),
    ).toEqual([
      'entities.csv:6: warning: the name or alias "maker" is also that of "company:maker" (entities.csv:3): join the two by an Identity, drop the alias, or say in the summary of each how they differ',
    ]);
  });

  test("of different kinds may share one", async () => {
    const rows = entities("organization:maker,Organization,Maker,,US,,");
    expect(await problemsOf(story({ ...rows, ...used("organization:maker") }))).toEqual([]);
  });

  test("that an Identity joins may share names and identifiers", async () => {
    const relations = `${HEADER}\ni,Identity,company:maker-us,company:maker,,,0.9,,,,,register-2018\nh,Ownership,company:holding,company:maker,100,,,,,,,register-2018`;
    const rows = entities("company:maker-us,Company,Maker,,US,lei=MAKER000000000000000,");
    expect(await problemsOf(story({ ...rows, relations }))).toEqual([]);
  });

  test("of which no claim speaks are a warning unless they carry an identifier", async () => {
    expect(
      await problemsOf(
        story(entities("company:lone,Company,Lone,,US,,", "company:lone-2,Company,Lone 2,,US,cik=1,")),
      ),
    ).toEqual([
      'entities.csv:6: warning: no claim names "company:lone", and it carries no identifier: add a claim or remove the row',
    ]);
  });
});

describe("a person", () => {
  const row = (summary: string) => `${STORY.entities}\nperson:jane-roe,Person,Jane Roe,,US,,${summary}`;
  const claim = (kind: string, role: string) =>
    [
      "id,kind,from,to,amount,currency,form,role,start,sources",
      "gift-2019,Funding,company:maker,university:north,500000,USD,gift,,2019-05-20,gazette-2019",
      "held,Control,company:holding,company:maker,,,,,2019,gazette-2019",
      `p,${kind},person:jane-roe,company:maker,,,,${role},2019,gazette-2019`,
    ].join("\n");
  const withPerson = (summary: string, relations = claim("Link", "")) =>
    problemsOf(story({ entities: row(summary), relations }));

  test("needs a post that is named, or a summary", async () => {
    const missing =
      'entities.csv:6: warning: nothing tells the public role of "person:jane-roe": add a Post, or a summary that names the office or paper';
    expect(await withPerson("")).toEqual([missing]);
    expect(await withPerson("", claim("Post", ""))).toEqual([missing]);
    expect(await withPerson("", claim("Post", "treasurer"))).toEqual([]);
  });

  test.each([
    "Named in the indictment.",
    "Vice president for research of North University in 2019.",
    "Party to Roe v. Maker.",
    "Defendant in 18-cr-457.",
  ])("has a role note that names an office or a court paper: %s", async (summary) => {
    expect(await withPerson(summary)).toEqual([]);
  });

  test.each([
    "Lives in Springfield.",
    "A scientist with a blog.",
    "Likes courtyards and executions of music.",
  ])("whose role note names neither is a warning: %s", async (summary) => {
    expect(await withPerson(summary)).toEqual([
      'entities.csv:6: warning: summary: names neither an office nor a court paper of "person:jane-roe": say in which public role the person stands here, add a Post, or remove the row',
    ]);
  });
});

describe("dossiers that share an entity", () => {
  const second = "slug: second\ntitle: Second\n";

  test("are clean where its cells are equal", async () => {
    expect(await problemsOf(story({}, "first"), story({ settings: second }, "second"))).toEqual([]);
  });

  test("have an error that names both lines where they differ", async () => {
    // Dossiers are compared in the order of their slugs.
    const entities = (STORY.entities ?? "").replace("Maker Limited", "Maker Inc.");
    expect(await problemsOf(story({}, "first"), story({ settings: second, entities }, "second"))).toEqual([
      'first/entities.csv:3: name: differs from second/entities.csv:3, where "company:maker" stands too: make the rows equal',
    ]);
  });

  test("may not share a slug", async () => {
    expect(await problemsOf(story({}, "first"), story({}, "second"))).toEqual([
      'second/dossier.yml:1: slug: "story" is also that of first/dossier.yml: rename one',
    ]);
  });
});
