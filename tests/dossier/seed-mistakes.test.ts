import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type DossierFolder, memoryFolder } from "../../src/dossier/read/dossier-folder.js";
import { problemsOf } from "./folder-of.js";

const SEED = join(import.meta.dirname, "../../seed");
const FOLDERS = ["entities", ...readdirSync(join(SEED, "dossiers")).map((slug) => `dossiers/${slug}`)];

/** The text of every file of the seed, by folder and name. */
const FILES: ReadonlyMap<string, string> = new Map(
  FOLDERS.flatMap((folder) =>
    readdirSync(join(SEED, folder)).map(
      (name) => [`${folder}/${name}`, readFileSync(join(SEED, folder, name), "utf8")] as const,
    ),
  ),
);

/** The folders of the seed, one file of them changed. */
function seedWith(file: string | null, change: (lines: string[]) => void): readonly DossierFolder[] {
  return FOLDERS.map((folder) => {
    const files = [...FILES].filter(([path]) => path.startsWith(`${folder}/`));
    const contents = files.map(([path, text]) => {
      const lines = text.split("\n");
      if (path === file) change(lines);
      return { name: path.slice(folder.length + 1), content: lines.join("\n") };
    });
    return memoryFolder(folder, contents);
  });
}

/** The line (from 1) of the row of an id, and the lines of a file. */
function placeOf(file: string, id: string): number {
  const lines = FILES.get(file)?.split("\n") ?? [];
  const at = lines.findIndex((line) => line.startsWith(`${id},`));
  if (at < 0) throw new Error(`"${id}" does not stand in ${file}`);
  return at + 1;
}

interface Mistake {
  readonly what: string;
  readonly file: string;
  readonly id: string;
  /** A text of the row, and the mistake that takes its place. */
  readonly edit: readonly [text: string, mistake: string];
  readonly says: string;
}

const MISTAKES: readonly Mistake[] = [
  {
    what: "a misspelt source id",
    file: "dossiers/mit-2019/relations.csv",
    id: "huawei-technologies-funding-mit-media-lab",
    edit: ["wbur-2019-04-04-mit-cuts-funding-research", "wbur-2019-04-04-mit-cut-funding-research"],
    says: 'sources: "wbur-2019-04-04-mit-cut-funding-research" is no row of this dossier\'s sources.csv; did you mean "wbur-2019-04-04-mit-cuts-funding-research"?',
  },
  {
    what: "a date with slashes",
    file: "dossiers/mit-2019/decisions.csv",
    id: "mit-2019-04-huawei-zte",
    edit: [",2019-04-03,", ",03/04/2019,"],
    says: 'start: "03/04/2019" is not a date: write 2019-04-03 or 2019-03-04, year first',
  },
  {
    what: "a percent sign",
    file: "dossiers/huawei-ownership/relations.csv",
    id: "huawei-trade-union-committee-ownership-huawei-investment-holding",
    edit: [",98.99,", ",98.99%,"],
    says: 'share: "98.99%" is not a share: leave out the percent sign; write a percentage such as 60, or bounds such as [25,50] or (50,75), or leave it empty for unknown',
  },
  {
    what: "a name with a trailing blank",
    file: "entities/entities.csv",
    id: "university:mit",
    edit: [",Massachusetts Institute of Technology,", ",Massachusetts Institute of Technology ,"],
    says: 'the cell "Massachusetts Institute of Technology " begins or ends with a blank: write "Massachusetts Institute of Technology"',
  },
  {
    what: "an amount with commas",
    file: "dossiers/section-117/relations.csv",
    id: "s117-mit-2017-12-20-huawei-16223",
    edit: [",500000,", ',"500,000",'],
    says: 'amount: "500,000" is not an amount: write digits with a point before at most four decimals, for example 500000',
  },
  {
    what: "an entity that no file has",
    file: "dossiers/huawei-entity-list/subjects.csv",
    id: "bis-entity-list-2019-05-16-huawei-hisilicon",
    edit: [",company:hisilicon,", ",company:hi-silicon,"],
    says: 'entity: no entity "company:hi-silicon" is known; did you mean "company:hisilicon"?',
  },
  {
    what: "a claim without its source",
    file: "dossiers/mit-2019/relations.csv",
    id: "huawei-technologies-funding-mit-media-lab",
    edit: ["wbur-2019-04-04-mit-cuts-funding-research", ""],
    says: "sources is empty: name the source of the claim, a row id of sources.csv",
  },
];

let clean: readonly string[];
beforeAll(async () => {
  clean = await problemsOf(...seedWith(null, () => undefined));
});

test("the seed as it is has no problem", () => {
  expect(clean).toEqual([]);
});

describe("an editing mistake in the seed gives one line with file, row and remedy", () => {
  test.each(MISTAKES)("$what", async ({ file, id, edit: [text, mistake], says }) => {
    const line = placeOf(file, id);
    const problems = await problemsOf(
      ...seedWith(file, (lines) => {
        const row = lines[line - 1] ?? "";
        expect(row).toContain(text);
        lines[line - 1] = row.replace(text, mistake);
      }),
    );
    expect(problems).toEqual([`${file}:${line}: ${says}`]);
  });

  test("a row pasted twice", async () => {
    const file = "dossiers/section-117/relations.csv";
    const line = placeOf(file, "s117-mit-2017-12-20-huawei-16223");
    const problems = await problemsOf(
      ...seedWith(file, (lines) => lines.splice(line, 0, lines[line - 1] ?? "")),
    );
    expect(problems).toEqual([
      `${file}:${line + 1}: id: "s117-mit-2017-12-20-huawei-16223" stands already at ${file}:${line}: remove the row if it was pasted twice, else give it another id`,
    ]);
  });

  test("an identifier of another university", async () => {
    const file = "entities/entities.csv";
    const line = placeOf(file, "university:mit");
    const problems = await problemsOf(
      ...seedWith(file, (lines) => {
        lines[line - 1] = (lines[line - 1] ?? "").replace("ror=042nb2s44", "ror=05dxps055");
      }),
    );
    expect(problems).toEqual([
      `${file}:${line}: identifiers: "ror=05dxps055" stands also at ${file}:${placeOf(file, "university:caltech")} ("university:caltech"): remove it from one, or join the two by an Identity`,
    ]);
  });
});

test("a row that is gone shows in the sums that no longer come out, each with its line", async () => {
  const file = "dossiers/section-117/relations.csv";
  const line = placeOf(file, "s117-mit-2017-12-20-huawei-16223");
  const problems = await problemsOf(...seedWith(file, (lines) => lines.splice(line - 1, 1)));
  // One row, its 500,000 dollars, and the one gift of Huawei to MIT.
  expect(
    problems.map((problem) => problem.match(/^[^ ]+:\d+: assertions: .* is (\d+), not (\d+): /)?.slice(1)),
  ).toEqual([
    ["80", "81"],
    [String(28_672_437 - 500_000), "28672437"],
    ["16", "17"],
    ["108", "109"],
  ]);
});
