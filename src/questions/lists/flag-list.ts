import { NEVER } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { badInput } from "../../domain/errors.js";
import {
  FLAG_EVENT_KINDS,
  type Flag,
  type FlagEvent,
  type FlagKind,
  type FlagState,
  type FlagSubject,
  OUTCOME_EVENTS,
  type RiskTopic,
  type SubjectRole,
} from "../../domain/flag.js";
import { flagState } from "../../graph/flags/flag-life.js";
import type { FlagRecord, Projection } from "../../graph/projection.js";
import { isKnownOn } from "../../graph/view.js";
import { requireEntities, requireFlags, requireLists } from "../arguments/known-ids.js";
import { foldText } from "../names/name-index.js";
import { compareKeys, type List, type ListOrder, listed, type SortKey } from "../pagination.js";
import { requireSome } from "../require.js";
import { dateKey, dateOrder } from "./date-order.js";
import type { ListScope } from "./list-scope.js";

/** Which flags; absent fields select all. */
export interface FlagFilter {
  readonly ids?: readonly string[] | null | undefined;
  readonly kinds?: readonly FlagKind[] | null | undefined;
  /** Every word stands in the title, the docket or the reference, as a word or its beginning. */
  readonly text?: string | null | undefined;
  readonly authorities?: readonly EntityId[] | null | undefined;
  /** Flags that concern one of these entities. */
  readonly subjects?: readonly EntityId[] | null | undefined;
  /** Flags that concern some entity (of `subjects`, if given) in one of these roles. */
  readonly roles?: readonly SubjectRole[] | null | undefined;
  readonly lists?: readonly string[] | null | undefined;
  readonly states?: readonly FlagState[] | null | undefined;
  readonly topics?: readonly RiskTopic[] | null | undefined;
}

/**
 * Flags of some kinds (null: all) in order of date: of their first event, else of their first subject row.
 * @throws BAD_USER_INPUT, WRONG_KIND for what the filter names and the graph has not.
 */
export function listFlags(
  scope: ListScope,
  filter: FlagFilter,
  kinds: readonly FlagKind[] | null,
): List<Flag> {
  const { projection } = scope;
  requireFlags(projection, "filter.ids", filter.ids);
  requireEntities(projection, "filter.authorities", filter.authorities, ["PublicBody"]);
  requireEntities(projection, "filter.subjects", filter.subjects);
  requireLists("filter.lists", filter.lists);
  for (const name of ["kinds", "roles", "states", "topics"] as const)
    requireSome(`filter.${name}`, filter[name]);
  const passes = flagTest(scope, filter);
  const records = [...projection.flags.values()].filter(
    (record) =>
      (kinds === null || kinds.includes(record.flag.kind)) && exists(scope, record) && passes(record),
  );
  return inOrder(scope, records);
}

/** The flags that concern an entity (or its party), in some roles (default: all). */
export function flagsOf(
  scope: ListScope,
  entity: EntityId,
  roles: readonly SubjectRole[] | null,
): List<Flag> {
  requireSome("roles", roles);
  const { projection } = scope;
  const rows = scope
    .membersOf(entity)
    .flatMap((member) => projection.subjectsOf.get(member) ?? [])
    .filter((row) => scope.lists(row) && (roles === null || roles.includes(row.role)));
  const ids = new Set(rows.map((row) => row.flag));
  const records = [...ids].flatMap((id) => projection.flags.get(id) ?? []);
  return inOrder(
    scope,
    records.filter((record) => exists(scope, record)),
  );
}

/** The flags that a public body brought. */
export function flagsBroughtBy(scope: ListScope, authority: EntityId): List<Flag> {
  const records = [...scope.projection.flags.values()];
  return inOrder(
    scope,
    records.filter(({ flag }) => flag.authorities.includes(authority)),
  );
}

/** The subject rows of a flag in order of date, in some roles (default: all). */
export function subjectsOf(
  scope: ListScope,
  flag: string,
  roles: readonly SubjectRole[] | null,
): List<FlagSubject> {
  requireSome("roles", roles);
  const rows = scope.projection.flags.get(flag)?.subjects ?? [];
  return listed(
    rows.filter((row) => scope.lists(row) && (roles === null || roles.includes(row.role))),
    dateOrder<FlagSubject>(),
  );
}

