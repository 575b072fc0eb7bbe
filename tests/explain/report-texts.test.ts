import { describe, expect, it } from "vitest";
import {
  CASE,
  decisions,
  events,
  INQUIRY,
  money,
  responses,
  sources,
  subjects,
  toldStory,
} from "./told-story.js";

const GIFT = "Maker gave North University $500,000 on 20 May 2019";
const gift = (day: string, more = ",,,,") =>
  money(`gift,Funding,company:maker,university:north,500000,USD,gift,${day},,,gazette-2019,${more}`);
const charged = events("e1,probe:maker-2019,charged,2019-05-16,,gazette-2019,");

describe("a gift and what a government did", () => {
  it("stand in one sentence by their own days", async () => {
    const { group, headline } = await toldStory({});
    expect(group).toBe(`${GIFT}, after the company was added to the Entity List on 16 May 2019.`);
    expect(headline).toBe(
      "North University received $500,000 from Maker in May 2019, after the company was added to the Entity List.",
    );
  });

  it("are told with the gap between the two printed days", async () => {
    const told = async (day: string) => (await toldStory(gift(day))).group;
    expect(await told("2019-04-11")).toBe(
      "Maker gave North University $500,000 on 11 April 2019, 35 days before the company was added to the Entity List on 16 May 2019.",
    );
    expect(await told("2018-04-12")).toMatch(/, 13 months before the company was added/);
    expect(await told("2018-04")).toMatch(/in April 2018, at least 12 months before the company was added/);
  });

  it("are parted by years: the listing comes last, as later", async () => {
    const { group, headline } = await toldStory(gift("2012-05-16"));
    expect(group).toBe(
      "Maker gave North University $500,000 on 16 May 2012. Maker was added to the Entity List on 16 May 2019, about seven years later.",
    );
    expect(headline).toBe("North University received $500,000 from Maker in May 2012.");
  });

  it("leave open what came first where the date does", async () => {
    const { group, headline } = await toldStory(gift("2019"));
    expect(group).toBe(
      "Maker gave North University $500,000 in 2019; whether that was before or after the company was added to the Entity List on 16 May 2019 is not known.",
    );
    expect(headline).toBe("North University received $500,000 from Maker in 2019.");
  });

  it("take no day of a period: the period is printed", async () => {
    const row =
      "gift,Funding,company:maker,university:north,3000000,CAD,contract,2016-04,2018-09,,gazette-2019,,,committed,,";
    const { headline, group } = await toldStory(money(row));
    expect(headline).toBe(
      "North University was promised 3 million Canadian dollars by Maker between April 2016 and September 2018; dates of payment within that period are not known.",
    );
    expect(group).toContain("from April 2016 to September 2018");
  });

  it("of a period are not told as paid after what opened within it", async () => {
    const row =
      "gift,Funding,company:maker,university:north,500000,USD,contract,2018,2021,,gazette-2019,,,,,";
    expect((await toldStory(money(row))).group).toContain(
      "from 2018 to 2021, a period during which the company was added to the Entity List on 16 May 2019. When within it the money was paid is not known.",
    );
  });

  it.each([
    ["../2017", "2021", "a period during which the company was added"],
    ["../2020-01-05", "", "whether that was before or after the company was added"],
  ])("from %s to %s are not told as given after what opened since", async (start, end, said) => {
    const row = `gift,Funding,company:maker,university:north,500000,USD,contract,${start},${end},,gazette-2019,,,,,`;
    const { group } = await toldStory(money(row));
    expect(group).toContain(said);
    expect(group).not.toMatch(/, after|[Tt]hat was after/);
  });

  it("count each of several listings by the one that the gift came after", async () => {
    const both = subjects(
      "r1,listing:maker-2019,company:maker,listed,2019-05-16,2020-03-01,,gazette-2019,",
      "r2,listing:maker-2019,company:maker,listed,2022-02-02,,,register-2018,",
    );
    expect((await toldStory({ ...both, events: "" })).group).toBe(
      `${GIFT}, after the company was added to the Entity List on 16 May 2019.`,
    );
  });
});

