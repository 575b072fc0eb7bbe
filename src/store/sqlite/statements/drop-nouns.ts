import type { Noun } from "../../../domain/record.js";
import type { NounKey } from "../../graph-store.js";
import type { Connection } from "../connection.js";

/**
 * Which of these nouns does a kept claim speak of, or cite? Each kind's own text. Parameter: the keys as a JSON
 * list. Claims are kept when they are retracted, so that what they speak of must be kept too.
 */
const STILL_NAMED: Readonly<Record<Noun["record"], string>> = {
  dossier: `with dropped as (select value as slug, 'claim:' || value || '/' as first, 'claim:' || value || '0' as after
      from json_each(?))
    select slug as id from dropped where exists (select 1 from relations where id >= first and id < after)
      or exists (select 1 from subjects where id >= first and id < after)
      or exists (select 1 from events where id >= first and id < after)
      or exists (select 1 from responses where id >= first and id < after)
      or exists (select 1 from decisions where id >= first and id < after)
      or exists (select 1 from policies where id >= first and id < after)`,
  source: `with dropped as materialized (select value as id from json_each(?))
    select each.value as id from relations, json_each(sources) as each where each.value in (select id from dropped)
    union select each.value from subjects, json_each(sources) as each where each.value in (select id from dropped)
    union select each.value from events, json_each(sources) as each where each.value in (select id from dropped)
    union select each.value from responses, json_each(sources) as each where each.value in (select id from dropped)
    union select each.value from decisions, json_each(sources) as each where each.value in (select id from dropped)
    union select each.value from policies, json_each(sources) as each where each.value in (select id from dropped)`,
  flag: `with dropped as materialized (select value as id from json_each(?))
    select flag as id from subjects where flag in (select id from dropped)
    union select flag from events where flag in (select id from dropped)
    union select to_id from responses where to_id in (select id from dropped)`,
  entity: `with dropped as materialized (select value as id from json_each(?))
    select from_id as id from relations where from_id in (select id from dropped)
    union select to_id from relations where to_id in (select id from dropped)
    union select entity from subjects where entity in (select id from dropped)
    union select each.value from flags, json_each(authorities) as each where each.value in (select id from dropped)
    union select by_id from responses where by_id in (select id from dropped)
    union select by_id from decisions where by_id in (select id from dropped)
    union select each.value from decisions, json_each(counterparties) as each where each.value in (select id from dropped)
    union select university from policies where university in (select id from dropped)`,
};

/** Keeps a noun for the claims that speak of it, held by no dossier. Parameter: its key. */
const KEEP: Readonly<Record<Noun["record"], string>> = {
  dossier: "update dossiers set held = 0 where slug = ?",
  source: "update sources set held = 0 where id = ?",
  flag: "update flags set dossiers = '[]' where id = ?",
  entity: "update entities set dossiers = '[]' where id = ?",
};

/** Takes a noun away. Parameter: its key. */
const DELETE: Readonly<Record<Noun["record"], string>> = {
  dossier: "delete from dossiers where slug = ?",
  source: "delete from sources where id = ?",
  flag: "delete from flags where id = ?",
  entity: "delete from entities where id = ?",
};

/** Claims first name flags, and flags name entities: in this order a noun goes with the last that named it. */
const ORDER = ["dossier", "source", "flag", "entity"] as const;

/** Drops nouns that no dossier holds any more; those that a kept claim speaks of stay, held by none. */
export function dropNouns(connection: Connection, keys: readonly NounKey[]): void {
  for (const record of ORDER) {
    const ids = keys.filter((key) => key.record === record).map((key) => key.id);
    if (ids.length === 0) continue;
    const kept = new Set(connection.rows(STILL_NAMED[record], [JSON.stringify(ids)]).map((row) => row[0]));
    for (const id of ids) connection.run(kept.has(id) ? KEEP[record] : DELETE[record], [id]);
  }
}
