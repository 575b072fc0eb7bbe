import { DAWN, NEVER } from "../domain/day.js";
import {
  ENTITY_KIND_NAMES,
  type Entity,
  type EntityId,
  type EntityKind,
  type Identifier,
} from "../domain/entity.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { LastFound } from "./last-found.js";
import { Renumbering } from "./renumbering.js";
import { type Splice, splicedColumn } from "./splice.js";
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

/** What the table keeps of each entity, entities in the order of their ids. */
interface EntityColumns {
  /** Index into ENTITY_KIND_NAMES. */
  readonly kind: Uint8Array;
  readonly foundedEarliest: Int32Array;
  readonly foundedLatest: Int32Array;
  readonly dissolvedEarliest: Int32Array;
  readonly dissolvedLatest: Int32Array;
  readonly ids: StringTable;
  readonly names: StringTable;
  /** country, aliases, identifiers and dossiers of one entity in one text. */
  readonly details: StringTable;
}

/** The table of a later version. */
export interface RefreshedEntities {
  readonly entities: EntityTable;
  readonly numbers: Renumbering;
  /** Ids of entities that were there and began or ended on other days before. */
  readonly moved: readonly EntityId[];
}

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
  private readonly details: StringTable;
  readonly #lastFound = new LastFound<number>();
  readonly #find = (id: EntityId) => {
    const index = this.ids.find(id);
    return index < 0 ? null : index;
  };

  private constructor(columns: EntityColumns) {
    this.count = columns.ids.length;
    this.kind = columns.kind;
    this.foundedEarliest = columns.foundedEarliest;
    this.foundedLatest = columns.foundedLatest;
    this.dissolvedEarliest = columns.dissolvedEarliest;
    this.dissolvedLatest = columns.dissolvedLatest;
    this.ids = columns.ids;
    this.names = columns.names;
    this.details = columns.details;
  }

  static of(entities: readonly Entity[]): EntityTable {
    const sorted = [...entities].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    return new EntityTable({
      ...daysOf(sorted),
      kind: Uint8Array.from(sorted, kindNumber),
      ids: pack(sorted, (entity) => entity.id),
      names: pack(sorted, (entity) => entity.name),
      details: pack(sorted, printDetails),
    });
  }

  /** The table with entities put into it, in the place of those with their ids, and others gone. What does not change is shared. */
  refreshed(put: readonly Entity[], gone: readonly EntityId[]): RefreshedEntities {
    const leaving = new Set(gone);
    const coming = new Map(put.filter(({ id }) => !leaving.has(id)).map((entity) => [entity.id, entity]));
    const ids = [...new Set([...coming.keys(), ...leaving])].sort();
    const splices: Splice[] = [];
    const entities: Entity[] = [];
    const moved: EntityId[] = [];
    for (const id of ids) {
      const entity = coming.get(id);
      const known = this.indexOf(id);
      if (known < 0 && !entity) continue;
      const at = known < 0 ? this.ids.placeOf(id) : known;
      splices.push({ at, goes: known < 0 ? 0 : 1, comes: entity ? 1 : 0 });
      if (!entity) continue;
      entities.push(entity);
      if (known >= 0 && this.hasOtherDays(known, entity)) moved.push(id);
    }
    const days = daysOf(entities);
    const columns: EntityColumns = {
      kind: splicedColumn(this.kind, splices, Uint8Array.from(entities, kindNumber)),
      foundedEarliest: splicedColumn(this.foundedEarliest, splices, days.foundedEarliest),
      foundedLatest: splicedColumn(this.foundedLatest, splices, days.foundedLatest),
      dissolvedEarliest: splicedColumn(this.dissolvedEarliest, splices, days.dissolvedEarliest),
      dissolvedLatest: splicedColumn(this.dissolvedLatest, splices, days.dissolvedLatest),
      ids: this.ids.spliced(
        splices,
        entities.map(({ id }) => id),
      ),
      names: this.names.spliced(
        splices,
        entities.map(({ name }) => name),
      ),
      details: this.details.spliced(splices, entities.map(printDetails)),
    };
    const isSame = (Object.keys(columns) as (keyof EntityColumns)[]).every(
      (name) => columns[name] === this[name],
    );
    const table = isSame ? this : new EntityTable(columns);
    return { entities: table, numbers: new Renumbering(this.count, splices), moved };
  }

  private hasOtherDays(index: number, entity: Entity): boolean {
    const days = daysOf([entity]);
    return (Object.keys(days) as (keyof typeof days)[]).some((name) => days[name][0] !== this[name][index]);
  }

  /** The index of an id, or -1. */
  indexOf(id: EntityId): number {
    return this.#lastFound.find(id, this.#find) ?? -1;
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

type EntityDays = Pick<
  EntityColumns,
  "foundedEarliest" | "foundedLatest" | "dissolvedEarliest" | "dissolvedLatest"
>;

function daysOf(entities: readonly Entity[]): EntityDays {
  const founded = entities.map(({ founded: date }) => (date === null ? null : parseUncertainDate(date)));
  const dissolved = entities.map(({ dissolved: date }) => (date === null ? null : parseUncertainDate(date)));
  return {
    foundedEarliest: Int32Array.from(founded, (date) => date?.earliest ?? DAWN),
    foundedLatest: Int32Array.from(founded, (date) => date?.latest ?? DAWN),
    dissolvedEarliest: Int32Array.from(dissolved, (date) => date?.earliest ?? NEVER),
    dissolvedLatest: Int32Array.from(dissolved, (date) => date?.latest ?? NEVER),
  };
}

function kindNumber({ kind }: Entity): number {
  return ENTITY_KIND_NAMES.indexOf(kind);
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