describe("without a flag", () => {
  it("a named target has no timing, and the text says that no listing or probe is held", async () => {
    const { group, headline, summary, finding } = await toldStory(
      { flags: "", subjects: "", events: "" },
      { targets: ["company:maker"] },
    );
    const none = "This collection holds no listing or probe of Maker.";
    expect(group).toBe(`${GIFT}. ${none}`);
    expect(finding).toBe(`${GIFT}. ${none}`);
    expect(headline).toBe(
      "North University received $500,000 from Maker in May 2019; this collection holds no listing or probe of Maker.",
    );
    expect(summary).toContain("this collection holds no listing or probe of Maker.");
    expect([group, headline, summary].join(" ")).not.toMatch(/open|while|before|after/);
  });

  it("of those that were asked for, the text says that none concerns the target", async () => {
    const asked = { targets: ["company:maker"], flags: { lists: ["us-sdn"] } };
    expect((await toldStory({}, asked)).group).toBe(
      `${GIFT}. None of the listings and probes that were asked for concerns Maker.`,
    );
  });

  it("a university has no dealing, and absence is told with its limits", async () => {
    const { headline, summary } = await toldStory({
      relations: "",
      settings: "slug: story\ntitle: A story\nlast_checked: 2026-01-05\nlists: {us-entity-list: partial}\n",
    });
    const nothing =
      "This collection holds no dealing between North University and a party under a listing or probe that counts.";
    expect(headline).toBe(nothing);
    // Asked as known on a later day than it was checked.
    expect(summary).toBe(`The collection was last checked on 5 January 2026. ${nothing}`);
  });
});

describe("what is said of a flag", () => {
  it("tells an outcome in the sentence of its charge, on its day", async () => {
    const life = events(
      "e1,probe:maker-2019,charged,2018-05-16,,gazette-2019,",
      "e2,probe:maker-2019,pleaded_guilty,2019-03-01,,gazette-2019,",
    );
    const { group } = await toldStory({ ...CASE, ...life });
    expect(group).toBe(
      `${GIFT}, after the company was charged by U.S. prosecutors on 16 May 2018 and pleaded guilty on 1 March 2019.`,
    );
    const dismissed = events(
      "e1,probe:maker-2019,charged,2019-05-16,,gazette-2019,was charged with fraud",
      "e2,probe:maker-2019,dismissed,2021-03-01,,gazette-2019,",
    );
    const later = await toldStory({ ...CASE, ...dismissed }, { validAt: "2020-01-01" });
    expect(later.group).toBe(
      `${GIFT}, after the company was charged with fraud on 16 May 2019. Later the charges were dismissed on 1 March 2021. This collection holds no reply from Maker.`,
    );
  });

  it("is past where no source of the last twelve months speaks of it", async () => {
    const life = events("e1,probe:maker-2019,opened,2018-05-16,,gazette-2019,");
    const { group } = await toldStory({ ...INQUIRY, ...life });
    expect(group).toBe(
      `${GIFT}, after the company came under investigation by the Trade Office on 16 May 2018. This collection holds no reply from Maker; the investigation was open when last reported, in June 2019.`,
    );
    expect(group).not.toMatch(/\bis (?:under|charged)/);
  });

  it("names the accuser of what is only alleged", async () => {
    const life = events(
      "e1,probe:maker-2019,alleged,2018-05-16,alleged,gazette-2019,took plans that were not its own",
    );
    const asked = { targets: ["company:maker"] };
    const { summary } = await toldStory({ ...INQUIRY, ...life }, asked);
    expect(summary).not.toContain("Later it brought");
  });

  it("tells how a flag that came again had come out before", async () => {
    const life = events(
      "e1,probe:maker-2019,charged,2018-05-16,,gazette-2019,",
      "e2,probe:maker-2019,dismissed,2018-09-01,,gazette-2019,",
      "e3,probe:maker-2019,charged,2019-02-01,,gazette-2019,",
    );
    expect((await toldStory({ ...CASE, ...life })).group).toContain(
      "after the company was charged by U.S. prosecutors on 1 February 2019. Earlier the charges were dismissed on 1 September 2018.",
    );
  });

  it("tells who came to a case later by its own day, never by the day of another", async () => {
    const late = subjects("maker-asked,probe:maker-2019,company:maker,respondent,2020-02-13,,,gazette-2019,");
    const { group } = await toldStory({ ...CASE, ...late, ...charged });
    expect(group).toContain(
      "nearly nine months before the company was charged by U.S. prosecutors on 13 February 2020",
    );
    const unsure = subjects(
      "maker-asked,probe:maker-2019,company:maker,respondent,2019-05-16/2020-02-13,,,gazette-2019,",
    );
    expect((await toldStory({ ...CASE, ...unsure, ...charged })).group).toContain(
      "whether that was before or after the company was charged by U.S. prosecutors between 16 May 2019 and 13 February 2020 is not known",
    );
  });

  it("does not tell a charge that is only alleged as if it had been made", async () => {
    const life = events(
      "e1,probe:maker-2019,opened,2019-05-16,,gazette-2019,",
      "e2,probe:maker-2019,charged,2019-05-18,alleged,gazette-2019,",
    );
    const { group } = await toldStory({ ...CASE, ...life });
    expect(group).toContain("came under criminal investigation by U.S. prosecutors on 16 May 2019");
    expect(group).not.toContain("charged");
  });
});

