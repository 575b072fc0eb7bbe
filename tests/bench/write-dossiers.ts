import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Day, printDay } from "../../src/domain/day.js";
import { companyId, type SyntheticGraph, universityId } from "./synthetic-graph.js";

/** Companies and ownerships are spread over so many dossiers, as national registers would be. */
const REGISTERS = 6;
const COUNTRIES = ["CN", "US", "DE", "GB", "JP", "RU"] as const;
const SOURCES = 10;
const PUBLISHED = "2026-06-30";
const AUTHORITY = "public-body:synthetic-authority";

/** Writes a graph as dossier folders that `exposure-graph load` reads: six registers, one of money, one of listings. */
export function writeDossiers(graph: SyntheticGraph, folder: string): void {
  for (let register = 0; register < REGISTERS; register += 1) writeRegister(graph, folder, register);
  writeFunding(graph, folder);
  writeListings(graph, folder);
}

/** A company stands in the register that its number falls to, and an ownership in that of the company held. */
function writeRegister(graph: SyntheticGraph, folder: string, register: number): void {
  const write = dossier(folder, `synthetic-register-${register + 1}`, `Register ${register + 1}`);
  const companies = [...graph.companyNumbers.keys()]
    .filter((company) => registerOf(graph, company) === register)
    .sort((a, b) => (graph.companyNumbers[a] as number) - (graph.companyNumbers[b] as number));
  write(
    "entities.csv",
    "id,kind,name,country,identifiers",
    companies.map((company) => {
      const number = graph.companyNumbers[company] as number;
      const country = COUNTRIES[register] as string;
      const identifier = `opencorporates=${country.toLowerCase()}/${String(number).padStart(8, "0")}`;
      return `${companyId(graph, company)},Company,Synthetic Holdings ${number} Ltd,${country},${identifier}`;
    }),
  );
  write(
    "relations.csv",
    "id,kind,from,to,share,start,end,sources,locator",
    graph.ownerships.flatMap(({ owner, held, share, start, end, isEndKnown }, at) => {
      if (registerOf(graph, held) !== register) return [];
      const ends = `${companyId(graph, owner)},${companyId(graph, held)}`;
      const days = `${dayText(start)},${isEndKnown ? dayText(end) : `../${PUBLISHED}`}`;
      return `${rowId("o", at)},Ownership,${ends},${share ?? ""},${days},${sourceOf(at)},row ${at}`;
    }),
  );
}

function registerOf(graph: SyntheticGraph, company: number): number {
  return (graph.companyNumbers[company] as number) % REGISTERS;
}

function writeFunding(graph: SyntheticGraph, folder: string): void {
  const write = dossier(folder, "synthetic-money", "Money to universities");
  const universities = [...graph.universityNumbers.keys()].sort(
    (a, b) => (graph.universityNumbers[a] as number) - (graph.universityNumbers[b] as number),
  );
  write(
    "entities.csv",
    "id,kind,name,country,identifiers",
    universities.map((university) => {
      const number = graph.universityNumbers[university] as number;
      const identifier = `opeid=${String(number).padStart(8, "0")}`;
      return `${universityId(graph, university)},University,Synthetic University ${number},US,${identifier}`;
    }),
  );
  write(
    "relations.csv",
    "id,kind,from,to,amount,currency,form,start,sources,locator",
    graph.fundings.map(({ payer, university, amount, currency, day }, at) => {
      const ends = `${companyId(graph, payer)},${universityId(graph, university)}`;
      const money = `${amount ?? ""},${currency},contract`;
      return `${rowId("f", at)},Funding,${ends},${money},${printDay(day)},${sourceOf(at)},row ${at}`;
    }),
  );
}

function writeListings(graph: SyntheticGraph, folder: string): void {
  const write = dossier(folder, "synthetic-listings", "Listings");
  const { listings } = graph;
  write("entities.csv", "id,kind,name,country", [`${AUTHORITY},PublicBody,Synthetic Authority,US`]);
  write(
    "flags.csv",
    "id,kind,title,list,authority,country,topics",
    listings.map(
      ({ list }, at) => `${flagId(at)},Listing,Synthetic listing ${at},${list},${AUTHORITY},US,sanctions`,
    ),
  );
  write(
    "subjects.csv",
    "id,flag,entity,role,start,sources",
    listings.map(
      ({ company, day }, at) =>
        `${rowId("s", at)},${flagId(at)},${companyId(graph, company)},listed,${printDay(day)},${sourceOf(at)}`,
    ),
  );
  write(
    "events.csv",
    "id,flag,event,date,sources",
    listings.map(({ day }, at) => `${rowId("e", at)},${flagId(at)},listed,${printDay(day)},${sourceOf(at)}`),
  );
}

function flagId(listing: number): string {
  return `listing:${rowId("l", listing)}`;
}

function rowId(letter: string, at: number): string {
  return `${letter}${String(at).padStart(8, "0")}`;
}

function sourceOf(row: number): string {
  return `volume-${row % SOURCES}`;
}

function dayText(day: Day | null): string {
  return day === null ? "" : printDay(day);
}

/** Begins a dossier; the answer writes a table of it. */
function dossier(folder: string, slug: string, title: string) {
  const path = join(folder, slug);
  mkdirSync(path, { recursive: true });
  const write = (file: string, header: string, rows: readonly string[]) =>
    writeLines(join(path, file), [header, ...rows]);
  writeLines(join(path, "dossier.yml"), [
    `slug: ${slug}`,
    `title: "${title}"`,
    "publisher: synthetic",
    `last_checked: ${PUBLISHED}`,
  ]);
  const sources = Array.from(
    { length: SOURCES },
    (_, at) => `volume-${at},synthetic,Volume ${at},${PUBLISHED}`,
  );
  write("sources.csv", "id,publisher,title,published", sources);
  return write;
}

const LINES_PER_WRITE = 10_000;

function writeLines(path: string, lines: readonly string[]): void {
  const file = openSync(path, "w");
  for (let at = 0; at < lines.length; at += LINES_PER_WRITE) {
    writeSync(file, `${lines.slice(at, at + LINES_PER_WRITE).join("\n")}\n`);
  }
  closeSync(file);
}
