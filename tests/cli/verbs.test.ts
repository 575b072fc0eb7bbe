import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TABLE_NAMES, TABLES } from "../../src/dossier/read/columns.js";
import { STORY } from "../dossier/folder-of.js";
import { run, temporaryFolder } from "./run.js";
import { askingTheSeed } from "./seed-store.js";
import { writeFolder } from "./write-folder.js";

const { asked, field, line, json, store } = askingTheSeed();

/** The options that name a store of the story alone. */
async function storyStore(): Promise<readonly string[]> {
  const folder = temporaryFolder();
  const options = ["--store", `sqlite:${join(folder, "graph.db")}`];
  const { code } = await run(["load", writeFolder(join(folder, "story"), STORY), ...options]);
  expect(code).toBe(0);
  return options;
}

describe("search", () => {
  test.each([
    ["Huwaei", "company:huawei-technologies"],
    ["Hikvison", "company:hikvision"],
    ["HIRP", "program:huawei-innovation-research-program"],
    ["中兴通讯", "company:zte"],
    ["ror 042nb2s44", "university:mit"],
  ])("finds %s first as %s", async (text, id) => {
    const { nodes } = await field("search", text);
    expect(nodes[0].entity.id).toBe(id);
  });

  test("prints id, kind and name, and as what it was found where that is another name", async () => {
    expect(await asked("search", "Hikvison")).toMatch(
      /^id +kind +name +found as\n[─ ]+\ncompany:hikvision +Company +Hangzhou Hikvision .* +Hikvision\n\n1 entity found\.\n$/,
    );
  });

  test("takes several words, only some kinds, and so many at most", async () => {
    const { totalCount, nodes } = await field(
      "search",
      "Huawei",
      "Technologies",
      "--kinds",
      "company",
      "--limit",
      "1",
    );
    expect(nodes).toHaveLength(1);
    expect(nodes[0].entity).toMatchObject({ id: "company:huawei-technologies", kind: "COMPANY" });
    expect(totalCount).toBeGreaterThan(1);
    expect(await asked("search", "Huawei", "--limit", "1")).toMatch(
      /\d+ entities found, \d+ of them not printed: raise --limit\.\n$/,
    );
  });

  test("says that nothing is called so", async () => {
    expect(await asked("search", "qqqqqq")).toBe("0 entities found.\n");
  });

  test("refuses a text without a letter", async () => {
    const message = 'exposure-graph: "..." holds no letter or digit: give a name or an identifier\n';
    expect(await run(["search", "...", ...store()])).toEqual({ code: 1, out: "", err: message });
  });
});

describe("lists", () => {
  test("counts listings and parties, with coverage and the day of checking", async () => {
    const { out } = await run(["lists", ...(await storyStore())]);
    expect(out).toMatch(/^us-entity-list +Entity List +export control +1 +1 +partial +2026-01-05$/m);
    expect(out).toMatch(/^us-meu +Military End-User List +export control +0 +0 +not loaded$/m);
    expect(out).toMatch(/\n\d+ lists are known; listings on 1 of them are loaded\.\n$/);
  });

  test("as JSON says of a list without entries that no dossier tells of it", async () => {
    const { lists } = await json("lists");
    expect(lists).toContainEqual(
      expect.objectContaining({ id: "us-meu", listings: 0, parties: 0, coverage: null, checked: [] }),
    );
  });
});

