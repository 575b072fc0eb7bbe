import { hash } from "node:crypto";
import type { EntityKind } from "../../domain/entity.js";
import { ENTITY_KINDS } from "../../domain/entity.js";
import type { RiskTopic } from "../../domain/flag.js";
import type { ListClass, ListRow } from "../../domain/lists.js";
import { detachedText } from "../../dossier/read/detached-text.js";
import { readDay } from "../import/days.js";
import { type Columns, type RowPlace, readTable } from "../import/headed-table.js";
import type { ImportFormat } from "../import/import-format.js";
import { foreignText, type ImportSink, plainText } from "../import/import-sink.js";
import { hasLegalForm, nameSlug } from "../import/party-names.js";
import {
  countriesOf,
  hasSigns,
  holdsAddress,
  itemsOf,
  type ListedOn,
  readIds,
  readName,
  readNotices,
  readSource,
  withSigns,
} from "./cells.js";
import { type Field, LAYOUT } from "./columns.js";

/** Parties on the lists of the US Departments of Commerce, State and the Treasury, in one file. */
export const CSL: ImportFormat = {
  description:
    "the US Consolidated Screening List, CSV: parties on lists of Commerce, State and the Treasury",
  fileTitle: "Consolidated Screening List",
  dossier: {
    title: "Parties on the US Consolidated Screening List",
    publisher: "U.S. International Trade Administration",
    description:
      "The parties on lists of the US Departments of Commerce, State and the Treasury, as the Consolidated Screening List has them.",
    coverage:
      "Every record of the file that could be read, each a party and an entry of its own: a party that is on two lists is here twice. A list stands here as of the file's day; who was taken off it before is not here. Many records have no start date: when they were listed is not known.",
    licence: "Public record of the United States government",
  },
  async read(files, sink, onBytes) {
    const reader = new RecordReader(sink);
    for (const file of files)
      await readTable(file, LAYOUT, { sink, onBytes }, (...row) => reader.take(...row));
    await sink.writer.flush(true);
  },
};

type Cells = (field: Field) => string;

class RecordReader {
  readonly #keys = new Map<string, number>();
  readonly #rows = new Set<string>();
  readonly #identified = new Set<string>();

  constructor(private readonly sink: ImportSink) {}

  take(raw: readonly string[], columns: Columns<Field>, where: RowPlace): void {
    const read = this.#read(raw, columns, where);
    if (typeof read === "string") this.sink.skip(read, where.place);
    else if (this.sink.wants({ date: read.start, countries: read.countries, names: read.names }))
      this.#write(read, where);
  }

