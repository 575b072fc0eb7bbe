import type { Day } from "../../domain/day.js";
import { type FlagId, OUTCOME_EVENTS } from "../../domain/flag.js";
import { mayBePublishedBy } from "../../domain/source.js";
import { laterDate } from "../../explain/date-words.js";
import { type FlagStanding, type Names, shortName } from "../../explain/names.js";
import type { Projection } from "../../graph/projection.js";
import { isKnownOn } from "../../graph/view.js";
import { claimKnownOn } from "./resident-records.js";

/** What ids stand for, for texts, as known on a day. */
export function graphNames(projection: Projection, knownAt: Day): Names {
  const { entities, flags, sources } = projection;
  const at = (id: string) => {
    const index = entities.indexOf(id);
    return index < 0 ? null : entities.at(index);
  };
  return {
    entity: (id) => {
      const index = entities.indexOf(id);
      return index < 0 ? null : entities.name(index);
    },
    short: (id) => {
      const entity = at(id);
      return entity === null ? null : shortName(entity);
    },
    about: at,
    flag: (id) => flags.get(id)?.flag ?? null,
    decision: (id) => {
      const claim = claimKnownOn(projection, id, knownAt);
      return claim?.record === "decision" ? claim : null;
    },
    source: (id) => {
      const source = sources.get(id);
      return source && mayBePublishedBy(source, knownAt) ? source : null;
    },
    knownOn: knownAt,
    concerned: (id) => concerned(projection, id, knownAt),
    standing: (id) => standing(projection, id, knownAt),
  };
}

/** Whom a flag concerns as respondent or listed, as known on a day: those first of whom most is claimed, then by id. */
function concerned({ entities, relations, flags, subjectsOf }: Projection, id: FlagId, knownAt: Day) {
  const rows = flags.get(id)?.subjects ?? [];
  const named = rows.filter(({ role }) => role === "respondent" || role === "listed");
  const claimsOf = (entity: number) =>
    [relations.outgoing, relations.incoming].reduce((sum, list) => sum + list.degree(entity), 0) +
    (subjectsOf.get(entity)?.length ?? 0);
  const ids = new Set(named.filter((row) => isKnownOn(row, knownAt)).map(({ entity }) => entity));
  const counted = [...ids].map((entity) => ({ entity, claims: claimsOf(entities.indexOf(entity)) }));
  return counted
    .sort((a, b) => b.claims - a.claims || (a.entity < b.entity ? -1 : 1))
    .map(({ entity }) => entity);
}

/** How a flag came out, as known on a day, and the last date of a source that tells of it. */
function standing({ flags, sources }: Projection, id: FlagId, knownAt: Day): FlagStanding {
  const record = flags.get(id);
  const events = (record?.events ?? []).filter(
    (event) => isKnownOn(event, knownAt) && event.status !== "denied",
  );
  const outcomes = events.filter(({ event }) => OUTCOME_EVENTS.includes(event));
  const outcome = outcomes.sort((a, b) => a.clock.startLatest - b.clock.startLatest).at(-1) ?? null;
  const told = [...events, ...(record?.subjects ?? []), ...(record?.responses ?? [])];
  const lastSaid = told
    .flatMap((claim) => claim.sources.flatMap((source) => sources.get(source) ?? []))
    .filter((source) => mayBePublishedBy(source, knownAt))
    .reduce<string | null>((last, { published }) => laterDate(last, published), null);
  return { outcome, lastSaid };
}