describe("ask flags", () => {
  test("tells a listing's life with its source, that it still stands, and what was answered", async () => {
    const { code, out } = await run(["ask", "flags", "company:maker", ...(await storyStore())]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ 1 +2019-05-16 +us-entity-list +Maker is listed +open +Maker Limited \(listed\)$/m);
    const words = out.replaceAll(/\s+/g, " ");
    expect(words).toMatch(
      /1\. Maker is listed \(listing:maker-2019; Trade Office\) Maker was added to the Entity List on 16 May 2019\./,
    );
    expect(words).toMatch(
      /Still listed on .*, as far as is on record\. Maker disputed the listing .* on 17 May 2019\. "It is wrong\."/,
    );
    expect(words).toMatch(/1 probe or listing, as known on /);
  });

  test("shows beside an allegation that no outcome is on record, and the reply", async () => {
    const words = await line("ask", "flags", "company:zte", "--text", "lawmakers equipment");
    expect(words).toMatch(/ZTE Corporation \(respondent, alleged\)/);
    expect(words).toMatch(/faced allegations .* No outcome is on record by /);
    const { nodes: flags } = await field("ask", "flags", "company:zte", "--text", "lawmakers equipment");
    expect(flags).toHaveLength(1);
    expect(flags[0].state).toBeNull();
    for (const { text } of flags[0].responses) expect(words).toContain(text);
  });

  test("of a list of which nothing is loaded says so", async () => {
    const { out } = await run(["ask", "flags", "--lists", "us-sdn", ...(await storyStore())]);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/Warning: No listing on us-sdn \(.*\) is loaded: /);
  });

  test("of all is narrowed by kinds, states and lists", async () => {
    const { nodes: flags } = await field("ask", "flags", "--lists", "us-entity-list", "--states", "ended");
    expect(flags.length).toBeGreaterThan(0);
    for (const flag of flags)
      expect(flag).toMatchObject({ kind: "LISTING", list: "us-entity-list", state: "ENDED" });
    const { nodes: probes } = await field("ask", "flags", "company:zte", "--kinds", "probe");
    expect(new Set(probes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(["PROBE"]));
  });

  test.each([
    [
      ["company:ztee"],
      '"company:ztee" is no entity of this graph; did you mean company:zte (ZTE Corporation)?',
    ],
    [
      ["--lists", "us-entitylist"],
      '--lists: "us-entitylist" is no list; did you mean us-entity-list (Entity List)?',
    ],
    [["--text", "..."], '--text: "..." holds no letter or digit: give a word of a title'],
  ])("refuses %j in the words of the command line", async (words, message) => {
    const ended = await run(["ask", "flags", ...words, ...store()]);
    expect(ended).toEqual({ code: 1, out: "", err: `exposure-graph: ${message}\n` });
  });
});

describe("new", () => {
  test("makes a dossier with every file, all columns and a row each, on which check finds nothing", async () => {
    const folder = temporaryFolder();
    const made = await run(["new", "dossiers/my-story"], { folder });
    expect([made.code, made.err]).toEqual([
      0,
      'the rows are examples: put your own in their place, then run "exposure-graph check dossiers/my-story"\n',
    ]);
    const own = join(folder, "dossiers/my-story");
    const files = TABLE_NAMES.map((name) => TABLES[name].file);
    expect(readdirSync(own).sort()).toEqual(["dossier.yml", ...files].sort());
    for (const name of TABLE_NAMES) {
      const [header, ...rows] = readFileSync(join(own, TABLES[name].file), "utf8").trimEnd().split("\n");
      expect(header).toBe(TABLES[name].columns.join(","));
      expect(rows.length).toBeGreaterThan(0);
    }
    expect(readFileSync(join(own, "dossier.yml"), "utf8")).toMatch(/^slug: my-story$/m);
    expect(await run(["check", "dossiers"], { folder })).toEqual({
      code: 0,
      out: "",
      err: "no problems in 1 dossier\n",
    });
  });

  test("overwrites nothing, and takes an empty folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "full"));
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "full/notes.txt"), "mine");
    writeFileSync(join(folder, "file"), "mine");
    const said = async (name: string) => (await run(["new", name], { folder })).err;
    expect(await said("full")).toBe(
      'exposure-graph: "full" is not empty: name a folder that does not exist yet\n',
    );
    expect(await said("file")).toBe(
      'exposure-graph: "file" is a file: name a folder that does not exist yet\n',
    );
    expect(readdirSync(join(folder, "full"))).toEqual(["notes.txt"]);
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("mine");
    expect((await run(["new", "empty"], { folder })).code).toBe(0);
  });

  test("refuses a name that cannot be a dossier's, and makes nothing", async () => {
    const folder = temporaryFolder();
    const { code, err } = await run(["new", "My Story"], { folder });
    expect([code, err]).toEqual([
      1,
      'exposure-graph: "My Story" cannot be the name of a dossier: use small letters, digits and -, as in my-university\n',
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
