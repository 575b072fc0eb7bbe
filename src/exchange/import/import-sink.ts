import type { TableName } from "../../dossier/read/columns.js";
import { foreignCharacter } from "../../dossier/read/read-text.js";
import type { DossierRow, DossierWriter } from "./dossier-writer.js";
import { Meetings } from "./import-report.js";

/** Which records of a file are wanted. */
export interface Narrowing {
  /** Records of that day or later, and those without a day: `YYYY-MM-DD`. */
  readonly since?: string;
  /** Records about these countries, ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[];
  /** Records in which a name holds one of these texts, in capital or small letters. */
  readonly only?: readonly string[];
}

/** What of a record narrowing looks at. */
export interface RecordMarks {
  readonly date: string;
  readonly countries: readonly (string | null)[];
  readonly names: readonly string[];
}

/** Takes what a format reads out of its records. */
export class ImportSink {
  readonly skippedBy = new Meetings();
  readonly notedBy = new Meetings();
  readonly notTaken = new Set<string>();
  readonly kinds: Record<string, number> = {};
  records = 0;
  leftOut = 0;
  readonly #entities = new Set<string>();

  constructor(
    readonly writer: DossierWriter,
    /** What ids of this dossier's entities begin with, so that no other dossier has them. */
    readonly slug: string,
    private readonly narrowing: Narrowing,
  ) {}

  /** Whether a record is wanted; it is counted where it is not. */
  wants({ date, countries, names }: RecordMarks): boolean {
    const { since, countries: wanted, only } = this.narrowing;
    const isWanted =
      (since === undefined || date === "" || date >= since) &&
      (wanted === undefined || countries.some((country) => country !== null && wanted.includes(country))) &&
      (only === undefined || names.some((name) => only.some((text) => holds(name, text))));
    if (!isWanted) this.leftOut += 1;
    return isWanted;
  }

  /** A record that cannot be read. */
  skip(reason: string, place: string): void {
    this.skippedBy.add(reason, place);
  }

  /** A record that is taken, though something about it is worth a look. */
  note(what: string, place: string): void {
    this.notedBy.add(what, place);
  }

  /** An entity, once. */
  entity(row: DossierRow & { readonly id: string; readonly kind: string }): void {
    if (this.#entities.has(row.id)) return;
    this.#entities.add(row.id);
    this.kinds[row.kind] = (this.kinds[row.kind] ?? 0) + 1;
    this.writer.add("entities", row);
  }

  add(table: TableName, row: DossierRow): void {
    this.writer.add(table, row);
  }
}

function holds(name: string, text: string): boolean {
  return name.toLowerCase().includes(text.toLowerCase());
}

/** A cell's text on one line, without blanks around it: a no-break space is a blank. */
export function plainText(cell: string): string {
  return BLANKS.test(cell) ? cell.replace(/[\s\u00a0]+/g, " ").trim() : cell;
}

const BLANKS = /^\s|\s$|\s\s|[^\S ]/;

/** Why a record with such a text is not taken; null where it may be. */
export function foreignText(cells: readonly string[]): string | null {
  for (const cell of cells) {
    const code = PLAIN.test(cell) ? null : foreignCharacter(cell.replace(/[\r\n\t]/g, " "));
    if (code !== null) return `a cell holds the character ${code}, which no text has`;
  }
  return null;
}

const PLAIN = /^[ -~]*$/;