describe("replies", () => {
  const asked = (...lines: readonly string[]) => toldStory({ ...CASE, ...charged, ...responses(...lines) });

  it("are told by their speaker, several denials in one sentence with the first and the last date", async () => {
    const { group } = await asked(
      "r1,probe:maker-2019,company:maker,denied,2019-05-29,,gazette-2019,",
      "r2,probe:maker-2019,company:maker,denied,2020-02,,gazette-2019,",
      "r3,probe:maker-2019,company:maker,denied,../2025-07,,gazette-2019,pleaded not guilty to all counts",
    );
    expect(group).toContain(
      "Maker denied the charges on 29 May 2019 and has repeated its denial, most recently by July 2025; the case was open when last reported, in June 2019.",
    );
    expect(group).not.toContain("holds no reply");
  });

  it("are told in an editor's words", async () => {
    const { group, headline } = await asked(
      "r1,probe:maker-2019,company:maker,denied,2019-05-29,,gazette-2019,said that it had done nothing of the kind",
    );
    expect(group).toContain("Maker said on 29 May 2019 that it had done nothing of the kind");
    expect(headline).toMatch(/after the company was charged; Maker denied the charges\.$/);
  });

  it("are not called denials where they are none", async () => {
    const { group, headline } = await asked(
      "r1,probe:maker-2019,company:maker,statement,2019-05-29,,gazette-2019,",
    );
    expect(group).toContain("Maker made a statement on 29 May 2019");
    expect(group + headline).not.toContain("denied");
  });

  it("are never those to another party's accusation", async () => {
    const two = subjects(
      "maker-asked,probe:maker-2019,company:maker,respondent,,,,gazette-2019,",
      "holding-asked,probe:maker-2019,company:other,respondent,,,,gazette-2019,",
    );
    const entities = [
      "id,kind,name,aliases,country,identifiers,summary",
      "company:holding,Company,Holding,,CN,,",
      "company:maker,Company,Maker Limited,Maker,CN,,",
      "company:other,Company,Other Limited,,CN,,",
      "public-body:trade-office,PublicBody,Trade Office,,US,,",
      "university:north,University,North University,,US,,",
    ].join("\n");
    const { group } = await toldStory({
      ...CASE,
      ...two,
      ...charged,
      entities,
      ...responses("r1,probe:maker-2019,company:other,denied,2019-05-29,,gazette-2019,"),
    });
    expect(group).toContain("This collection holds no reply from Maker");
    expect(group).not.toContain("Other");
  });

  it("are not missed after a plea", async () => {
    const life = events(
      "e1,probe:maker-2019,charged,2019-05-16,,gazette-2019,",
      "e2,probe:maker-2019,pleaded_guilty,2021-03-01,,gazette-2019,pleaded guilty to conspiracy",
    );
    const { group } = await toldStory({ ...CASE, ...life });
    expect(group).toContain("Maker pleaded guilty to conspiracy on 1 March 2021.");
    expect(group).not.toContain("holds no reply");
  });
});