/** The events of a flag that are known, in order of date; those of one day in the order of the model's table. */
export function eventsOf(projection: Projection, flag: string, knownAt: number): readonly FlagEvent[] {
  const events = projection.flags.get(flag)?.events ?? [];
  const order: ListOrder<FlagEvent> = {
    name: "event",
    key: (event) => {
      const [last, first, id] = dateKey(event) as [number, number, string];
      return [last, first, FLAG_EVENT_KINDS.indexOf(event.event), id];
    },
  };
  return listed(
    events.filter((event) => isKnownOn(event, knownAt)),
    order,
  ).items;
}

/** How a flag came out by the day on which states are read: its last establishing or ending event; null: it did not. */
export function outcomeOf(scope: ListScope, flag: string): FlagEvent | null {
  const view = scope.stateView();
  const events = eventsOf(scope.projection, flag, scope.knownAt);
  return events.findLast((event) => OUTCOME_EVENTS.includes(event.event) && view.holds(event)) ?? null;
}

/** The state of a flag as a whole on the day on which states are read; null: it has none yet. */
export function stateOf(scope: ListScope, flag: string): FlagState | null {
  const record = scope.projection.flags.get(flag);
  return record ? flagState(record, null, scope.stateView()) : null;
}

/** A flag of the future, or one of which nothing is known yet, is not listed. */
function exists(scope: ListScope, record: FlagRecord): boolean {
  if (scope.validAt < NEVER) return flagState(record, null, scope.toldView()) !== null;
  return [...record.subjects, ...record.events].some((claim) => isKnownOn(claim, scope.knownAt));
}

function flagTest(scope: ListScope, filter: FlagFilter): (record: FlagRecord) => boolean {
  const { ids, kinds, text, authorities, subjects, roles, lists, states, topics } = filter;
  const words = text == null ? [] : foldText(text).split(" ");
  if (words.includes(""))
    throw badInput("holds no letter or digit", {
      argument: "filter.text",
      value: text ?? undefined,
      remedy: "give a word of a title",
    });
  const stateView = scope.stateView();
  const members = subjects && new Set(subjects.flatMap((id) => scope.membersOf(id)));
  const { entities } = scope.projection;
  return (record) => {
    const { flag } = record;
    if (ids && !ids.includes(flag.id)) return false;
    if (kinds && !kinds.includes(flag.kind)) return false;
    if (authorities && !authorities.some((id) => flag.authorities.includes(id))) return false;
    if (lists && (flag.list === null || !lists.includes(flag.list))) return false;
    if (topics && !topics.some((topic) => flag.topics.includes(topic))) return false;
    if (words.length > 0 && !holdsWords(flag, words)) return false;
    if (members || roles) {
      const concerns = record.subjects.some(
        (row) =>
          scope.lists(row) &&
          (!members || members.has(entities.indexOf(row.entity))) &&
          (!roles || roles.includes(row.role)),
      );
      if (!concerns) return false;
    }
    if (!states) return true;
    const state = flagState(record, null, stateView);
    return state !== null && states.includes(state);
  };
}

function holdsWords(flag: Flag, words: readonly string[]): boolean {
  const known = foldText([flag.title, flag.docket, flag.reference].join(" ")).split(" ");
  return words.every((word) => known.some((other) => other.startsWith(word)));
}

function inOrder(scope: ListScope, records: readonly FlagRecord[]): List<Flag> {
  const keys = new Map(records.map((record) => [record.flag.id, flagKey(scope, record)]));
  const order: ListOrder<Flag> = {
    name: "date",
    key: (flag) => keys.get(flag.id) ?? [NEVER, NEVER, flag.id],
  };
  return listed(
    records.map(({ flag }) => flag),
    order,
  );
}

function flagKey(scope: ListScope, record: FlagRecord): SortKey {
  const order = dateOrder<FlagEvent | FlagSubject>();
  const firstOf = (claims: readonly (FlagEvent | FlagSubject)[]) =>
    claims
      .filter((claim) => isKnownOn(claim, scope.knownAt) && claim.start !== null)
      .map(dateKey)
      .sort((a, b) => compareKeys(a, b, order))[0];
  const first = firstOf(record.events) ?? firstOf(record.subjects);
  return [...(first?.slice(0, 2) ?? [NEVER, NEVER]), record.flag.id];
}
