import type { Relation } from "../domain/relation.js";
import { Adjacency } from "./adjacency.js";
import type { EntityTable } from "./entity-table.js";
import { FUNDING, lowerEnd, type RelationArrays, RelationTable, upperEnd } from "./relation-table.js";
import { RelationTableBuilder, relationColumns } from "./relation-table-builder.js";
import { Renumbering } from "./renumbering.js";
import { type Column, type Splice, splicedColumn } from "./splice.js";
import { internedAfter } from "./string-interner.js";

export interface ChangedRelations {
  /** The table of entities of the later version, and how its numbers come from those of the earlier one. */
  readonly entities: EntityTable;
  readonly numbers: Renumbering;
  /** All revisions of every claim of which one is new or has other days, by (id, revision). */
  readonly relations: readonly Relation[];
}

export interface RefreshedRelations {
  readonly relations: RelationTable;
  readonly numbers: Renumbering;
  /** The numbers of the relations that were not there before, in order. */
  readonly fresh: readonly number[];
}

/** Gives others a turn: what is copied at a time is a column. */
export type Turn = () => Promise<void>;

/** So many rows are made before others get a turn. */
const AT_A_TIME = 500;

/**
 * The table of a later version. Columns are copied with what changed spliced in, and shared where nothing of them changed.
 * Null: it cannot be told from what changed (an entity is not there or gone, or a revision joins others than it did: edits by
 * other tools), build it anew.
 */
export async function refreshedRelations(
  earlier: RelationTable,
  changed: ChangedRelations,
  turn: Turn,
): Promise<RefreshedRelations | null> {
  const { entities, numbers } = changed;
  const builder = new RelationTableBuilder(entities, (ids) => ids.map((id) => entities.indexOf(id)));
  for (let first = 0; first < changed.relations.length; first += AT_A_TIME) {
    builder.add(relationColumns(changed.relations.slice(first, first + AT_A_TIME)));
    await turn();
  }
  const coming = builder.columns();
  if (coming.leftOut > 0 || earlier.arrays.leftOut > 0) return null;
  const splices = splicesOf(earlier, coming, changed);
  if (splices === null) return null;
  await turn();
  const relations = new Renumbering(earlier.count, splices);
  const arrays = await splicedArrays(earlier.arrays, { coming, splices, entities: numbers }, turn);
  if (arrays === null) return null;
  const isSame = relations.isSame && numbers.isSame;
  if (
    isSame &&
    (Object.keys(arrays) as (keyof RelationArrays)[]).every((name) => arrays[name] === earlier.arrays[name])
  )
    return { relations: earlier, numbers: relations, fresh: [] };
  if (isSame) return { relations: new RelationTable(arrays, earlier), numbers: relations, fresh: [] };
  const fresh = freshOf(splices);
  const later = { entities: numbers, relations, fresh };
  const { from, to } = arrays;
  const lower = (relation: number) => lowerEnd(arrays, relation);
  const upper = (relation: number) => upperEnd(arrays, relation);
  const outgoing = refreshedAdjacency(earlier.outgoing, later, (relation) => from[relation] as number);
  const incoming = refreshedAdjacency(earlier.incoming, later, (relation) => to[relation] as number);
  await turn();
  const up = refreshedAdjacency(earlier.up, later, lower, upper);
  await turn();
  const down = refreshedAdjacency(earlier.down, later, upper);
  await turn();
  const table = new RelationTable(arrays, { outgoing, incoming, up, down });
  return { relations: table, numbers: relations, fresh };
}

/**
 * Where the changed claims stand in the earlier table: a claim's revisions are one stretch of the rows of the entity that
 * they start from. Null: a revision that was there is gone.
 */
function splicesOf(
  earlier: RelationTable,
  coming: RelationArrays,
  { numbers }: ChangedRelations,
): readonly Splice[] | null {
  const { offsets } = earlier.outgoing;
  const idOf = (row: number) => `claim:${coming.slugs[coming.dossier[row] as number]}/${coming.rows.at(row)}`;
  const splices: Splice[] = [];
  for (let row = 0; row < coming.count; ) {
    const entity = coming.from[row] as number;
    const id = idOf(row);
    const first = row;
    while (row < coming.count && coming.from[row] === entity && idOf(row) === id) row += 1;
    const before = numbers.isSame ? entity : (numbers.back()[entity] as number);
    const start = offsets[before < 0 ? ~before : before] as number;
    const end = before < 0 ? start : (offsets[before + 1] as number);
    const at = placeOf(earlier, id, start, end);
    let goes = 0;
    while (at + goes < end && earlier.id(at + goes) === id) goes += 1;
    if (goes > row - first) return null;
    splices.push({ at, goes, comes: row - first });
  }
  return splices;
}

