import type { Relation } from "../domain/relation.js";
import type { EntityTable } from "./entity-table.js";
import { lowerEnd, upperEnd } from "./own-ends.js";
import { refreshedAdjacency } from "./refresh-adjacency.js";
import { relationColumns } from "./relation-columns.js";
import { type RelationArrays, RelationTable } from "./relation-table.js";
import { RelationTableBuilder } from "./relation-table-builder.js";
import { Renumbering } from "./renumbering.js";
import { type Column, type Splice, splicedColumn } from "./splice.js";
import { splicedAmounts } from "./splice-amounts.js";
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
