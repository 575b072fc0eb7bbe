import {
  ENTITY_KIND_NAMES,
  ENTITY_KINDS,
  type Entity,
  IDENTIFIER_SCHEMES,
  type Identifier,
} from "../../domain/entity.js";
import { FLAG_KINDS, type Flag, type FlagKind, PROBE_TYPES, RISK_TOPICS } from "../../domain/flag.js";
import { LISTS } from "../../domain/lists.js";
import { suggestion } from "../../domain/nearest.js";
import type { Source } from "../../domain/source.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import { country, date, day, list, listOf, required, requiredOneOf, text } from "./cells.js";
import { sourceId } from "./citations.js";
import { globalId, localId } from "./ids.js";
import type { Row } from "./row.js";

const GRADE = /^[A-F][1-6]$/;
const ADDRESS = /^https?:\/\/\S+$/;

/** Reads a row of sources.csv. Null without an id. */
export function sourceRow(row: Row, slug: string): Source | null {
  const id = localId(row);
  const grade = text(row, "grade");
  if (grade !== null && !GRADE.test(grade)) {
    row.error(
      "code",
      `grade: "${grade}" is not an Admiralty code: write a letter A to F and a digit 1 to 6, e.g. B2`,
    );
  }
  const source = {
    dossier: slug,
    publisher: required(row, "publisher"),
    copyOf: text(row, "copy_of"),
    title: required(row, "title"),
    url: address(row, "url"),
    archivedUrl: address(row, "archived_url"),
    published: date(row, "published"),
    retrieved: day(row, "retrieved"),
    grade,
  };
  return id === null ? null : { id: sourceId(slug, id), ...source };
}

function address(row: Row, column: string): string | null {
  const cell = text(row, column);
  if (cell !== null && !ADDRESS.test(cell)) {
    row.error("code", `${column}: "${cell}" is not an address: write it with https:// or http://`);
  }
  return cell;
}

/** Reads a row of entities.csv; `share` gives the one text for its id. Null without an id or a kind. */
export function entityRow(row: Row, slug: string, share: (id: string) => string): Entity | null {
  const kind = requiredOneOf(row, "kind", ENTITY_KIND_NAMES);
  const id = globalId(row, kind === null ? null : ENTITY_KINDS[kind].prefix);
  const founded = date(row, "founded");
  const dissolved = date(row, "dissolved");
  if (founded && dissolved && parseUncertainDate(founded).earliest > parseUncertainDate(dissolved).latest) {
    row.error(
      "order",
      `dissolved: "${dissolved}" is before founded "${founded}": turn them round or correct one`,
    );
  }
  const entity = {
    name: required(row, "name"),
    short: text(row, "short"),
    aliases: list(row, "aliases"),
    country: country(row, "country"),
    region: text(row, "region"),
    founded,
    dissolved,
    identifiers: identifiers(row),
    website: address(row, "website"),
    summary: text(row, "summary"),
    dossiers: [slug],
  };
  return id === null || kind === null ? null : { id: share(id), kind, ...entity };
}

const NONE: readonly Identifier[] = [];

function identifiers(row: Row): readonly Identifier[] {
  if (row.cell("identifiers") === "") return NONE;
  return list(row, "identifiers").flatMap((item) => {
    const at = item.indexOf("=");
    const scheme = item.slice(0, Math.max(0, at));
    const value = item.slice(at + 1);
    if (at < 0 || value === "" || value !== value.trim()) {
      row.error(
        "code",
        `identifiers: "${item}" is not an identifier: write scheme=value, e.g. lei=549300EXAMPLE00000000`,
      );
      return [];
    }
    if (scheme in IDENTIFIER_SCHEMES) return [{ scheme, value }];
    const schemes = Object.keys(IDENTIFIER_SCHEMES);
    const near = suggestion(scheme, schemes);
    row.error(
      "code",
      `identifiers: "${scheme}" is no known scheme${near === "" ? `: write one of ${schemes.join(", ")}` : near}`,
    );
    return [];
  });
}

const FLAG_KIND_NAMES = Object.keys(FLAG_KINDS) as readonly FlagKind[];
const LIST_NAMES = Object.keys(LISTS);
/** Cells that only one kind of flag has. */
const OWN_CELLS = { Probe: ["type", "docket"], Listing: ["list", "reference"] } as const;

/** Reads a row of flags.csv. Null without an id or a kind. */
export function flagRow(row: Row, slug: string): Flag | null {
  const kind = requiredOneOf(row, "kind", FLAG_KIND_NAMES);
  const id = globalId(row, kind === null ? null : FLAG_KINDS[kind].prefix);
  for (const column of kind === null ? [] : OWN_CELLS[kind === "Probe" ? "Listing" : "Probe"]) {
    if (row.cell(column) !== "")
      row.error("foreignCell", `${column}: does not belong to a ${kind}: leave it empty`);
  }
  const type = kind === "Probe" ? requiredOneOf(row, "type", PROBE_TYPES) : null;
  const onList = kind === "Listing" ? requiredOneOf(row, "list", LIST_NAMES) : null;
  const flag = {
    title: required(row, "title"),
    type,
    list: onList,
    authorities: list(row, "authority"),
    docket: text(row, "docket"),
    reference: text(row, "reference"),
    country: country(row, "country"),
    topics: listOf(row, "topics", RISK_TOPICS),
    note: text(row, "note"),
    dossiers: [slug],
  };
  return id === null || kind === null ? null : { id, kind, ...flag };
}