describe("money", () => {
  it("is told as about, by the year and as promised, and never multiplied", async () => {
    const row = (more: string) =>
      `gift,Funding,company:maker,university:north,500000,USD,unspecified,2019-05-20,,reported,gazette-2019,${more}`;
    expect((await toldStory(money(row("about,year,,,")))).group).toContain(
      "Maker gave North University about $500,000 a year on 20 May 2019, according to The Gazette",
    );
    expect((await toldStory(money(row(",,committed,,payment not shown")))).group).toContain(
      "Maker promised North University $500,000 on 20 May 2019, according to The Gazette; that was after the company was added to the Entity List on 16 May 2019; payment not shown.",
    );
  });

  it("of more than one gift is one sentence, with the part that came after a listing", async () => {
    const { group, headline, cited, citations } = await toldStory(
      money(
        ...["2018-10-02", "2018-12-05", "2019-03-01", "2019-12-30"].map(
          (day, at) =>
            `gift-${at},Funding,company:maker,university:north,${(at + 1) * 100_000},USD,gift,${day},,,gazette-2019,,,,,`,
        ),
      ),
    );
    expect(group).toBe(
      "Maker Limited gave North University $1 million in four gifts between October 2018 and December 2019. One of the gifts, worth $400,000, is dated 30 December 2019, after Maker was added to the Entity List on 16 May 2019.",
    );
    expect(headline).toBe(
      "North University received $1 million from Maker between October 2018 and December 2019, $400,000 of it after the company was added to the Entity List.",
    );
    expect(cited).toMatch(/December 2019 \[1\]\. /);
    expect(citations).toHaveLength(1);
  });

  it("before a listing is told with the gap from the last of it", async () => {
    const { group } = await toldStory(
      money(
        "g1,Funding,company:maker,university:north,60000,USD,gift,2018-01-14,,,gazette-2019,,,,,",
        "g2,Funding,company:maker,university:north,40000,USD,gift,2019-04-11,,,gazette-2019,,,,,",
      ),
    );
    expect(group).toContain(
      "All of it came before Maker was added to the Entity List on 16 May 2019, the last gift, on 11 April 2019, 35 days before.",
    );
  });
});

describe("the university's own decision", () => {
  const rows = money(
    "g1,Funding,company:maker,university:north,300000,USD,gift,2019-05-20,,,gazette-2019,,,,,",
    "g2,Funding,company:holding,university:north,700000,USD,gift,2018-05-21,,,gazette-2019,,,,,",
    "holding-2018,Control,company:maker,company:holding,,,,../2018-01-01,,,register-2018,,,,,",
  );

  it("is told with the money that came after it, and what of that is not certain", async () => {
    const { group } = await toldStory({
      ...rows,
      ...decisions("north-2018,university:north,moratorium,company:maker,,2018-03-01,,gazette-2019,,"),
    });
    expect(group).toContain(
      "after Maker was added to the Entity List on 16 May 2019 and after North University's moratorium of 1 March 2018",
    );
    expect(group).toContain("whether the moratorium covered Holding is not certain");
  });

  it("is told as a range in a headline where it is not certain what it covers", async () => {
    const { headline } = await toldStory({
      ...rows,
      ...decisions("north-2018,university:north,moratorium,company:maker,,2018-03-01,,gazette-2019,,"),
    });
    expect(headline).toMatch(/, up to \$1 million of it after its own moratorium\.$/);
  });

  it("is told in an editor's words with its limits where no money came after it", async () => {
    const { group } = await toldStory(
      decisions(
        "north-2020,university:north,moratorium,company:maker,true,2020-01-01,,gazette-2019,stopped taking money from Maker,running projects went on",
      ),
    );
    expect(group).toContain(
      "North University stopped taking money from Maker on 1 January 2020; running projects went on.",
    );
  });
});

describe("sources", () => {
  it("are cited by the strongest, the strongest claim first", async () => {
    const { citations, cited } = await toldStory({
      ...sources("copy-2019,example.net,A copy,https://example.net/a,2019-06-01,2026-01-05,D4"),
      ...money(
        "a-lab,Collaboration,university:north,company:maker,,,joint_laboratory,2019-05-18,2019-07-01,reported,copy-2019,,,,,",
        "z-gift,Funding,company:maker,university:north,500000,USD,gift,2019-05-20,,,copy-2019;gazette-2019,,,,,",
      ),
    });
    expect(citations[0]?.source).toBe("source:story/gazette-2019");
    expect(cited).toMatch(/^Maker gave North University \$500,000 on 20 May 2019 \[1\]/);
    expect(citations.map(({ source }) => source)).toContain("source:story/copy-2019");
  });
});
