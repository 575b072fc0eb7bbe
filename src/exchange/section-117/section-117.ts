import { createHash } from "node:crypto";
import { countryCode } from "../import/country-codes.js";
import { nextDay, readDay } from "../import/days.js";
import { type Columns, type RowPlace, readTable } from "../import/headed-table.js";
import type { ImportFormat, SourcedFile } from "../import/import-format.js";
import { foreignText, type ImportSink, plainText } from "../import/import-sink.js";
import type { OnBytes } from "../import/input-file.js";
import { hasLegalForm, nameSlug } from "../import/party-names.js";
import { UnreadableFile } from "../import/unreadable-file.js";
import { isNameless, readAmount, readOpeid } from "./cells.js";
import { type Field, LAYOUT } from "./columns.js";
import { Institutions, type Named } from "./institutions.js";

/** Gifts and contracts from abroad that universities report to the US Department of Education. */
export const SECTION_117: ImportFormat = {
  description:
    "gifts and contracts from abroad reported to the US Education Department: CSV or XLSX, of 2014 to 2020 with names, or of 2025",
  fileTitle: "Foreign gifts and contracts reported under Section 117",
  dossier: {
    title: "Gifts and contracts reported under Section 117",
    publisher: "U.S. Department of Education",
    description:
      "What universities in the United States reported under Section 117 of the Higher Education Act: gifts, contracts and real estate from abroad, as the department's public file has them.",
    coverage:
      "Every row of the file that could be read. Nothing is reported below 250,000 US dollars a year from one source, and a giver's name is often blank, so absence proves nothing. Equal rows are different rows. A negative amount stands as it was filed. An amount of a contract is its whole value, and on which days of its term it was paid is not known.",
    licence: "Public record of the United States government",
  },
  read: readFiles,
};

async function readFiles(files: readonly SourcedFile[], sink: ImportSink, onBytes: OnBytes): Promise<void> {
  const reader = new RowReader(sink);
  let generation: Generation | null = null;
  for (const file of files) {
    const own = generationOf(
      await readTable(file, LAYOUT, { sink, onBytes }, (...row) => reader.take(...row)),
    );
    if (generation !== null && own !== generation)
      throw new UnreadableFile(
        file.path,
        1,
        "is of another generation than the file before it, and the two tell of the same gifts: import each into a folder of its own",
      );
    generation = own;
  }
  reader.institutions.write(sink);
  await sink.writer.flush(true);
}

type Generation = "with givers" | "with terms";

function generationOf({ at }: Columns<Field>): Generation {
  return at.contractStart === undefined ? "with givers" : "with terms";
}

/** Forms of money by how the file calls them; what is not here is unspecified, and told of in a note. */
const FORMS: Readonly<Record<string, string>> = {
  "monetary gift": "gift",
  gift: "gift",
  "restricted gift": "gift",
  contract: "contract",
  "restricted contract": "contract",
};
const PLAIN_TYPES: readonly string[] = ["monetary gift", "gift", "contract"];

class RowReader {
  readonly institutions: Institutions;
  readonly #ordinals = new Map<string, number>();
  readonly #codes = new Map<string, string | null>();

  constructor(private readonly sink: ImportSink) {
    this.institutions = new Institutions(sink.slug);
  }

  take(cells: readonly string[], columns: Columns<Field>, where: RowPlace): void {
    const row = readRow(cells, columns);
    if (typeof row === "string") {
      this.sink.skip(row, where.place);
      return;
    }
    // An ordinal counts all rows, so that a narrowed import gives a row the id that the whole one gives it.
    const id = this.#idOf(row.own);
    const code = this.#codeOf(row.country);
    const { names, start, institution } = row;
    if (!this.sink.wants({ date: start, countries: [code], names: [institution.name, ...names] })) return;
    this.#note(row, code, where);
    const from = this.#giver(names[0] ?? "", { country: row.country, code, row: id });
    this.sink.add("relations", {
      id,
      kind: "Funding",
      from,
      to: this.institutions.id(institution),
      amount: row.amount,
      currency: "USD",
      form: FORMS[row.type.toLowerCase()] ?? "unspecified",
      start,
      end: this.#end(row, where),
      status: "confirmed",
      sources: where.file.source,
      quote: quoteOf(row.own),
      locator: `row ${row.number === "" ? where.line : row.number}`,
      note: row.note,
    });
  }

