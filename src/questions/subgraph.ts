import { CLAIM_STATUSES } from "../domain/claim.js";
import type { EntityId } from "../domain/entity.js";
import { badInput, called, type ExposureError } from "../domain/errors.js";
import type { Finding } from "../exposure/finding.js";
import type { Path } from "../graph/paths/path.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import type { View } from "../graph/view.js";
import { type ExposureOptions, exposureTerms } from "./arguments/exposure-terms.js";
import { requireDossier, requireEntity } from "./arguments/known-ids.js";
import { answerExposedUniversities } from "./exposed-universities.js";
import { answerExposure } from "./exposure.js";
import { neighbourhood } from "./lists/neighbourhood.js";
import {
  closedSubgraph,
  type Picked,
  type Subgraph,
  type SubgraphUniversity,
} from "./report/closed-subgraph.js";
import type { SearchScope } from "./report/exposure-report.js";
import { scopeOfView } from "./report/search-scope.js";
import { RelationIndex } from "./resident/relation-index.js";

/** Which part of the graph: exactly one of `university`, `exposedTo`, `entity` and `dossier` is given. */
export interface SubgraphQuestion extends ExposureOptions {
  /** The proofs of its exposure. */
  readonly university?: EntityId | undefined;
  /** With `university`: only these targets. */
  readonly targets?: readonly EntityId[] | undefined;
  /** The proofs of every university's exposure to this entity. */
  readonly exposedTo?: EntityId | undefined;
  /** What lies around this entity. */
  readonly entity?: EntityId | undefined;
  /** With `entity`: how far, 1 to 4; default 1. */
  readonly hops?: number | undefined;
  /** What this dossier states. */
  readonly dossier?: string | undefined;
}

const WAYS = ["university", "exposedTo", "entity", "dossier"] as const;

/**
 * A part of the graph to hand on, with every flag of its entities: the flag's events, and what was answered to it.
 * @throws NOT_FOUND for an id or slug that is not in the graph, BAD_USER_INPUT, WRONG_KIND for what the question names and the graph has not, and unless it asks in one way.
 */
export async function answerSubgraph(graph: ResidentGraph, question: SubgraphQuestion): Promise<Subgraph> {
  const asked = WAYS.filter((way) => question[way] !== undefined);
  if (asked.length !== 1)
    throw badInput((wording) => {
      const ways = WAYS.map((way) => called(wording, way)).join(", ");
      return `say what is wanted by one of ${ways}`;
    });
  if (question.hops !== undefined && question.entity === undefined) throw goesWithOnly("hops", "entity");
  if (question.targets !== undefined && question.university === undefined)
    throw goesWithOnly("targets", "university");
  const { validAt, knownAt, statuses } = exposureTerms(question);
  const projection = await graph.current();
  const view = graph.view(projection, { validAt, knownAt, statuses });
  return closedSubgraph(view, await pick(graph, view, question));
}

function goesWithOnly(argument: string, other: string): ExposureError {
  return badInput((wording) => `goes with ${called(wording, other)} only`, {
    argument,
    remedy: "leave it out",
  });
}

function pick(graph: ResidentGraph, view: View, question: SubgraphQuestion): Promise<Picked> | Picked {
  const { university, exposedTo, entity, dossier, hops, targets } = question;
  if (university !== undefined) return ofUniversity(graph, view, { ...question, university, targets });
  if (exposedTo !== undefined) {
    requireEntity(view.projection, "exposedTo", exposedTo);
    return ofTarget(graph, view, { ...question, to: exposedTo });
  }
  const scope = scopeOfView(view, { exploredEntities: 0, exploredRelations: 0, truncated: [] });
  if (entity !== undefined) {
    requireEntity(view.projection, "entity", entity);
    const { hubLimit } = exposureTerms(question);
    const around = neighbourhood(view, entity, { hops: hops ?? 1, hubLimit });
    return { ...around, scope: { ...scope, ...around.explored, maxHops: hops ?? 1, hubLimit } };
  }
  return ofDossier(view, dossier ?? "", scope);
}

async function ofUniversity(
  graph: ResidentGraph,
  view: View,
  question: ExposureOptions & {
    readonly university: EntityId;
    readonly targets?: readonly EntityId[] | undefined;
  },
): Promise<Picked> {
  const report = await answerExposure(graph, question);
  const details = (finding: Finding) => report.details(finding);
  const universities = [{ university: report.university, findings: report.findings, details }];
  return { ...ofFindings(view, universities), scope: report.scope };
}

async function ofTarget(
  graph: ResidentGraph,
  view: View,
  question: ExposureOptions & { readonly to: EntityId },
): Promise<Picked> {
  const answer = await answerExposedUniversities(graph, question);
  return { ...ofFindings(view, answer.exposed), scope: answer.scope };
}

/** The proofs of findings: their paths, their transactions, and who stands in them. */
function ofFindings(view: View, universities: readonly SubgraphUniversity[]): Omit<Picked, "scope"> {
  const { projection } = view;
  const index = RelationIndex.of(projection);
  const entities = new Set<number>();
  const relations = new Set<number>();
  const addEntity = (id: EntityId) => void entities.add(projection.entities.indexOf(id));
  const addRelation = (id: string) => {
    const number = index.knownOn(id, view.terms.knownAt);
    if (number >= 0) relations.add(number);
  };
  const addPath = ({ steps }: Path) => {
    for (const { relation } of steps) addRelation(relation);
  };
  for (const { university, findings } of universities) {
    addEntity(university);
    for (const { target, path, counterparties } of findings) {
      addEntity(target);
      addPath(path);
      for (const { counterparty, transactions, path: through } of counterparties) {
        addEntity(counterparty);
        addPath(through);
        for (const { relation } of transactions) addRelation(relation);
      }
    }
  }
  return { universities, entities, relations };
}

/** Everything that a dossier states, whatever its status; what begins after validAt too. */
function ofDossier({ projection, terms }: View, slug: string, scope: SearchScope): Picked {
  requireDossier(projection, "dossier", slug);
  const { entities, relations } = projection;
  const isOfDossier = ({ dossier }: { readonly dossier: string }) => dossier === slug;
  const stated: number[] = [];
  for (let relation = 0; relation < relations.count; relation += 1) {
    const known =
      (relations.recorded[relation] as number) <= terms.knownAt &&
      (relations.retracted[relation] as number) > terms.knownAt;
    if (known && relations.slug(relation) === slug) stated.push(relation);
  }
  const held: number[] = [];
  for (let entity = 0; entity < entities.count; entity += 1)
    if (entities.at(entity).dossiers.includes(slug)) held.push(entity);
  const flags = [...projection.flags.values()].filter(
    ({ flag, subjects, events }) =>
      flag.dossiers.includes(slug) || subjects.some(isOfDossier) || events.some(isOfDossier),
  );
  return {
    scope: { ...scope, statuses: CLAIM_STATUSES },
    entities: held,
    relations: stated,
    flags: flags.map(({ flag }) => flag.id),
    decisions: projection.decisions.filter(isOfDossier),
  };
}