/** The first of an entity's rows whose id does not come before this one. */
function placeOf(relations: RelationTable, id: string, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (relations.id(middle) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The numbers of the relations that were not there before, in order. */
function freshOf(splices: readonly Splice[]): readonly number[] {
  const fresh: number[] = [];
  let shift = 0;
  for (const { at, goes, comes } of splices) {
    for (let nth = goes; nth < comes; nth += 1) fresh.push(at + shift + nth);
    shift += comes - goes;
  }
  return fresh;
}

interface Spliced {
  readonly coming: RelationArrays;
  readonly splices: readonly Splice[];
  readonly entities: Renumbering;
}

/** Null: a revision that was there joins other entities now, or is of another kind, or an entity that it joins is gone. */
async function splicedArrays(
  earlier: RelationArrays,
  { coming, splices, entities }: Spliced,
  turn: Turn,
): Promise<RelationArrays | null> {
  const splice = async <C extends Column>(column: C, values: C, width = 1): Promise<C> => {
    const result = splicedColumn(column, splices, values, width);
    if (result !== column) await turn();
    return result;
  };
  const from = await renumbered(earlier.from, entities, turn);
  const to = await renumbered(earlier.to, entities, turn);
  if (from === null || to === null) return null;
  if (!areWhatTheyWere({ from, to, kind: earlier.kind }, coming, splices)) return null;
  const money = splicedAmounts(earlier, coming, splices);
  const slugs = internedAfter(earlier.slugs, coming.slugs);
  const dossier = coming.dossier.map((slug) => slugs.numbers[slug] as number);
  return {
    ...money.columns,
    leftOut: 0,
    from: await splice(from, coming.from),
    to: await splice(to, coming.to),
    kind: await splice(earlier.kind, coming.kind),
    marks: await splice(earlier.marks, coming.marks),
    clocks: await splice(earlier.clocks, coming.clocks, 4),
    recorded: await splice(earlier.recorded, coming.recorded),
    retracted: await splice(earlier.retracted, coming.retracted),
    shareMin: await splice(earlier.shareMin, money.shareMin),
    shareMax: await splice(earlier.shareMax, coming.shareMax),
    dossier: await splice(earlier.dossier, dossier),
    slugs: slugs.texts,
    rows: earlier.rows.spliced(
      splices,
      Array.from({ length: coming.count }, (_, row) => coming.rows.at(row)),
    ),
    count: earlier.count + freshOf(splices).length,
  };
}

/** Null: an entity that a relation joins is gone. */
async function renumbered(column: Int32Array, entities: Renumbering, turn: Turn): Promise<Int32Array | null> {
  if (entities.isSame) return column;
  const result = new Int32Array(column.length);
  entities.move(column, 0, column.length, { into: result, to: 0 });
  await turn();
  return result.includes(-1) ? null : result;
}

function areWhatTheyWere(
  before: Pick<RelationArrays, "from" | "to" | "kind">,
  coming: RelationArrays,
  splices: readonly Splice[],
): boolean {
  let next = 0;
  return splices.every(({ at, goes, comes }) => {
    const first = next;
    next += comes;
    for (let nth = 0; nth < goes; nth += 1)
      for (const column of ["from", "to", "kind"] as const)
        if (before[column][at + nth] !== coming[column][first + nth]) return false;
    return true;
  });
}

/** What a neighbour list needs to know of a later version. */
export interface LaterRelations {
  readonly entities: Renumbering;
  readonly relations: Renumbering;
  /** The numbers of the relations that are new, in order. */
  readonly fresh: readonly number[];
}

/**
 * The neighbour lists of a later version: those of the earlier one in its numbers, each still in the table's order, with
 * the new relations at their places. No relation goes. `entityOf` gives the entity of a new relation, or -1 where it is
 * left out; `endOf` the entity at its other end, where the lists hold it. One pass over numbers; nothing is sorted but
 * what is new.
 */
export function refreshedAdjacency(
  earlier: Adjacency,
  later: LaterRelations,
  entityOf: (relation: number) => number,
  endOf: (relation: number) => number = () => -1,
): Adjacency {
  const { entities, relations } = later;
  const coming = later.fresh
    .filter((relation) => entityOf(relation) >= 0)
    .sort((a, b) => entityOf(a) - entityOf(b) || a - b);
  const was = earlier.offsets.at(-1) as number;
  const offsets = new Int32Array(entities.count + 1);
  const places = earlier.relations && new Int32Array(was + coming.length);
  const ends = earlier.ends && new Int32Array(was + coming.length);
  let entity = 0;
  let from = 0;
  const back = entities.isSame ? null : entities.back();
  const move = (end: number, shift: number) => {
    const to = from + shift;
    if (places) relations.move(earlier.relations as Int32Array, from, end, { into: places, to });
    if (ends) entities.move(earlier.ends as Int32Array, from, end, { into: ends, to });
    from = end;
  };
  coming.forEach((relation, shift) => {
    const own = entityOf(relation);
    moveOffsets(earlier.offsets, back, offsets, { from: entity, end: own + 1, shift });
    entity = own + 1;
    const at = listPlaceOf(earlier, later, own, relation);
    move(at, shift);
    if (places) places[at + shift] = relation;
    if (ends) ends[at + shift] = endOf(relation);
  });
  const shift = coming.length;
  moveOffsets(earlier.offsets, back, offsets, { from: entity, end: entities.count + 1, shift });
  move(was, shift);
  return new Adjacency(offsets, places, ends);
}

/** In the earlier lists, the place before which a new relation of an entity comes. */
function listPlaceOf(
  { offsets, relations: list }: Adjacency,
  { entities, relations }: LaterRelations,
  entity: number,
  relation: number,
): number {
  const before = entities.isSame ? entity : (entities.back()[entity] as number);
  if (before < 0) return offsets[~before] as number;
  let low = offsets[before] as number;
  let high = offsets[before + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list === null ? middle : (list[middle] as number);
    if (relations.forward(other) < relation) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Stretch {
  readonly from: number;
  readonly end: number;
  /** By how much the stretch moves. */
  readonly shift: number;
}

/** Where the lists of a stretch of entities begin now; what is new begins where the next one began. */
function moveOffsets(
  offsets: Int32Array,
  back: Int32Array | null,
  into: Int32Array,
  { from, end, shift }: Stretch,
): void {
  for (let entity = from; entity < end; entity += 1) {
    // Beyond the last entity stands the end of all lists.
    const before =
      back === null ? entity : entity < back.length ? (back[entity] as number) : offsets.length - 1;
    into[entity] = (offsets[before < 0 ? ~before : before] as number) + shift;
  }
}

type Amounts = Pick<RelationArrays, "amountMin" | "amountMax" | "amountCurrency" | "currencies">;

export interface SplicedAmounts {
  readonly columns: Amounts;
  /** `shareMin` of what comes, with the places of its amounts among all. */
  readonly shareMin: Int32Array;
}

/**
 * The amounts of a table with those of what comes: they stand where those of the same revisions stood, and new ones after
 * all others. Where nothing of them changes the columns are the same.
 */
export function splicedAmounts(
  earlier: RelationArrays,
  coming: RelationArrays,
  splices: readonly Splice[],
): SplicedAmounts {
  const { texts: currencies, numbers } = internedAfter(earlier.currencies, coming.currencies);
  const shareMin = coming.shareMin.slice();
  const moves: { readonly from: number; readonly to: number }[] = [];
  let count = earlier.amountMin.length;
  let next = 0;
  for (const { at, goes, comes } of splices)
    for (let nth = 0; nth < comes; nth += 1, next += 1) {
      if (coming.kind[next] !== FUNDING) continue;
      const to = nth < goes ? (earlier.shareMin[at + nth] as number) : count++;
      moves.push({ from: coming.shareMin[next] as number, to });
      shareMin[next] = to;
    }
  const currencyOf = (from: number) => numbers[coming.amountCurrency[from] as number] as number;
  const { amountMin, amountMax, amountCurrency } = earlier;
  const isSame = moves.every(
    ({ from, to }) =>
      Object.is(amountMin[to], coming.amountMin[from]) &&
      Object.is(amountMax[to], coming.amountMax[from]) &&
      amountCurrency[to] === currencyOf(from),
  );
  if (isSame) return { shareMin, columns: { amountMin, amountMax, amountCurrency, currencies } };
  const columns = {
    amountMin: lengthened(amountMin, new Float64Array(count)),
    amountMax: lengthened(amountMax, new Float64Array(count)),
    amountCurrency: lengthened(amountCurrency, new Uint16Array(count)),
    currencies,
  };
  for (const { from, to } of moves) {
    columns.amountMin[to] = coming.amountMin[from] as number;
    columns.amountMax[to] = coming.amountMax[from] as number;
    columns.amountCurrency[to] = currencyOf(from);
  }
  return { shareMin, columns };
}

function lengthened<C extends Float64Array | Uint16Array>(column: C, longer: C): C {
  longer.set(column);
  return longer;
}