  #note({ country, start, type }: SectionRow, code: string | null, { place, file }: RowPlace): void {
    if (country !== "" && code === null)
      this.sink.note(`the country "${country}" has no code: its name is kept`, place);
    if (start > file.modified) this.sink.note("is dated after the file itself: kept as filed", place);
    if (!(type.toLowerCase() in FORMS) && type.toLowerCase() !== "real estate")
      this.sink.note(`the type "${type}" is not known: its form is unspecified`, place);
  }

  /** A contract's end is its last day; a claim's end the first day after. */
  #end({ began, ended }: SectionRow, { place }: RowPlace): string {
    if (ended === "") return "";
    if (began === "") {
      this.sink.note("a contract has an end and no beginning: the end is left to the quote", place);
      return "";
    }
    if (ended < began) {
      this.sink.note("a contract ends before it begins: the end is left to the quote", place);
      return "";
    }
    return nextDay(ended);
  }

  #codeOf(country: string): string | null {
    const met = this.#codes.get(country);
    if (met !== undefined) return met;
    const code = countryCode(country);
    if (this.#codes.size < MOST_REMEMBERED) this.#codes.set(country, code);
    return code;
  }

  /** What a row holds, and how often it was met before: equal rows are different gifts. */
  #idOf(cells: readonly string[]): string {
    const hash = createHash("sha256").update(cells.join("\u001f")).digest("hex").slice(0, 16);
    const ordinal = (this.#ordinals.get(hash) ?? 0) + 1;
    this.#ordinals.set(hash, ordinal);
    return ordinal === 1 ? `s117-${hash}` : `s117-${hash}-${ordinal}`;
  }

  #giver(name: string, { country, code, row }: GiverPlace): string {
    const where = country === "" ? "gives no country" : `gives the country as ${country}`;
    if (name === "" || isNameless(name)) {
      const id = `unknown-party:${this.sink.slug}-${row}`;
      const summary =
        name === ""
          ? `The file names no giver and ${where}.`
          : `The file calls the giver "${name}" and ${where}.`;
      this.sink.entity({ id, kind: "UnknownParty", name: unnamed(country), country: code, summary });
      return id;
    }
    const kind = hasLegalForm(name) ? "Company" : "Organization";
    const sum = createHash("sha256").update(`${name}\u001f${country}`).digest("hex").slice(0, 8);
    const id = `${kind.toLowerCase()}:${this.sink.slug}-${nameSlug(name, "giver")}-${sum}`;
    this.sink.entity({
      id,
      kind,
      name,
      country: code,
      summary: `Giver as the file names it; the file ${where}.`,
    });
    return id;
  }
}

interface GiverPlace {
  readonly country: string;
  readonly code: string | null;
  readonly row: string;
}

const MOST_REMEMBERED = 10_000;

function unnamed(country: string): string {
  return country === "" ? "Unnamed giver" : `Unnamed giver (${country})`;
}

/** A row that could be read. */
interface SectionRow {
  /** Its number in the file, if it has one. */
  readonly number: string;
  /** Its cells without that number. */
  readonly own: readonly string[];
  readonly institution: Named;
  readonly names: readonly string[];
  readonly country: string;
  readonly type: string;
  readonly amount: number | "";
  readonly start: string;
  readonly began: string;
  readonly ended: string;
  readonly note: string;
}

/** Reads a row; the answer says why where it cannot be. */
function readRow(cells: readonly string[], { at }: Columns<Field>): SectionRow | string {
  const cell = (field: Field) => plainText(cells[at[field] ?? -1] ?? "");
  const fault = foreignText(cells);
  if (fault !== null) return fault;
  const name = cell("institution");
  if (name === "") return "names no institution";
  const amount = readAmount(cell("amount"));
  if (amount === null) return "the amount is no number";
  const received = readDay(cell("date"));
  const began = readDay(cell("contractStart"));
  const ended = readDay(cell("contractEnd"));
  if (received === null || began === null || ended === null) return "a date is no day";
  const names = [cell("giver"), cell("governmentName"), cell("sourceName")].filter((each) => each !== "");
  return {
    number: cell("id"),
    own: cells.filter((_, index) => index !== at.id),
    institution: { opeid: readOpeid(cell("opeid")), name, city: cell("city"), state: cell("state") },
    names,
    country: cell("country"),
    type: cell("type"),
    amount,
    start: began === "" ? received : began,
    began,
    ended,
    note: noteOf(cell, names),
  };
}

/** The row as the file has it, without its number and without empty cells at its end. */
function quoteOf(own: readonly string[]): string {
  return own.map(quoted).join(",").replace(/,+$/, "");
}

function quoted(cell: string): string {
  const text = plainText(cell);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function noteOf(cell: (field: Field) => string, names: readonly string[]): string {
  const type = cell("type");
  const parts = [
    PLAIN_TYPES.includes(type.toLowerCase()) || type === "" ? "" : `Filed as "${type}".`,
    cell("isGovernment") === "" ? "" : `Foreign government source: ${cell("isGovernment")}.`,
    names.length > 1 ? `Also named: ${names.slice(1).join("; ")}.` : "",
    cell("sourceDescription") === "" ? "" : `Description of the source: ${cell("sourceDescription")}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
