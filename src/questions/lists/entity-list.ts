import { NEVER } from "../../domain/day.js";
import type { EntityKind } from "../../domain/entity.js";
import { ENTITY_KIND_NAMES } from "../../domain/entity.js";
import { badInput } from "../../domain/errors.js";
import { FLAGGING_ROLES, type FlagSubject } from "../../domain/flag.js";
import { flagState } from "../../graph/flags/flag-life.js";
import type { Projection } from "../../graph/projection.js";
import { isFromAbove } from "../../graph/relation-table.js";
import { requireDossiers } from "../arguments/known-ids.js";
import { foldText, NameIndex } from "../names/name-index.js";
import { type List, type ListOrder, listed } from "../pagination.js";
import { requireSome } from "../require.js";
import type { ListScope } from "./list-scope.js";

/** Which entities of a kind; absent fields select all. */
export interface EntityFilter {
  /** Every word stands in the name or an alias, as a word or its beginning. */
  readonly text?: string | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
  /** Whether some flag names it as respondent, listed or covered affiliate. */
  readonly flagged?: boolean | null | undefined;
  /** Whether some claim says that it is owned or controlled. */
  readonly isSubsidiary?: boolean | null | undefined;
  readonly dossiers?: readonly string[] | null | undefined;
  readonly identifier?: { readonly scheme: string; readonly value: string } | null | undefined;
}

export interface EntityOrder {
  readonly by: "name" | "country";
  readonly direction: "ascending" | "descending";
}

/**
 * The entities of one kind that pass a filter, by id unless another order is asked for. Items are entity numbers.
 * @throws BAD_USER_INPUT for a dossier that is not in the graph, and for a list that names nothing.
 */
export function listEntities(
  scope: ListScope,
  kind: EntityKind,
  filter: EntityFilter,
  order: EntityOrder | null,
): List<number> {
  const { projection } = scope;
  requireDossiers(projection, "filter.dossiers", filter.dossiers);
  requireSome("filter.countries", filter.countries);
  const tests = testsOf(scope, filter);
  const found: number[] = [];
  const number = ENTITY_KIND_NAMES.indexOf(kind);
  const { entities } = projection;
  for (let entity = 0; entity < entities.count; entity += 1) {
    if (entities.kind[entity] !== number) continue;
    if ((entities.foundedEarliest[entity] as number) > scope.validAt) continue;
    if (tests.every((test) => test(entity))) found.push(entity);
  }
  return order === null
    ? { items: found, order: byId(projection) }
    : listed(found, orderOf(projection, order));
}

/** Entity numbers by id: the order of the table. */
export function byId({ entities }: Projection): ListOrder<number> {
  return { name: "id", key: (entity) => [entities.id(entity)] };
}

function orderOf({ entities }: Projection, order: EntityOrder): ListOrder<number> {
  const descending = order.direction === "descending";
  if (order.by === "name") {
    return {
      name: `name-${order.direction}`,
      key: (entity) => [foldText(entities.name(entity)), entities.id(entity)],
      descending,
    };
  }
  return {
    name: `country-${order.direction}`,
    key: (entity) => {
      const { country, name, id } = entities.at(entity);
      return [country ?? NO_COUNTRY, foldText(name), id];
    },
    descending,
  };
}

/** Sorts behind every country. */
const NO_COUNTRY = "\uffff";

type Test = (entity: number) => boolean;

function testsOf(scope: ListScope, filter: EntityFilter): Test[] {
  const { projection } = scope;
  const { entities } = projection;
  const { text, countries, flagged, isSubsidiary, dossiers, identifier } = filter;
  const tests: Test[] = [];
  if (flagged != null) tests.push((entity) => isFlagged(scope, entity) === flagged);
  if (isSubsidiary != null) tests.push((entity) => isHeld(scope, entity) === isSubsidiary);
  if (text != null) {
    const words = foldText(text);
    if (words === "")
      throw badInput("holds no letter or digit", {
        argument: "filter.text",
        value: text ?? undefined,
        remedy: "give a word of a name",
      });
    const named = NameIndex.of(projection).entitiesWith(words);
    tests.push((entity) => named.has(entity));
  }
  if (countries != null || dossiers != null || identifier != null) {
    tests.push((entity) => {
      const details = entities.at(entity);
      return (
        (countries == null || (details.country !== null && countries.includes(details.country))) &&
        (dossiers == null || details.dossiers.some((slug) => dossiers.includes(slug))) &&
        (identifier == null ||
          details.identifiers.some(
            ({ scheme, value }) => scheme === identifier.scheme && value === identifier.value,
          ))
      );
    });
  }
  return tests;
}

function isFlagged(scope: ListScope, entity: number): boolean {
  const { projection, view } = scope;
  for (const member of view.members(entity)) {
    const rows = projection.subjectsOf.get(member) ?? [];
    if (rows.some((row) => FLAGGING_ROLES.includes(row.role) && view.holds(row) && hasBegun(scope, row)))
      return true;
  }
  return false;
}

/** Whether the flag has a state for its subject by the day asked for; where no day is, what is yet to come is listed too. */
function hasBegun({ projection, view, validAt }: ListScope, subject: FlagSubject): boolean {
  const record = projection.flags.get(subject.flag);
  return validAt >= NEVER || (record !== undefined && flagState(record, subject, view) !== null);
}

function isHeld({ projection, view }: ListScope, entity: number): boolean {
  const { relations } = projection;
  for (const member of view.members(entity)) {
    for (const relation of relations.incoming.of(member)) {
      const kind = relations.kind[relation] as number;
      if (isFromAbove(kind) && view.has(relation)) return true;
    }
  }
  return false;
}
