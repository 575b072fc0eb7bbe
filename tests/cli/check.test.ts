import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Files, STORY } from "../dossier/folder-of.js";
import { ended, run, start, temporaryFolder } from "./run.js";
import { writeFolder } from "./write-folder.js";

const SEED = join(import.meta.dirname, "../../seed");

describe("check", () => {
  test("finds nothing wrong in the seed", async () => {
    const { code, out, err } = await run(["check", SEED]);
    // Warnings are for a person to read.
    expect([code, out.split("\n").filter((line) => line !== "" && !line.includes(": warning: "))]).toEqual([
      0,
      [],
    ]);
    expect(err).toMatch(/^(no problems|\d+ warnings?) in \d+ dossiers\n$/);
  });

  test("shows warnings and ends with 0", async () => {
    const folder = temporaryFolder();
    writeFolder(join(folder, "story"), { ...STORY, events: (STORY.events ?? "").replaceAll("\n", "\r\n") });
    expect(await run(["check", "story"], { folder })).toEqual({
      code: 0,
      out: "story/events.csv:1: warning: has CR LF line ends: save the file with LF [DS003]\n",
      err: "1 warning in 1 dossier\n",
    });
  });

  test("lets a dossier refer to what a named store holds", async () => {
    const folder = temporaryFolder();
    const store = `sqlite:${join(folder, "graph.db")}`;
    await run(["load", writeFolder(join(folder, "story"), STORY), "--store", store]);
    const files = {
      settings: "slug: more\ntitle: More\n",
      sources: STORY.sources ?? "",
      relations: STORY.relations ?? "",
    };
    const more = writeFolder(join(folder, "more"), files);
    expect((await run(["check", more])).code).toBe(3);
    expect((await run(["check", more, "--store", store])).code).toBe(0);
  });

  test("without folders finds across the dossiers of a store what none shows alone", async () => {
    const folder = temporaryFolder();
    const store = ["--store", `sqlite:${join(folder, "graph.db")}`];
    const load = async (name: string, files: Files) => {
      const { code } = await run(["load", writeFolder(join(folder, name), files), ...store]);
      expect(code).toBe(0);
    };
    await load("story", STORY);
    expect(await run(["check", ...store])).toEqual({ code: 0, out: "", err: "no problems in 1 dossier\n" });
    const named = (slug: string): Files => ({
      settings: `slug: ${slug}\ntitle: ${slug}\nlast_checked: 2026-01-05\n`,
      sources: STORY.sources ?? "",
    });
    const owned = "company:north-fund,company:maker";
    await load("more", {
      ...named("more"),
      entities: "id,kind,name,identifiers\ncompany:north-fund,Company,North Fund,lei=FUND0000000000000000",
      relations: `id,kind,from,to,share,right,start,sources\nz,Ownership,${owned},30,economic,2019,register-2018\na,Control,${owned},,,2019,register-2018`,
    });
    const overfull =
      'more/relations.csv:3: warning: known shares of "company:maker" (economic) come to 130 on 2019-12-31: more than 100; correct a share or an end [DS045]\n';
    expect(await run(["check", ...store])).toEqual({
      code: 0,
      out: overfull,
      err: "1 warning in 2 dossiers\n",
    });
    await load("other", {
      ...named("other"),
      entities: "id,kind,name,identifiers\ncompany:other,Company,Other,lei=FUND0000000000000000",
    });
    const { code, out } = await run(["check", ...store]);
    expect([code, out.split("\n").length]).toEqual([3, 3]);
    expect(out).toContain(
      'other/entities.csv:2: identifiers: "lei=FUND0000000000000000" stands also at more/entities.csv:2',
    );
    expect((await run(["check", "--store", "sqlite:none.db"], { folder })).code).toBe(1);
  });

  test("tells what a rule wants and why, and lists all of them", async () => {
    const one = await run(["check", "--explain", "ds014"]);
    expect(one.code).toBe(0);
    expect(one.out).toMatch(/^DS014: A date is a year, a month or a day of the calendar.*\n\nAn error: /);
    expect(one.out).toMatch(/\nFor example:\n {2}2019-02-30 is a day that does not exist/);
    const all = await run(["check", "--explain"]);
    expect([all.code, all.err]).toEqual([0, ""]);
    expect(all.out).toContain("\nDS042  warning  No two entities of one kind have one name or alias");
    const none = await run(["check", "--explain", "DS999"]);
    expect([none.code, none.out]).toEqual([1, ""]);
    expect(none.err).toMatch(/there is no rule "DS999"/);
  });

  test("is silent where its reader goes away", async () => {
    const folder = temporaryFolder();
    const rows = Array.from({ length: 20_000 }, (_, at) => `e${at},listing:none,listed,,gazette-2019`);
    writeFolder(join(folder, "story"), {
      ...STORY,
      events: ["id,flag,event,date,sources", ...rows].join("\n"),
    });
    const child = start(["check", "story"], { folder });
    child.stdout?.once("data", () => child.stdout?.destroy());
    const { err } = await ended(child);
    expect(err).not.toMatch(/EPIPE|Error|\n\s+at /);
  });
});

