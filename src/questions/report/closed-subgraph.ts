import type { Decision } from "../../domain/act.js";
import type { EntityId } from "../../domain/entity.js";
import type { Finding } from "../../exposure/finding.js";
import type { FlagRecord, Projection } from "../../graph/projection.js";
import { isKnownOn, type View } from "../../graph/view.js";
import type { FindingDetails, SearchScope } from "./exposure-report.js";

/** The findings of one university. */
export interface SubgraphUniversity {
  readonly university: EntityId;
  readonly findings: readonly Finding[];
  details(finding: Finding): FindingDetails;
}

/** A part of the graph, closed in itself: the ends of every relation and the subjects of every flag are in it. */
export interface Subgraph {
  readonly projection: Projection;
  readonly view: View;
  readonly scope: SearchScope;
  /** Empty for a neighbourhood and for a dossier. */
  readonly universities: readonly SubgraphUniversity[];
  /** Numbers, in the order of their ids. */
  readonly entities: readonly number[];
  /** Numbers, in the order of their ids. */
  readonly relations: readonly number[];
  /** With the subjects, events and responses known on knownAt; by id. */
  readonly flags: readonly FlagRecord[];
  /** Known on knownAt; by id. */
  readonly decisions: readonly Decision[];
}

/** What a selection picks; the rest follows from it. */
export interface Picked {
  readonly entities: Iterable<number>;
  readonly relations: Iterable<number>;
  readonly universities?: readonly SubgraphUniversity[];
  readonly scope: SearchScope;
  /** Beside those of its entities. */
  readonly flags?: Iterable<string>;
  readonly decisions?: Iterable<Decision>;
}

/** Adds what belongs to the picked: ends, flags with their subjects, decisions among the entities. */
export function closedSubgraph(view: View, picked: Picked): Subgraph {
  const { projection, terms } = view;
  const { relations } = projection;
  const known = <Claim extends Parameters<typeof isKnownOn>[0]>(claims: readonly Claim[]) =>
    claims.filter((claim) => isKnownOn(claim, terms.knownAt));
  const numberOf = (id: EntityId) => projection.entities.indexOf(id);
  const chosen = [...new Set(picked.relations)];
  const entities = new Set(picked.entities);
  for (const relation of chosen) {
    entities.add(relations.from[relation] as number);
    entities.add(relations.to[relation] as number);
  }
  for (const { by, counterparties } of picked.decisions ?? [])
    for (const id of [by, ...counterparties]) entities.add(numberOf(id));
  const flagIds = new Set(picked.flags ?? []);
  for (const entity of entities)
    for (const { flag } of known(projection.subjectsOf.get(entity) ?? [])) flagIds.add(flag);
  const flags = [...flagIds].sort().flatMap((id): FlagRecord[] => {
    const record = projection.flags.get(id);
    if (record === undefined) return [];
    const subjects = known(record.subjects).filter(
      ({ entity }) => entities.has(numberOf(entity)) || picked.flags !== undefined,
    );
    return [
      { flag: record.flag, subjects, events: known(record.events), responses: known(record.responses) },
    ];
  });
  for (const { subjects } of flags) for (const { entity } of subjects) entities.add(numberOf(entity));
  const own = new Set(picked.decisions ?? []);
  const decisions = known(projection.decisions).filter(
    (decision) =>
      own.has(decision) ||
      (entities.has(numberOf(decision.by)) &&
        decision.counterparties.some((id) => entities.has(numberOf(id)))),
  );
  entities.delete(-1);
  return {
    projection,
    view,
    scope: picked.scope,
    universities: picked.universities ?? [],
    entities: [...entities].sort((a, b) => a - b),
    relations: chosen.sort((a, b) => (relations.id(a) < relations.id(b) ? -1 : 1)),
    flags,
    decisions,
  };
}
