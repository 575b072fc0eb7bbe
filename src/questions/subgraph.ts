import type { Decision } from "../domain/act.js";
import { CLAIM_STATUSES } from "../domain/claim.js";
import type { EntityId } from "../domain/entity.js";
import { badInput } from "../domain/errors.js";
import type { Finding, Path } from "../exposure/finding.js";
import type { FlagRecord, Projection } from "../projection/projection.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import { isKnownOn, type View } from "../projection/view.js";
import { answerExposedUniversities } from "./exposed-universities.js";
import { answerExposure } from "./exposure.js";
import type { ExposureOptions } from "./exposure-question.js";
import type { FindingDetails, SearchScope } from "./exposure-report.js";
import { exposureTerms } from "./exposure-terms.js";
import { dossierBySlug, entityOfKind } from "./look-up.js";
import { neighbourhood } from "./neighbourhood.js";
import { RelationIndex } from "./relation-index.js";

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
interface Picked {
  readonly entities: Iterable<number>;
  readonly relations: Iterable<number>;
  readonly universities?: readonly SubgraphUniversity[];
  readonly scope: SearchScope;
  /** Beside those of its entities. */
  readonly flags?: Iterable<string>;
  readonly decisions?: Iterable<Decision>;
}

const WAYS = ["university", "exposedTo", "entity", "dossier"] as const;

/**
 * A part of the graph to hand on, with every flag of its entities: the flag's events, and what was answered to it. Null
 * for an id or slug that is not in the graph.
 * @throws BAD_USER_INPUT, WRONG_KIND for what the question names and the graph has not, and unless it asks in one way.
 */
export async function answerSubgraph(
  graph: ResidentGraph,
  question: SubgraphQuestion,
): Promise<Subgraph | null> {
  const asked = WAYS.filter((way) => question[way] !== undefined);
  if (asked.length !== 1) throw badInput(`say what is wanted by one of ${WAYS.join(", ")}`);
  if (question.hops !== undefined && question.entity === undefined)
    throw badInput("hops goes with entity only: leave it out");
  if (question.targets !== undefined && question.university === undefined)
    throw badInput("targets goes with university only: leave it out");
  const { validAt, knownAt, statuses } = exposureTerms(question);
  const projection = await graph.current();
  const view = graph.view(projection, { validAt, knownAt, statuses });
  const picked = await pick(graph, view, question);
  return picked === null ? null : closed(view, picked);
}

function pick(
  graph: ResidentGraph,
  view: View,
  question: SubgraphQuestion,
): Promise<Picked | null> | Picked | null {
  const { university, exposedTo, entity, dossier, hops, targets } = question;
  if (university !== undefined) return ofUniversity(graph, view, { ...question, university, targets });
  if (exposedTo !== undefined) return ofTarget(graph, view, { ...question, to: exposedTo });
  const scope = plainScope(view);
  if (entity !== undefined) {
    if (!entityOfKind(view.projection, entity)) return null;
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
): Promise<Picked | null> {
  const report = await answerExposure(graph, question);
  if (report === null) return null;
  const universities = [
    { university: report.university, findings: report.findings, details: report.details },
  ];
  return { ...ofFindings(view, universities), scope: report.scope };
}

async function ofTarget(
  graph: ResidentGraph,
  view: View,
  question: ExposureOptions & { readonly to: EntityId },
): Promise<Picked | null> {
  const answer = await answerExposedUniversities(graph, question);
  if (answer === null) return null;
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
function ofDossier({ projection, terms }: View, slug: string, scope: SearchScope): Picked | null {
  if (!dossierBySlug(projection, slug)) return null;
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

/** Adds what belongs to the picked: ends, flags with their subjects, decisions among the entities. */
function closed(view: View, picked: Picked): Subgraph {
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

/** The scope of what is no search for exposure. */
function plainScope({ projection, terms }: View): SearchScope {
  return {
    validAt: terms.validAt,
    knownAt: terms.knownAt,
    statuses: terms.statuses,
    targets: null,
    flags: null,
    channels: null,
    includeParts: null,
    maxHops: null,
    hubLimit: null,
    minShare: null,
    dossiers: projection.dossiers,
    graphVersion: projection.version,
    exploredEntities: 0,
    exploredRelations: 0,
    truncated: [],
  };
}