/** A mistake that a reviewer makes in a file of the seed: the text that is there, what is typed, what is said. */
const MISTAKES = [
  [
    "a misspelt source id",
    "mit-2019/decisions.csv",
    "cnbc-2019-04-04-mit-huawei;",
    "cnbc-2019-04-04-mit-huawai;",
    /sources: "cnbc-2019-04-04-mit-huawai" is no row.*did you mean "cnbc-2019-04-04-mit-huawei"\? \[DS030\]$/,
  ],
  [
    "a date with slashes",
    "mit-2019/decisions.csv",
    ",2019-04-03,",
    ",03/04/2019,",
    /start: "03\/04\/2019" is not a date: write 2019-04-03 or 2019-03-04, year first \[DS014\]$/,
  ],
  [
    "a percent sign",
    "huawei-ownership/relations.csv",
    ",100,",
    ",100%,",
    /share: "100%" is not a share: leave out the percent sign/,
  ],
  [
    "a name with a trailing blank",
    "mit-2019/sources.csv",
    ",The Boston Globe,",
    ",The Boston Globe ,",
    /begins or ends with a blank: write "The Boston Globe" \[DS012\]$/,
  ],
] as const;

describe("an editing mistake in the seed gives one clear line", () => {
  test.each(MISTAKES)("%s", async (_, file, from, to, message) => {
    const folder = temporaryFolder();
    cpSync(SEED, join(folder, "seed"), { recursive: true });
    const path = join(folder, "seed/dossiers", file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    const { code, out } = await run(["check", "seed"], { folder });
    const lines = out.trimEnd().split("\n");
    expect([code, lines.length]).toEqual([3, 1]);
    expect(lines[0]).toMatch(new RegExp(`^seed/dossiers/${file}:\\d+: `));
    expect(lines[0]).toMatch(message);
  });

  test("a row pasted twice", async () => {
    const folder = temporaryFolder();
    cpSync(SEED, join(folder, "seed"), { recursive: true });
    const path = join(folder, "seed/dossiers/section-117/relations.csv");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    writeFileSync(path, [...lines, lines.at(-1)].join("\n"));
    const { code, out } = await run(["check", "seed"], { folder });
    expect(code).toBe(3);
    expect(out).toMatch(
      /^seed\/dossiers\/section-117\/relations.csv:\d+: id: "[^"]+" stands already at seed\/dossiers\/section-117\/relations.csv:\d+: remove the row if it was pasted twice, else give it another id \[DS013\]\n$/,
    );
  });
});

describe("--help", () => {
  test.each(
    [[], ["check"], ["load"], ["touch"], ["stats"], ["schema"]].map((command) => [
      command.join(" "),
      command,
    ]),
  )("of `%s` tells what it does and gives an example", async (_, command) => {
    const { code, out } = await run([...command, "--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: exposure-graph/);
    expect(out).toMatch(/Example:\n {2}exposure-graph /);
  });
});
