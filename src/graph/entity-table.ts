import { DAWN, NEVER } from "../domain/day.js";
import {
  ENTITY_KIND_NAMES,
  type Entity,
  type EntityId,
  type EntityKind,
  type Identifier,
} from "../domain/entity.js";
import { parseUncertainDate } from "../domain/uncertain-date.js";
import { LookupCache } from "./lookup-cache.js";
import { Renumbering } from "./renumbering.js";
import { type Splice, splicedColumn } from "./splice.js";
import { numberTexts } from "./string-interner.js";
import { RecentTexts, type StringTable, StringTableBuilder } from "./string-table.js";

/** What of an entity is resident; the rest (region, dates as text, website, summary) stays in the store. */
export interface ResidentEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly short: string | null;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly identifiers: readonly Identifier[];
  readonly dossiers: readonly string[];
}

const SEPARATOR = "\u001f";

/** The days of an entity, or of all. */
type EntityDays<Day> = Readonly<
  Record<"foundedEarliest" | "foundedLatest" | "dissolvedEarliest" | "dissolvedLatest", Day>
>;

/** What the table keeps of each entity, entities in the order of their ids. */
export interface EntityColumns extends EntityDays<Int32Array> {
  /** Index into ENTITY_KIND_NAMES. */
  readonly kind: Uint8Array;
  readonly ids: StringTable;
  readonly names: StringTable;
  /** country, aliases, identifiers, dossiers and short name of one entity in one text. */
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
  readonly #recentIds: RecentTexts;
  readonly #cache = new LookupCache<number>();
  readonly #find = (id: EntityId) => {
    const index = this.ids.find(id);
    return index < 0 ? null : index;
  };

  constructor(columns: EntityColumns) {
    this.count = columns.ids.length;
    this.kind = columns.kind;
    this.foundedEarliest = columns.foundedEarliest;
    this.foundedLatest = columns.foundedLatest;
    this.dissolvedEarliest = columns.dissolvedEarliest;
    this.dissolvedLatest = columns.dissolvedLatest;
    this.ids = columns.ids;
    this.#recentIds = new RecentTexts(columns.ids);
    this.names = columns.names;
    this.details = columns.details;
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
    const days = entities.map(daysOf);
    const splicedDays = (name: keyof EntityDays<number>) =>
      splicedColumn(
        this[name],
        splices,
        Int32Array.from(days, (its) => its[name]),
      );
    const columns: EntityColumns = {
      kind: splicedColumn(this.kind, splices, Uint8Array.from(entities, kindNumber)),
      foundedEarliest: splicedDays("foundedEarliest"),
      foundedLatest: splicedDays("foundedLatest"),
      dissolvedEarliest: splicedDays("dissolvedEarliest"),
      dissolvedLatest: splicedDays("dissolvedLatest"),
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
    const days = daysOf(entity);
    return (Object.keys(days) as (keyof typeof days)[]).some((name) => days[name] !== this[name][index]);
  }

  /** The index of an id, or -1. */
  indexOf(id: EntityId): number {
    return this.#cache.find(id, this.#find) ?? -1;
  }

  /** The same of lists of ids: quick for many, and takes a while to make. */
  numbering(): (ids: readonly EntityId[]) => Int32Array {
    return numberTexts(this.ids);
  }

  id(index: number): EntityId {
    return this.#recentIds.at(index);
  }

  /** Has an id at hand, for who is about to read several. */
  fetchId(index: number): void {
    this.#recentIds.fetch(index);
  }

  name(index: number): string {
    return this.names.at(index);
  }

  /** The short name that an editor chose, else the name. */
  shortName(index: number): string {
    const details = this.details.at(index);
    return details.slice(details.lastIndexOf(SEPARATOR) + 1) || this.name(index);
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
    const [country = "", aliases = "", identifiers = "", dossiers = "", short = ""] = this.details
      .at(index)
      .split(SEPARATOR);
    return {
      id: this.id(index),
      kind: this.kindOf(index),
      name: this.name(index),
      short: short === "" ? null : short,
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

/** The days of `founded` and `dissolved` as the table keeps them. */
export function daysOf({ founded, dissolved }: Entity): EntityDays<number> {
  const first = founded === null ? null : parseUncertainDate(founded);
  const last = dissolved === null ? null : parseUncertainDate(dissolved);
  return {
    foundedEarliest: first?.earliest ?? DAWN,
    foundedLatest: first?.latest ?? DAWN,
    dissolvedEarliest: last?.earliest ?? NEVER,
    dissolvedLatest: last?.latest ?? NEVER,
  };
}

/** The kind as the table keeps it. */
export function kindNumber({ kind }: Entity): number {
  return ENTITY_KIND_NAMES.indexOf(kind);
}

/** What the table keeps of an entity in one text. */
export function printDetails(entity: Entity): string {
  const identifiers = entity.identifiers.map((identifier) => `${identifier.scheme}=${identifier.value}`);
  return [
    entity.country ?? "",
    entity.aliases.join("\n"),
    identifiers.join("\n"),
    entity.dossiers.join("\n"),
    entity.short ?? "",
  ].join(SEPARATOR);
}

function list(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

function parseIdentifier(text: string): Identifier {
  const equals = text.indexOf("=");
  return { scheme: text.slice(0, equals), value: text.slice(equals + 1) };
}

/** Takes entities as they come from a store and makes the table of them; of each it keeps what the table keeps. */
export class EntityTableBuilder {
  private readonly ids = new StringTableBuilder();
  private readonly names = new StringTableBuilder();
  private readonly details = new StringTableBuilder();
  private readonly kind: number[] = [];
  private readonly foundedEarliest: number[] = [];
  private readonly foundedLatest: number[] = [];
  private readonly dissolvedEarliest: number[] = [];
  private readonly dissolvedLatest: number[] = [];
  private lastId = "";
  private isSorted = true;

  add(entity: Entity): void {
    const days = daysOf(entity);
    this.ids.add(entity.id);
    this.names.add(entity.name);
    this.details.add(printDetails(entity));
    this.kind.push(kindNumber(entity));
    this.foundedEarliest.push(days.foundedEarliest);
    this.foundedLatest.push(days.foundedLatest);
    this.dissolvedEarliest.push(days.dissolvedEarliest);
    this.dissolvedLatest.push(days.dissolvedLatest);
    this.isSorted &&= this.lastId <= entity.id;
    this.lastId = entity.id;
  }

  /** The table of what was added, by id whatever the order was. */
  build(): EntityTable {
    const order = this.inOrder();
    const column = (values: readonly number[]) => Int32Array.from(order, (at) => values[at] as number);
    return new EntityTable({
      kind: Uint8Array.from(column(this.kind)),
      foundedEarliest: column(this.foundedEarliest),
      foundedLatest: column(this.foundedLatest),
      dissolvedEarliest: column(this.dissolvedEarliest),
      dissolvedLatest: column(this.dissolvedLatest),
      ids: this.ids.build(order),
      names: this.names.build(order),
      details: this.details.build(order),
    });
  }

  private inOrder(): Int32Array {
    const order = Int32Array.from(this.kind, (_, at) => at);
    if (this.isSorted) return order;
    const table = this.ids.build();
    const ids = Array.from(order, (at) => table.at(at));
    return order.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  }
}
