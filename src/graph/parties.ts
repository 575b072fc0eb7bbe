/**
 * Which entities are one party by decided Identities. `of[e]` is the entity that names e's party; `next` runs round
 * the party's members in a ring (an entity alone points to itself).
 */
export interface Parties {
  readonly of: Int32Array;
  readonly next: Int32Array;
  /** 1 where an entity is not alone: small enough to stay at hand where nearly all are. */
  readonly isJoined: Uint8Array;
}

/** Every entity for itself. */
export function separateParties(entities: number): Parties {
  const each = Int32Array.from({ length: entities }, (_, entity) => entity);
  return { of: each, next: each, isJoined: new Uint8Array(entities) };
}

/** Two entities that are one party: the first leads to the second. */
export type Same = readonly [from: number, to: number];

/** Contracts pairs that are the same onto `base`, which has every entity for itself. */
export function contractParties(base: Parties, pairs: readonly Same[]): Parties {
  if (pairs.length === 0) return base;
  const leadsTo = new Map<number, Set<number>>();
  const neighbours = new Map<number, Set<number>>();
  for (const [from, to] of pairs) {
    if (from === to) continue;
    entry(leadsTo, from).add(to);
    entry(neighbours, from).add(to);
    entry(neighbours, to).add(from);
  }
  const of = base.of.slice();
  const next = base.next.slice();
  const isJoined = base.isJoined.slice();
  const met = new Set<number>();
  for (const entity of neighbours.keys()) {
    if (met.has(entity)) continue;
    const members = [...reachable(neighbours, entity)].sort((a, b) => a - b);
    const name = nameOf(members, leadsTo);
    members.forEach((member, at) => {
      met.add(member);
      of[member] = name;
      isJoined[member] = members.length > 1 ? 1 : 0;
      next[member] = members[(at + 1) % members.length] as number;
    });
  }
  return { of, next, isJoined };
}

/** The entity that the party's Identities lead to; of several (or of a ring) the smallest id. */
function nameOf(members: readonly number[], leadsTo: ReadonlyMap<number, ReadonlySet<number>>): number {
  const ends = members.filter((member) =>
    [...reachable(leadsTo, member)].every((other) => reachable(leadsTo, other).has(member)),
  );
  return ends[0] ?? (members[0] as number);
}

function entry(map: Map<number, Set<number>>, key: number): Set<number> {
  const known = map.get(key) ?? new Set<number>();
  map.set(key, known);
  return known;
}

/** A start and everything that the map leads to from it. */
function reachable(map: ReadonlyMap<number, ReadonlySet<number>>, start: number): Set<number> {
  const found = new Set([start]);
  for (const entity of found) for (const other of map.get(entity) ?? []) found.add(other);
  return found;
}
