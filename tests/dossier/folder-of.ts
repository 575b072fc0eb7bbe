import { parseDay } from "../../src/domain/day.js";
import { readAndCheck } from "../../src/dossier/check/read-and-check.js";
import { type DossierFolder, memoryFolder } from "../../src/dossier/read/dossier-folder.js";
import { type Problem, printProblem } from "../../src/dossier/read/problem.js";

/** The files of a dossier as texts, by name without the ending; `settings` is dossier.yml. */
export type Files = Readonly<Record<string, string>>;

/** A small dossier in which nothing is wrong: a university, a company with a holding, a gift, a listing, a decision. */
export const STORY: Files = {
  settings: "slug: story\ntitle: A story\nlast_checked: 2026-01-05\nlists: {us-entity-list: partial}\n",
  sources: [
    "id,publisher,title,url,published,retrieved,grade",
    "gazette-2019,The Gazette,University takes money,https://example.org/a,2019-06-03,2026-01-05,B2",
    "register-2018,Register,Extract,https://example.org/b,2018,2026-01-05,A1",
  ].join("\n"),
  entities: [
    "id,kind,name,aliases,country,identifiers,summary",
    "company:holding,Company,Holding,,CN,lei=HOLDING0000000000000,",
    "company:maker,Company,Maker Limited,Maker,CN,lei=MAKER000000000000000,",
    "public-body:trade-office,PublicBody,Trade Office,,US,,",
    "university:north,University,North University,,US,ror=0north000,",
  ].join("\n"),
  flags: [
    "id,kind,title,list,authority,country,topics",
    "listing:maker-2019,Listing,Maker is listed,us-entity-list,public-body:trade-office,US,export_controls",
  ].join("\n"),
  relations: [
    "id,kind,from,to,share,right,amount,currency,form,start,end,status,sources,quote",
    'gift-2019,Funding,company:maker,university:north,,,500000,USD,gift,2019-05-20,,,gazette-2019,"gave half a million"',
    "holding-2018,Ownership,company:holding,company:maker,100,economic,,,,../2018-12-31,,,register-2018,holds all",
  ].join("\n"),
  subjects:
    "id,flag,entity,role,start,sources\nmaker-listed,listing:maker-2019,company:maker,listed,2019-05-16,gazette-2019",
  events: "id,flag,event,date,sources\nmaker-2019-listed,listing:maker-2019,listed,2019-05-16,gazette-2019",
  decisions:
    "id,by,kind,counterparties,covers_subsidiaries,start,sources\nnorth-2020,university:north,moratorium,company:maker,true,2020-01-01,gazette-2019",
  responses:
    "id,to,by,kind,date,sources,quote\nmaker-denies,listing:maker-2019,company:maker,denied,2019-05-17,gazette-2019,It is wrong.\nmaker-to-north,north-2020,company:maker,no_comment,2020-01-02,gazette-2019,No comment.",
  policies:
    "id,university,name,countries,criteria,start,sources\nnorth-review,university:north,Review,CN;RU,human_rights;export_controls,2019,gazette-2019",
};

/** A folder of these files, at a path. A file of the value "" is left out. */
export function folderOf(files: Files, path = ""): DossierFolder {
  const named = Object.entries(files)
    .filter(([, content]) => content !== "")
    .map(([name, content]) => ({ name: name === "settings" ? "dossier.yml" : fileName(name), content }));
  return memoryFolder(path, named);
}

function fileName(name: string): string {
  return name.includes(".") ? name : `${name}.csv`;
}

/** The story with some files changed. */
export function story(changed: Files = {}, path = ""): DossierFolder {
  return folderOf({ ...STORY, ...changed }, path);
}

/** A file of the story with a text in it replaced, once; the text must be there. */
export function edited(name: string, from: string, to: string): Files {
  const text = STORY[name] ?? "";
  if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${name}`);
  return { [name]: text.replace(from, to) };
}

/** Everything that is wrong with folders that stand alone. */
export async function foundIn(...folders: DossierFolder[]): Promise<readonly Problem[]> {
  const lastDay = parseDay("2026-12-04");
  const { problems } = await readAndCheck(folders, null, { closed: true, words: true, lastDay });
  return problems.list();
}

/** What is wrong with them but for their words, as lines without the ids of the rules. */
export async function problemsOf(...folders: DossierFolder[]): Promise<readonly string[]> {
  const { problems } = await readAndCheck(folders, null, { closed: true });
  return problems.list().map((problem) => printProblem(problem).replace(/ \[DS\d{3}\]$/, ""));
}
