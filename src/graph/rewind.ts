import { setImmediate } from "node:timers/promises";
import type { FlagSubject } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import type { EntityTable } from "./entity-table.js";
import { type FlagRecord, originOf, type Projection } from "./projection.js";
import { IDENTITY, type RelationTable } from "./relation-table.js";

/** So many rows are compared before others get a turn. */
const ROWS_A_TURN = 20_000;

/**
 * An earlier version of the graph in the numbers of a later one, so that the two can be compared like two views of one
 * graph: the same number is the same relation, and the same object is the same claim. What the later one brought is
 * there, but it is not known yet (a search may count such a relation as explored). Claims are never deleted, so nothing of
 * the earlier one is missing.
 */
export async function rewind(earlier: Projection, later: Projection): Promise<Projection> {
  const numbers = await numbersIn(earlier, later);
  const relations = later.relations.asIn(earlier.relations, numbers);
  const same = sameClaims(later);
  const flags = new Map([...earlier.flags].map(([id, record]) => [id, sameRecord(record, same)]));
  return {
    version: earlier.version,
    changedAt: earlier.changedAt,
    entities: later.entities,
    relations,
    decidedIdentities: decidedIn(relations),
    dossiers: earlier.dossiers,
    sources: earlier.sources,
    flags,
    subjectsOf: subjectsIn(later.entities, earlier, same),
    decisions: earlier.decisions.map(same),
    policies: earlier.policies.map(same),
    responses: earlier.responses.map(same),
  };
}

/** For each relation of the later version its number in the earlier one; -1 where that had it not. */
async function numbersIn(earlier: Projection, later: Projection): Promise<Int32Array> {
  const origin = originOf(later);
  if (origin?.earlier === earlier) {
    return origin.numbers.back().map((number) => Math.max(-1, number));
  }
  const numbers = new Int32Array(later.relations.count).fill(-1);
  let compared = 0;
  for (let entity = 0; entity < later.entities.count; entity += 1) {
    const rows = [...later.relations.outgoing.of(entity)];
    if (rows.length === 0) continue;
    const before = earlier.entities.indexOf(later.entities.id(entity));
    if (before < 0) continue;
    pairRows(earlier.relations, [...earlier.relations.outgoing.of(before)], later.relations, rows, numbers);
    compared += rows.length;
    if (compared < ROWS_A_TURN) continue;
    compared = 0;
    await setImmediate();
  }
  return numbers;
}

/** Pairs rows of one entity: a claim's revisions stand in their order in both versions, and later ones come last. */
function pairRows(
  earlier: RelationTable,
  before: readonly number[],
  later: RelationTable,
  after: readonly number[],
  numbers: Int32Array,
): void {
  let at = 0;
  for (const relation of after) {
    const candidate = before[at];
    if (candidate === undefined || earlier.id(candidate) !== later.id(relation)) continue;
    numbers[relation] = candidate;
    at += 1;
  }
}

function decidedIn(relations: RelationTable): readonly number[] {
  const found: number[] = [];
  for (let relation = 0; relation < relations.count; relation += 1) {
    if (relations.kind[relation] === IDENTITY && relations.isDecided(relation)) found.push(relation);
  }
  return found;
}

type Same = <Item extends Claim>(claim: Item) => Item;

/** Gives the later version's object for a claim that reads the same there, else the claim itself. */
function sameClaims(later: Projection): Same {
  const known = new Map<string, Claim>();
  const add = (claim: Claim) => known.set(keyOf(claim), claim);
  for (const { subjects, events } of later.flags.values())
    for (const claim of [...subjects, ...events]) add(claim);
  for (const claim of [...later.decisions, ...later.policies, ...later.responses]) add(claim);
  return <Item extends Claim>(claim: Item): Item => {
    const there = known.get(keyOf(claim));
    return there !== undefined && JSON.stringify(there) === JSON.stringify(claim) ? (there as Item) : claim;
  };
}

function keyOf({ id, revision }: Claim): string {
  return `${id}#${revision}`;
}

function sameRecord({ flag, subjects, events, responses }: FlagRecord, same: Same): FlagRecord {
  return {
    flag,
    subjects: subjects.map(same),
    events: events.map(same),
    responses: responses.map(same),
  };
}

function subjectsIn(
  entities: EntityTable,
  earlier: Projection,
  same: Same,
): ReadonlyMap<number, readonly FlagSubject[]> {
  const found = new Map<number, readonly FlagSubject[]>();
  for (const [entity, subjects] of earlier.subjectsOf) {
    const number = entities.indexOf(earlier.entities.id(entity));
    if (number >= 0) found.set(number, subjects.map(same));
  }
  return found;
}
