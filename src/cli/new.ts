import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Command } from "commander";
import { printDay, today } from "../domain/day.js";
import { badInput } from "../domain/errors.js";
import { LISTS } from "../domain/lists.js";
import { SETTINGS_FILE, TABLE_NAMES, TABLES, type TableName } from "../dossier/read/columns.js";
import { SLUG } from "../dossier/read/settings.js";
import { csvLine } from "../exchange/csv/csv-table.js";
import { notice, print } from "./output.js";

type Row = Readonly<Record<string, string>>;

/** The list of the example: the first that is about exports. */
const LIST = Object.keys(LISTS).find((id) => LISTS[id]?.class === "export_control") ?? "";

const SOURCE = "gazette-2019-06-03";

/** What each table begins with: a story of invented parties that refers only to itself, so that `check` passes. */
const EXAMPLES: Readonly<Record<TableName, readonly Row[]>> = {
  sources: [
    {
      id: SOURCE,
      publisher: "The Example Gazette",
      title: "Example University takes money",
      url: "https://example.org/2019/06/03",
      published: "2019-06-03",
      retrieved: "2026-01-05",
      grade: "B2",
    },
  ],
  entities: [
    { id: "university:example", kind: "University", name: "Example University", country: "US" },
    { id: "company:example", kind: "Company", name: "Example Company Ltd.", country: "CN" },
    { id: "public-body:example", kind: "PublicBody", name: "Example Trade Office", country: "US" },
  ],
  flags: [
    {
      id: "listing:example-2019",
      kind: "Listing",
      title: "Example Company is listed",
      list: LIST,
      authority: "public-body:example",
      country: "US",
      topics: "export_controls",
    },
  ],
  decisions: [
    {
      id: "example-moratorium-2019",
      by: "university:example",
      kind: "moratorium",
      counterparties: "company:example",
      start: "2019-06-01",
      status: "reported",
      sources: SOURCE,
      quote: "the university takes no new money from the company",
    },
  ],
  relations: [
    {
      id: "example-gift-2019",
      kind: "Funding",
      from: "company:example",
      to: "university:example",
      amount: "500000",
      currency: "USD",
      form: "gift",
      start: "2019-05-20",
      status: "reported",
      sources: SOURCE,
      quote: "the company gave the university $500,000 on 20 May",
    },
  ],
  subjects: [
    {
      id: "example-2019-company",
      flag: "listing:example-2019",
      entity: "company:example",
      role: "listed",
      start: "2019-05-16",
      status: "reported",
      sources: SOURCE,
      quote: "the company was put on the list on 16 May",
    },
  ],
  events: [
    {
      id: "example-2019-listed",
      flag: "listing:example-2019",
      event: "listed",
      date: "2019-05-16",
      status: "reported",
      sources: SOURCE,
      quote: "the company was put on the list on 16 May",
    },
  ],
  responses: [
    {
      id: "example-2019-denied",
      to: "listing:example-2019",
      by: "company:example",
      kind: "denied",
      date: "2019-05-17",
      status: "reported",
      sources: SOURCE,
      quote: "the company denied it the next day",
    },
  ],
  policies: [
    {
      id: "example-review",
      university: "university:example",
      name: "Example review of engagements",
      countries: "CN",
      criteria: "export_controls",
      start: "2019-06-01",
      status: "reported",
      sources: SOURCE,
      quote: "the university reviews engagements with China",
    },
  ],
};

/** `new FOLDER`: a dossier to begin with. */
export function addNew(program: Command): void {
  program
    .command("new")
    .summary("a dossier to begin with: its files, columns and example rows")
    .description(
      "Makes a folder with the files of a dossier: every table with all its columns and an example row or more, of\n" +
        "invented parties. check passes on it; put your own rows in place of the examples before you load it.\n" +
        "The folder's name becomes the dossier's. Nothing that is there is overwritten.",
    )
    .argument("<folder>", "a folder that does not exist yet, or is empty, e.g. dossiers/my-university")
    .addHelpText(
      "after",
      "\nExample:\n  exposure-graph new dossiers/my-university && exposure-graph check dossiers/my-university",
    )
    .action(async (folder: string) => {
      const slug = slugOf(folder);
      await makeEmpty(folder);
      const files: readonly (readonly [string, string])[] = [
        [SETTINGS_FILE, settings(slug)],
        ...TABLE_NAMES.map((name) => [TABLES[name].file, table(name)] as const),
      ];
      // "wx": a file that another program has put there meanwhile is not overwritten either.
      for (const [file, text] of files) {
        await writeFile(join(folder, file), text, { flag: "wx" });
        print(join(folder, file));
      }
      notice(`the rows are examples: put your own in their place, then run "exposure-graph check ${folder}"`);
    });
}

/** @throws BAD_USER_INPUT where the folder's name cannot be a dossier's. */
function slugOf(folder: string): string {
  const name = basename(resolve(folder));
  if (SLUG.test(name)) return name;
  throw badInput("cannot be the name of a dossier", {
    value: name,
    remedy: "use small letters, digits and -, as in my-university",
  });
}

/** @throws BAD_USER_INPUT where there is anything in the folder. */
async function makeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "EEXIST") throw fault;
    throw badInput("is a file", { value: folder, remedy: "name a folder that does not exist yet" });
  });
  if ((await readdir(folder)).length > 0)
    throw badInput("is not empty", { value: folder, remedy: "name a folder that does not exist yet" });
}

function settings(slug: string): string {
  return `slug: ${slug}
title: "An example: put your own title here"
publisher: "Who made this dossier"
description: "What it tells, in a sentence or two."
coverage: "What was searched, and what is not known."
licence: "CC BY 4.0 for the compilation; quotations are their publishers'"
last_checked: ${printDay(today())}
lists: {${LIST}: partial}
assertions:
  - {count: rows, of: relations, is: ${EXAMPLES.relations.length}}
`;
}

function table(name: TableName): string {
  const columns: readonly string[] = TABLES[name].columns;
  const rows = EXAMPLES[name].map((row) => columns.map((column) => row[column] ?? ""));
  return [columns, ...rows].map(csvLine).join("");
}
