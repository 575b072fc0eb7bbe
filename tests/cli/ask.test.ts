import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { run, temporaryFolder } from "./run.js";
import { askingTheSeed } from "./seed-store.js";

/** Both clocks are named, so that the answers do not change with the day of the test. */
const TODAY = ["--valid-at", "2026-11-24", "--known-at", "2026-11-24"];

const { asked, field, json, store } = askingTheSeed();

describe("ask exposure", () => {
  const MIT = ["ask", "exposure", "university:mit", "--valid-at", "2019-04-04", "--known-at", "2026-11-24"];

  test("prints headline and summary, then each group with a table of its dealings and its sources, then what was searched", async () => {
    const lines = (await asked(...MIT)).split("\n");
    const at = (pattern: RegExp, from = 0) =>
      lines.findIndex((line, each) => each >= from && pattern.test(line));
    const places = [
      at(/^MIT received \$500,000 from Huawei/),
      at(/^Huawei Investment & Holding|^Huawei Technologies Co/),
      at(
        /^Huawei Technologies gave MIT \$500,000 on 20 December 2017 \[1\]|^Huawei Technologies Co\., Ltd\. gave/,
      ),
      at(/^date +payer +recipient +amount +status +timing +source$/),
      // 2017-12-20 to 2019-01-24: 11 days of December, 365 of 2018, 24 of January
      at(/^2017-12-20 +Huawei Technologies +MIT +\$500,000 +confirmed +400 days before +.*\([A-D]\d\)$/),
      at(/^\[1\] .*"Foreign gifts and contracts/),
      at(/^Searched: \d+ dossiers of confirmed and reported claims, as of 4 April 2019/),
    ];
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("says of a period how long before at least it ended, and whose words its sum is from", async () => {
    const out = await asked("ask", "exposure", "university:toronto");
    // From the last day of September 2018 to 24 January 2019: 31 of October, 30, 31 and 24 days.
    expect(out).toMatch(
      /^2016-04 until some time in September 2018 .* at least 116 days before .*; The Varsity \(B2\)$/m,
    );
    // The better source tells of what was promised, the Varsity of what came in.
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      /University of Toronto \[1, 2\]\..*\[2\] The Varsity, "U of T, Huawei extend/,
    );
  });

  test("tells what each finding says of itself, and the words relied on, where that is asked for", async () => {
    const finding = /^ {3}Huawei Technologies Co\., Ltd\. \(direct, concurrent, control: yes\)$/m;
    expect(await asked(...MIT)).not.toMatch(finding);
    const verbose = await asked(...MIT, "--verbose");
    expect(verbose).toMatch(finding);
    expect(verbose).toMatch(/"16223,00217800,Massachusetts/);
  });

  test("says of a source's copy where it stands, and shows every source's grade", async () => {
    const out = (await asked(...MIT)).replaceAll(/\s+/g, " ");
    expect(out).toMatch(
      /U\.S\. Department of Education, "[^"]*", 30 June 2020 or later, grade B2 \(copy at /,
    );
    const sources = out.match(/\[\d+(?:–\d+)?\] [^[]*?https?:/g) ?? [];
    expect(sources.length).toBeGreaterThan(1);
    for (const source of sources) expect(source).toMatch(/, grade [A-D]\d/);
  });

  test("as JSON has Berkeley's money by channel, after its decision, and each gift once in one group", async () => {
    const report = await field("ask", "exposure", "university:uc-berkeley", ...TODAY);
    const usd = (totals: { currency: string }[]) => totals.find(({ currency }) => currency === "USD");
    expect(usd(report.totals)).toMatchObject({
      concurrent: { min: 3_283_860, max: 3_283_860 },
      afterDecision: { min: 300_000, max: 3_283_860 },
    });
    const groups = report.groups.nodes;
    const huawei = groups
      .flatMap(({ findings }: { findings: object[] }) => findings)
      .filter(({ target }: { target: { id: string } }) => target.id === "company:huawei-technologies");
    // DIRECT 3,850,000 over 8 rows; SUBSIDIARY 5,684,986 over 4, through Futurewei, and what Noah's Ark Lab announced.
    expect(
      huawei.map(({ channel, totals }: { channel: string; totals: never[] }) => [channel, usd(totals)]),
    ).toEqual([
      [
        "DIRECT",
        expect.objectContaining({
          transactions: 8,
          before: expect.objectContaining({ min: 3_550_000 }),
          concurrent: expect.objectContaining({ min: 300_000 }),
        }),
      ],
      [
        "SUBSIDIARY",
        expect.objectContaining({
          transactions: 5,
          before: expect.objectContaining({ min: 2_701_126 }),
          concurrent: expect.objectContaining({ min: 2_983_860 }),
        }),
      ],
    ]);
    expect(
      groups.filter(({ group }: { group: { name: string } }) => group.name.startsWith("Huawei")),
    ).toHaveLength(1);
  });

  test.each([
    [
      ["ask", "exposure", "university:mitt"],
      '"university:mitt" is not in the graph; did you mean university:mit (Massachusetts Institute of Technology)?',
    ],
    [
      ["ask", "exposed", "company:huawei"],
      '"company:huawei" is not in the graph; did you mean company:huawei-technologies (Huawei Technologies Co., Ltd.), ',
    ],
    [
      ["ask", "exposure", "caltech"],
      '"caltech" is not in the graph; did you mean university:caltech (California Institute of Technology)?',
    ],
    [
      ["ask", "exposure", "company:cornell"],
      '"company:cornell" is not in the graph; did you mean university:cornell (Cornell University)',
    ],
    [
      ["ask", "exposed", "company:qqqqqq"],
      '"company:qqqqqq" is not in the graph: find its id with "exposure-graph search TEXT"',
    ],
    [
      ["ask", "exposure", "Huawei"],
      '"Huawei" is not in the graph: find its id with "exposure-graph search TEXT"',
    ],
    [
      ["ask", "exposure", "university:mit", "--targets", "company:zte-corp"],
      '--targets: "company:zte-corp" is no entity of this graph; did you mean company:zte (ZTE Corporation)',
    ],
    [
      ["ask", "exposure", "university:mit", "--flags", "listing:huawei"],
      '--flags: "listing:huawei" is no probe or listing of this graph; did you mean listing:bis-entity-list-',
    ],
    [
      ["export", "csv", "--dossier", "mit-2091"],
      '--dossier: "mit-2091" is not in the graph; did you mean "mit-2019"?',
    ],
  ])("names what the graph has not, with what is meant: %j", async (words, message) => {
    const { code, out, err } = await run([...words, ...store()]);
    expect([code, out, err]).toEqual([1, "", expect.stringContaining(`exposure-graph: ${message}`)]);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test.each([
    [["--lists", "us-entity"], '--lists: "us-entity" is no list; did you mean us-entity-list (Entity List)?'],
    [["--max-hops", "99"], "--max-hops: 99 is out of range: give a whole number from 1 to "],
  ])("speaks of options as they are called here: %j", async (options, message) => {
    const { code, err } = await run(["ask", "exposure", "university:mit", ...options, ...store()]);
    expect([code, err]).toEqual([1, expect.stringContaining(`exposure-graph: ${message}`)]);
  });

  test("speaks so of a second option too", async () => {
    const { err } = await run(["ask", "funding", "--from", "2020-01-01", "--to", "2019-01-01", ...store()]);
    expect(err).toBe('exposure-graph: --from: "2020-01-01" is later than --to 2019-01-01: turn them round\n');
  });

  test.each([["--targets"], ["--channels"]])("refuses %s without a value", async (option) => {
    const { code, err } = await run(["ask", "exposure", "university:mit", option, "", ...store()]);
    expect([code, err]).toEqual([2, expect.stringContaining("a value is empty: separate values by commas")]);
  });

  test.each([
    ["exposure", "--valid-at", "2019", /"2019" is a year, not a day: .* 2019-12-31/],
    ["exposure", "--valid-at", "2019-02", /"2019-02" is a month, not a day: .* 2019-02-28/],
    [
      "exposure",
      "--known-at",
      "2019-02-30",
      /"2019-02-30" is a day that does not exist: 2019-02 has 28 days/,
    ],
    ["funding", "--countries", "CN,UK", /"UK" is not a country: write GB for the United Kingdom/],
    ["matrix", "--countries", "cn", /"cn" is not a country: write CN/],
  ])("ask %s %s says what is wrong with %s", async (question, option, value, words) => {
    const subject = question === "exposure" ? ["university:mit"] : [];
    const { code, err } = await run(["ask", question, ...subject, option, value, ...store()]);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  test("names the lists that may be meant, by the option", async () => {
    const { code, err } = await run(["ask", "exposure", "university:mit", "--lists", "sdn", ...store()]);
    expect(code).toBe(1);
    expect(err).toContain('--lists: "sdn" is no list; did you mean us-sdn (');
  });

  test("warns of a list of which nothing is loaded, and of no other", async () => {
    const words =
      "No listing on us-meu (Military End-User List) is loaded: that nothing is found says nothing about that list.";
    const question = ["ask", "exposure", "university:mit", "--lists"];
    const { scope } = await field(...question, "us-entity-list,us-meu", ...TODAY);
    expect(scope.warnings).toEqual([words]);
    const out = await asked(...question, "us-meu", ...TODAY);
    expect(out.replaceAll(/\s+/g, " ")).toContain(`Warning: ${words}`);
    expect(await asked(...question, "us-entity-list", ...TODAY)).not.toContain("Warning");
  });

  test("refuses an id of another kind, and an option that is none", async () => {
    const kind = await run(["ask", "exposure", "company:zte", ...store()]);
    expect(kind.code).toBe(1);
    expect(kind.err).toMatch(/"company:zte" is a Company: give the id of a University/);
    const option = await run(["ask", "exposure", "university:mit", "--valid-at", "04/04/2019", ...store()]);
    expect(option.code).toBe(2);
    expect(option.err).toMatch(/"04\/04\/2019" is not a day: write it as YYYY-MM-DD/);
  });
});

describe("ask exposed", () => {
  test("lists the universities of the disclosed gifts, most transactions first", async () => {
    const { data } = await json("ask", "exposed", "company:huawei-technologies", ...TODAY);
    const ids = data.exposedUniversities.nodes.map(
      ({ university }: { university: { id: string } }) => university.id,
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        "university:uc-berkeley",
        "university:cornell",
        "university:caltech",
        "university:mit",
      ]),
    );
    // The system repeats its campuses: Berkeley and UCLA, with Irvine and San Diego.
    expect(ids.slice(0, 2)).toEqual(["university:uc-system", "university:uc-berkeley"]);
  });

  test("warns that a system repeats its campuses' money", async () => {
    const out = await asked("ask", "exposed", "company:huawei-technologies", ...TODAY);
    expect(out).toMatch(/A system repeats the money of its campuses/);
  });
});

describe("ask paths", () => {
  test("tells each path as a chain of claims with their words", async () => {
    const out = await asked(
      "ask",
      "paths",
      "university:mit",
      "company:huawei-technologies",
      "--limit",
      "1",
      ...TODAY,
    );
    expect(out).toMatch(/^1\. MIT .* Huawei Technologies\.$/m);
    expect(out).toMatch(/"[^"]+" \(/);
  });

  test("refuses one entity as both ends", async () => {
    const { code, err } = await run(["ask", "paths", "company:zte", "company:zte", ...store()]);
    expect([code, err]).toEqual([
      1,
      'exposure-graph: "company:zte" is where the paths begin: give two different entities\n',
    ]);
  });
});

describe("ask", () => {
  test("counts one as one", async () => {
    const exposed = ["ask", "exposed", "company:iflytek", "--channels", "direct", ...TODAY];
    expect(await asked(...exposed)).toMatch(/^Exposed to .*: \d+ (?:university|universities)\n/);
    const decisions = await asked("ask", "decisions", "--by", "university:rutgers", ...TODAY);
    expect(decisions).toMatch(/^1 decision, as known on /m);
  });
});

describe("ask decisions", () => {
  test("lists who decided what about Huawei in order of date, with the words and the answers", async () => {
    const out = await asked("ask", "decisions", "--counterparties", "company:huawei-technologies", ...TODAY);
    expect(out).toMatch(
      /Massachusetts Institute of Technology +no new engagements +Huawei Technologies Co\., Ltd\., ZTE Corporation +covered/,
    );
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/ZTE declined to comment .*in April 2019/);
  });

  test("as JSON has each decision's own words", async () => {
    const { nodes } = await field("ask", "decisions", "--by", "university:mit", ...TODAY);
    expect(nodes.length).toBeGreaterThan(0);
    for (const { citations } of nodes) expect(typeof citations[0].quote).toBe("string");
  });
});

describe("export csv", () => {
  const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

  test("has both ends, amount, dates, address and words in each row of transactions", async () => {
    const rows = read(
      await asked(
        "export",
        "csv",
        "--university",
        "university:caltech",
        "--flags",
        "listing:bis-entity-list-2019-05-16-huawei",
        ...TODAY,
      ),
    );
    const huawei = rows.filter(({ kind }) => kind === "Funding");
    expect(huawei.length).toBeGreaterThan(0);
    for (const row of huawei) {
      expect(row).toMatchObject({
        to: "university:caltech",
        currency: "USD",
        graph_version: "1",
        known_at: "2026-11-24",
      });
      for (const column of ["from", "from_name", "amount_min", "start", "source_address", "quote", "licence"])
        expect(row[column]).not.toBe("");
    }
    const concurrent = huawei
      .filter(({ timing }) => timing === "CONCURRENT")
      .map(({ amount_min, start }) => [amount_min, start]);
    expect(concurrent).toEqual([["90000", "2019-12-30"]]);
  });

  test("carries outcome and responses of the flags in each row of findings", async () => {
    const file = join(temporaryFolder(), "findings.csv");
    await run([
      "export",
      "csv",
      "--university",
      "university:mit",
      "--table",
      "findings",
      "--out",
      file,
      ...TODAY,
      ...store(),
    ]);
    const [direct] = read(readFileSync(file, "utf8")).filter(
      ({ target, channel }) => target === "company:huawei-technologies" && channel === "DIRECT",
    );
    expect(direct?.flag_states).toMatch(/open/);
    expect(direct?.responses).toMatch(/denied/);
    expect(direct?.explanation).toMatch(/\[1\]/);
    expect(direct?.source_addresses).toMatch(/^\[1\] http/);
  });

  test("needs to be told whose", async () => {
    expect((await run(["export", "csv", ...store()])).code).toBe(2);
  });
});
