import type { Claim, ClaimRecordKind, Noun } from "../../domain/record.js";
import { RELATION_KIND_NAMES, RELATION_KINDS, type RelationKind } from "../../domain/relation-kinds.js";
import { type Columns, type Neo4jCell, neo4jRow, type RowCodec, snakeCase } from "../columns.js";
import type { StoredClaim } from "../graph-store.js";
import {
  CLAIM,
  CLAIM_RECORDS,
  CLAIMS,
  NOUN_RECORDS,
  NOUNS,
  type StoredNoun,
  type StoredRecord,
  VERSIONS,
} from "../records.js";
import type { Cell, Cells } from "./connection.js";

/** The relationship types of all relations, as a pattern names them: `OWNS|CONTROLS|…`. */
export const RELATION_TYPES = RELATION_KIND_NAMES.map((kind) => RELATION_KINDS[kind].verb).join("|");

/**
 * How one kind of record lies in Neo4j, as a node or as a relationship. Everything follows from its columns (../records.ts).
 * A record travels as a row of cells: most are properties; the labels of a node, the type of a relationship and the ids of
 * the nodes that it joins are cells too.
 */
export interface RecordMapping<T> {
  encode(value: T): Cells;
  decode(row: Cells): T;
  /** `{id: row[2], revision: toInteger(row[3])}`: the properties from the row that carries the cells, but for some fields'. */
  written(without?: readonly string[]): string;
  /** `row[2]`: the cell of a field in such a row. */
  cell(field: string): string;
  /** Where that cell stands. */
  indexOf(field: string): number;
  /**
   * `WITH a.id AS from, r {.id, .revision} AS p`: what is read of a node `n` or a relationship `r` from `a` to `b`. All
   * properties in one pass cost half of naming them one by one.
   */
  readonly with: string;
  /** `[from, p.id, p.revision]`: the cells of a row, out of that. */
  readonly row: string;
}

export interface NounMapping extends RecordMapping<Noun["value"]> {
  readonly label: string;
  readonly key: "slug" | "id";
}

export interface ClaimMapping extends RecordMapping<StoredClaim> {
  /** The fields that name an entity or a flag, which must be there when the claim is written. */
  readonly references: readonly string[];
}

const NOUN_LABELS: Readonly<Record<Noun["record"], string>> = {
  dossier: "Dossier",
  source: "Source",
  flag: "Flag",
  entity: "Entity",
};

/** Where a cell that is no property is read from. */
const PLACES: Readonly<Record<NonNullable<Neo4jCell["place"]>, string>> = {
  labels: "labels(n)",
  type: "type(r)",
  start: "a.id",
  end: "b.id",
};

/** A property that only a claim which an editor took away has. */
const BY_EDITOR: Columns<Pick<StoredClaim, "byEditor">> = {
  byEditor: {
    sqlite: { cells: [], write: () => {}, read: () => undefined },
    neo4j: {
      cells: [{ name: "retractedByEditor" }],
      write: (value, row) => void row.push(value ?? null),
      read: (row, at) => (row[at] === true ? true : undefined),
    },
  },
};

export const NOUN_MAPPINGS = Object.fromEntries(
  NOUN_RECORDS.map((record) => [record, nounMapping(record, NOUNS[record] as StoredNoun<Noun["value"]>)]),
) as Readonly<Record<Noun["record"], NounMapping>>;

export const CLAIM_MAPPINGS = Object.fromEntries(
  CLAIM_RECORDS.map((record) => [record, claimMapping(record, CLAIMS[record] as StoredRecord<Claim>)]),
) as Readonly<Record<ClaimRecordKind, ClaimMapping>>;

export function nounMapping(
  record: Noun["record"],
  { key, columns }: StoredNoun<Noun["value"]>,
): NounMapping {
  const row = neo4jRow(columns);
  return {
    ...texts(row.cells, "n"),
    label: NOUN_LABELS[record],
    key,
    encode: (value) => written(row, value),
    decode: (cells) => row.read(cells, {}),
  };
}

function claimMapping(record: ClaimRecordKind, { columns }: StoredRecord<Claim>): ClaimMapping {
  const row = neo4jRow(columns);
  const versions = neo4jRow<Omit<StoredClaim, "claim">>({ ...VERSIONS, ...BY_EDITOR });
  const isRelationship = row.cells.some(({ place }) => place === "start");
  return {
    ...texts([...row.cells, ...versions.cells], isRelationship ? "r" : "n"),
    references: row.cells.flatMap(({ field }) => {
      const to = columns[field as keyof typeof columns].references;
      return to === undefined || to === "dossiers" ? [] : [field];
    }),
    encode: (stored) => [...written(row, stored.claim), ...written(versions, stored)],
    decode(cells) {
      const claim = row.read(cells, { record });
      const { since, until, byEditor } = versions.read(cells, {}, row.cells.length);
      return byEditor === undefined ? { claim, since, until } : { claim, since, until, byEditor };
    },
  };
}

function written<R>(codec: RowCodec<R, Cell, Neo4jCell>, value: R): Cell[] {
  const row: Cell[] = [];
  codec.write(value, row);
  return row;
}

function texts(cells: readonly (Neo4jCell & { readonly field: string })[], variable: "n" | "r") {
  const properties = cells.filter(({ place }) => place === undefined);
  const places = cells.flatMap(({ name, place }) =>
    place === undefined ? [] : [`${PLACES[place]} AS ${name}, `],
  );
  const indexOf = (field: string) => cells.findIndex((cell) => cell.field === field);
  return {
    indexOf,
    cell: (field: string) => `row[${indexOf(field)}]`,
    written(without: readonly string[] = []) {
      const pairs = cells.flatMap(({ name, field, place, integer }, index) => {
        if (place !== undefined || without.includes(field)) return [];
        return [`${name}: ${integer ? `toInteger(row[${index}])` : `row[${index}]`}`];
      });
      return `{${pairs.join(", ")}}`;
    },
    with: `WITH ${places.join("")}${variable} {${properties.map(({ name }) => `.${name}`).join(", ")}} AS p`,
    row: `[${cells.map(({ name, place }) => (place === undefined ? `p.${name}` : name)).join(", ")}]`,
  };
}

/** The fields that every kind of relation has. */
const OF_ALL_KINDS: readonly string[] = ["kind", "from", "to", ...Object.keys(CLAIM)];

/** The fields that relations of a kind never have. */
export function neverOf(kind: RelationKind): readonly string[] {
  const cells: readonly string[] = RELATION_KINDS[kind].fields;
  return Object.keys(CLAIMS.relation.columns).filter(
    (field) => !OF_ALL_KINDS.includes(field) && !cells.includes(snakeCase(field)),
  );
}