  /** Reads a record; the answer says why where it cannot be taken. */
  #read(raw: readonly string[], { at }: Columns<Field>, { place }: RowPlace): ListedRecord | string {
    const cells = raw.some(hasSigns) ? raw.map(withSigns) : raw;
    const cell: Cells = (field) => plainText(cells[at[field] ?? -1] ?? "");
    const fault = foreignText(cells);
    if (fault !== null) return fault;
    if (cell("name") === "") return "names no party";
    const list = readSource(cell("source"));
    if (list === null) return `is of a list that is not known: "${cell("source")}"`;
    const start = readDay(cell("start"));
    const end = readDay(cell("end"));
    if (start === null || end === null) return "a date is no day";
    const countries = countriesOf(itemsOf(cell("addresses")));
    const key = this.#keyOf(
      cell,
      list.list,
      countries,
      cells.filter((_, index) => index !== at.id),
    );
    if (key === null) return "is an earlier record again";
    if (cells !== raw)
      this.sink.note("has signs by their numbers in Windows-1252: read as those signs", place);
    const { name } = readName(cell("name"));
    const others = itemsOf(cell("aliases")).map((alias) => alias.replace(/^and /, ""));
    const aliases = others.filter((alias) => !readName(alias).isUnit).map((alias) => readName(alias).name);
    return {
      ...{ cell, key, name, countries, start, end, ...list },
      names: [name, ...aliases],
      units: others.filter((alias) => readName(alias).isUnit),
    };
  }

  /**
   * What tells a record from the others of all releases: its list and number, or its list, name and countries, with an
   * ordinal where several have these alike. Null for a record that was met before.
   */
  #keyOf(cell: Cells, list: string, countries: readonly string[], own: readonly string[]): string | null {
    const number = cell("number");
    if (number === "") {
      const row = sumOf(own);
      if (this.#rows.has(row)) return null;
      this.#rows.add(row);
    }
    const sum = sumOf([cell("name"), ...[...countries].sort()]);
    const key = detachedText(
      `${list}-${number === "" ? sum : /^[A-Za-z0-9]{1,40}$/.test(number) ? number : sumOf([number])}`,
    );
    const ordinal = (this.#keys.get(key) ?? 0) + 1;
    this.#keys.set(key, ordinal);
    if (ordinal === 1) return key;
    return number === "" ? `${key}-${ordinal}` : null;
  }

  #write(record: ListedRecord, where: RowPlace): void {
    const { cell, key, list, row, start, end, keeper } = record;
    const entity = this.#party(record, where);
    const flag = `listing:${this.sink.slug}-${key}`;
    const authority = `public-body:${this.sink.slug}-${nameSlug(keeper, "keeper")}`;
    this.sink.entity({
      ...{ id: authority, kind: "PublicBody", name: keeper, country: "US" },
      summary: "Keeper of lists as the Consolidated Screening List names it.",
    });
    this.sink.add("flags", {
      id: flag,
      kind: "Listing",
      title: `Entry of ${record.name} on the ${row.name}`,
      ...{
        list,
        authority,
        reference: readNotices(cell("notice")),
        country: "US",
        topics: TOPIC_OF[row.class] ?? "",
      },
    });
    const said = { status: "confirmed", sources: where.file.source, locator: locatorOf(cell, where.line) };
    const isOver = end !== "" && (start === "" || end >= start);
    if (end !== "" && !isOver)
      this.sink.note("ends before it begins: the end is left to the note", where.place);
    this.sink.add("subjects", {
      ...{ id: key, flag, entity, role: "listed", start, end: isOver ? end : "" },
      ...said,
      quote: cell("name"),
      note: noteOf(record, isOver),
    });
    const event = (kind: string, date: string, quote: string) =>
      this.sink.add("events", { id: `${key}-${kind}`, flag, event: kind, date, ...said, quote });
    event("listed", start, start === "" ? cell("source") : cell("start"));
    if (isOver) event("expired", end, cell("end"));
  }

  #party({ cell, key, name, names, countries, row }: ListedRecord, { place }: RowPlace): string {
    const kind = kindOf(cell("type"), name);
    const type = cell("type").toLowerCase();
    if (!KNOWN_TYPES.has(type))
      this.sink.note(`the type "${cell("type")}" has no kind: kept as an ${kind}`, place);
    if (holdsAddress(name)) this.sink.note("the name seems to hold an address: kept as filed", place);
    if (cell("addresses") !== "") this.sink.notTaken.add('of "addresses" all but the country');
    const ids = readIds(cell("ids"));
    if (ids.hasMore) this.sink.notTaken.add('"ids" other than USCC, LEI, ISIN and a website');
    const identifiers = ids.identifiers.filter((each) => !this.#identified.has(each));
    if (identifiers.length < ids.identifiers.length)
      this.sink.note("has the identifier of an earlier record, which keeps it", place);
    for (const each of identifiers) this.#identified.add(detachedText(each));
    const id = `${ENTITY_KINDS[kind].prefix}:${this.sink.slug}-${key}`;
    this.sink.entity({
      ...{ id, kind, name, country: countries.length === 1 ? (countries[0] ?? "") : "" },
      aliases: [...new Set(names.slice(1))]
        .filter((alias) => alias !== name)
        .map((alias) => alias.replaceAll(";", ","))
        .join(";"),
      identifiers: identifiers.join(";"),
      website: ids.website,
      summary: summaryOf(cell, row, countries),
    });
    return id;
  }
}

/** What an entry on a list is about. */
const TOPIC_OF: Readonly<Partial<Record<ListClass, RiskTopic>>> = {
  sanctions: "sanctions",
  export_control: "export_controls",
};

/** A record that could be read. */
interface ListedRecord extends ListedOn {
  readonly cell: Cells;
  /** What its ids are made of. */
  readonly key: string;
  readonly name: string;
  /** Its name and its aliases. */
  readonly names: readonly string[];
  /** Other parties that it names with its own, as filed. */
  readonly units: readonly string[];
  readonly countries: readonly string[];
  readonly start: string;
  readonly end: string;
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(["", "entity", "individual"]);

function kindOf(type: string, name: string): EntityKind {
  if (type.toLowerCase() === "individual") return "Person";
  return KNOWN_TYPES.has(type.toLowerCase()) && hasLegalForm(name) ? "Company" : "Organization";
}

function sumOf(cells: readonly string[]): string {
  return hash("sha256", cells.join("\u001f")).slice(0, 12);
}

/** The record's number or `_id`; without these its line. */
function locatorOf(cell: Cells, line: number): string {
  if (cell("number") !== "") return `entity_number ${cell("number")}`;
  return cell("id") === "" ? `row ${line}` : `_id ${cell("id")}`;
}

function summaryOf(cell: Cells, row: ListRow, countries: readonly string[]): string {
  const type = cell("type") === "" ? "" : `, as ${cell("type")}`;
  const parts = [
    `Named on the ${row.name}${type}.`,
    cell("title") === "" ? "" : `Title: ${cell("title")}.`,
    countries.length > 1 ? `Addresses in ${countries.join(", ")}.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function noteOf({ cell, name, units }: ListedRecord, isOver: boolean): string {
  const told: readonly (readonly [called: string, text: string])[] = [
    ["Filed as", cell("name") === name ? "" : `"${cell("name")}"`],
    ["Named with it", units.join("; ")],
    ["Programs", cell("programs")],
    ["Federal Register", cell("notice")],
    ["License requirement", cell("requirement")],
    ["License policy", cell("policy")],
    ["Remarks", cell("remarks")],
    ["End date as filed", isOver ? "" : cell("end")],
  ];
  return told
    .filter(([, text]) => text !== "")
    .map(([called, text]) => `${called}: ${text.replace(/\.$/, "")}.`)
    .join(" ");
}
