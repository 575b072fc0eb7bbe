import { DAWN, NEVER } from "../domain/day.js";
import {
  ENTITY_KIND_NAMES,
  type Entity,
  type EntityId,
  type EntityKind,
  type Identifier,
} from "../domain/entity.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { type StringTable, StringTableBuilder } from "./string-table.js";

/** What of an entity is resident; the rest (region, dates as text, website, summary) stays in the store. */
export interface ResidentEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly identifiers: readonly Identifier[];
  readonly dossiers: readonly string[];
}

const SEPARATOR = "\u001f";

/** Entities in the order of their ids, so that comparing two indices compares two ids. */
export class EntityTable {
  readonly count: number;
  /** Index into ENTITY_KIND_NAMES. */
  readonly kind: Uint8Array;
  /** The days of `founded` (DAWN where unknown) and of `dissolved` (NEVER where not). */
  readonly foundedEarliest: Int32Array;
  readonly foundedLatest: Int32Array;
  readonly dissolvedEarliest: Int32Array;
  readonly dissolvedLatest: Int32Array;
  private readonly byKind = new Map<EntityKind, readonly number[]>();
  private readonly ids: StringTable;
  private readonly names: StringTable;
  /** country, aliases, identifiers and dossiers of one entity in one text. */
  private readonly details: StringTable;

  constructor(entities: readonly Entity[]) {
    const sorted = [...entities].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    this.count = sorted.length;
    this.kind = Uint8Array.from(sorted, (entity) => ENTITY_KIND_NAMES.indexOf(entity.kind));
    const founded = sorted.map((entity) =>
      entity.founded === null ? null : parseUncertainDate(entity.founded),
    );
    const dissolved = sorted.map((entity) =>
      entity.dissolved === null ? null : parseUncertainDate(entity.dissolved),
    );
    this.foundedEarliest = Int32Array.from(founded, (date) => date?.earliest ?? DAWN);
    this.foundedLatest = Int32Array.from(founded, (date) => date?.latest ?? DAWN);
    this.dissolvedEarliest = Int32Array.from(dissolved, (date) => date?.earliest ?? NEVER);
    this.dissolvedLatest = Int32Array.from(dissolved, (date) => date?.latest ?? NEVER);
    this.ids = pack(sorted, (entity) => entity.id);
    this.names = pack(sorted, (entity) => entity.name);
    this.details = pack(sorted, printDetails);
  }

  /** The index of an id, or -1. */
  indexOf(id: EntityId): number {
    return this.ids.find(id);
  }

  id(index: number): EntityId {
    return this.ids.at(index);
  }

  name(index: number): string {
    return this.names.at(index);
  }

  kindOf(index: number): EntityKind {
    return ENTITY_KIND_NAMES[this.kind[index] ?? 0] as EntityKind;
  }

  /** The entities of a kind, in order; worked out once. */
  ofKind(kind: EntityKind): readonly number[] {
    const known = this.byKind.get(kind);
    if (known) return known;
    const number = ENTITY_KIND_NAMES.indexOf(kind);
    const found: number[] = [];
    for (let entity = 0; entity < this.count; entity += 1)
      if (this.kind[entity] === number) found.push(entity);
    this.byKind.set(kind, found);
    return found;
  }

  /** Everything resident of one entity. */
  at(index: number): ResidentEntity {
    const [country = "", aliases = "", identifiers = "", dossiers = ""] = this.details
      .at(index)
      .split(SEPARATOR);
    return {
      id: this.id(index),
      kind: this.kindOf(index),
      name: this.name(index),
      country: country === "" ? null : country,
      aliases: list(aliases),
      identifiers: list(identifiers).map(parseIdentifier),
      dossiers: list(dossiers),
    };
  }

  /** Resident size in bytes. */
  get byteLength(): number {
    return this.ids.byteLength + this.names.byteLength + this.details.byteLength + this.count * 17;
  }
}

function pack(entities: readonly Entity[], text: (entity: Entity) => string): StringTable {
  const builder = new StringTableBuilder(entities.length);
  for (const entity of entities) builder.add(text(entity));
  return builder.build();
}

function printDetails(entity: Entity): string {
  const identifiers = entity.identifiers.map((identifier) => `${identifier.scheme}=${identifier.value}`);
  return [
    entity.country ?? "",
    entity.aliases.join("\n"),
    identifiers.join("\n"),
    entity.dossiers.join("\n"),
  ].join(SEPARATOR);
}

function list(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function parseIdentifier(text: string): Identifier {
  const equals = text.indexOf("=");
  return { scheme: text.slice(0, equals), value: text.slice(equals + 1) };
}
