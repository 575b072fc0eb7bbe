import type { DocumentNode } from "graphql";
import { ANONYMOUS_VIEWER, type Caller, type Role, requireRole } from "../domain/access.js";
import type { Decision } from "../domain/act.js";
import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Entity, EntityId } from "../domain/entity.js";
import { ExposureError } from "../domain/errors.js";
import type { Flag, FlagId } from "../domain/flag.js";
import { DEFAULT_LIMITS, type Limits } from "../domain/limits.js";
import type { Claim } from "../domain/record.js";
import type { Relation } from "../domain/relation.js";
import type { Source } from "../domain/source.js";
import type { Writing } from "../dossier/load/write-audited.js";
import type { Names } from "../explain/names.js";
import { type Budget, UNBOUNDED } from "../graph/budget.js";
import type { ResidentEntity } from "../graph/entity-table.js";
import type { Projection } from "../graph/projection.js";
import type { ResidentGraph } from "../graph/resident-graph.js";
import { supposedFlag } from "../graph/suppose.js";
import type { ExposureChange, WorkOut } from "../questions/exposure-changed.js";
import { claimsByDossier } from "../questions/graph-info.js";
import { type ListClocks, ListScope } from "../questions/lists/list-scope.js";
import type { LoadClaims } from "../questions/report/exposure-report.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { RelationIndex } from "../questions/resident/relation-index.js";
import {
  claimEverKnownBy,
  claimKnownOn,
  entityById,
  type ResidentClaim,
  type ResidentRelation,
  residentEntity,
  residentRelation,
} from "../questions/resident/resident-records.js";
import type { Moment } from "./answer.js";
import { pinnedWithin } from "./pinned-graph.js";
import { notInGraph, StoredRecords } from "./stored-records.js";

/** Who asks, when, and within which limits. */
export interface ContextOptions {
  /** The day of asking. */
  readonly today: Day;
  readonly requestId: string;
  /** Default: an anonymous caller, who may read. */
  readonly caller?: Caller;
  /** Refuses a caller whose role does not suffice. Default: callers who are not viewers at least. */
  readonly require?: (needed: Role, caller: Caller) => void;
  /** Where writes go; null or absent: writing is off. */
  readonly writer?: Pick<Writing, "store" | "log"> | null;
  readonly limits?: Limits;
  /** What the operation may spend; default: no bounds. */
  readonly budget?: Budget;
  readonly signal?: AbortSignal;
  /** How a subscription has its events worked out; default: at once. */
  readonly workOut?: WorkOut;
  readonly change?: ExposureChange;
  /** Counted before the operation is worked on; default: it was not. */
  readonly cost?: number | null;
}

/**
 * What the resolvers of one operation share: one projection for all of it, the day of asking, and loaders that ask the
 * store once for all ids that are wanted at the same time. What is resident is answered without the store.
 */
export class GraphContext {
  /** The graph, pinned to the projection. */
  graph: ResidentGraph;
  /** What the operation reads; it changes with what the operation itself writes, never otherwise. */
  projection: Projection;
  /** The graph as it moves on, for what is watched. */
  readonly resident: ResidentGraph;
  readonly today: Day;
  readonly requestId: string;
  readonly caller: Caller;
  readonly limits: Limits;
  readonly budget: Budget;
  /** What the operation costs, counted before it is worked on; null: it was not counted. */
  readonly cost: number | null;
  /**
   * How the operation ended, and how many records it read from the store; an object, because Apollo copies the context.
   */
  readonly outcome = { failed: false, isValid: true, rows: 0 };
  /** Aborted when the caller has left. */
  readonly signal: AbortSignal;
  /** The event of a subscription; null while it is being set up, and for every other operation. */
  readonly change: ExposureChange | null;
  /**
   * The document of a subscription that passed every check; null for every other operation. (Apollo copies a context.)
   */
  readonly admitted: { subscription: DocumentNode | null } = { subscription: null };
  /** For texts. */
  names: Names;
  private readonly options: ContextOptions;
  private readonly entities = new Map<EntityId, ResidentEntity>();
  private readonly relations = new Map<number, ResidentRelation>();
  private claimCounts: ReadonlyMap<string, number> | null = null;
  private readonly stored: StoredRecords;

  constructor(graph: ResidentGraph, projection: Projection, options: ContextOptions) {
    this.caller = options.caller ?? ANONYMOUS_VIEWER;
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.options = options;
    this.resident = graph;
    this.budget = options.budget ?? UNBOUNDED;
    this.graph = pinnedWithin(this.budget, graph, projection);
    this.projection = projection;
    this.today = options.today;
    this.requestId = options.requestId;
    this.signal = options.signal ?? new AbortController().signal;
    this.change = options.change ?? null;
    this.cost = options.cost ?? null;
    this.names = graphNames(projection, options.today);
    this.stored = new StoredRecords(
      () => this.graph.store,
      this.budget,
      (rows) => {
        this.outcome.rows += rows;
      },
    );
  }

  /** How a subscription watches. */
  get watching(): { readonly signal: AbortSignal; readonly workOut: WorkOut } {
    return { signal: this.signal, workOut: this.options.workOut ?? ((work) => work()) };
  }

  /** @throws UNAUTHENTICATED, FORBIDDEN where the caller's role does not allow what another one does. */
  require(needed: Role): void {
    (this.options.require ?? requireRole)(needed, this.caller);
  }

  // ---- writing

  /**
   * Writes as the caller, within the operation's time: what is not finished by then is not written at all.
   * @throws FORBIDDEN where the server has nothing to write to.
   */
  write<Written>(work: (writing: Writing) => Promise<Written>): Promise<Written> {
    const { writer } = this.options;
    const { caller: who, requestId, today: day } = this;
    if (writer) return this.budget.signalled((signal) => work({ ...writer, who, requestId, day, signal }));
    throw new ExposureError(
      "FORBIDDEN",
      "this server only reads: write through one that was started with keys",
    );
  }

  /**
   * Reads on from what was written as this version. Where the store fails now the operation keeps reading what it had:
   * its write stands whatever can be read.
   */
  async written(graphVersion: number): Promise<void> {
    this.budget.renew();
    let projection = this.projection;
    try {
      while (Number(projection.version) < graphVersion) projection = await this.resident.refresh();
    } catch {
      return;
    }
    this.projection = projection;
    this.graph = pinnedWithin(this.budget, this.resident, projection);
    this.names = graphNames(projection, this.today);
    this.claimCounts = null;
    this.entities.clear();
    this.relations.clear();
    this.stored.forget();
  }

  /** Names for texts as known on a day. */
  namesOn(knownAt: Day): Names {
    return knownAt === this.today ? this.names : graphNames(this.projection, knownAt);
  }

  /** The clocks of a list, with the views that it needs. */
  scope(clocks: ListClocks): ListScope {
    return new ListScope(this.graph, this.projection, clocks, this.today);
  }

  // ---- resident

  /** @throws DATA_INVALID where a claim names an entity that the graph has not. */
  entityById(id: EntityId): ResidentEntity {
    const known = this.entities.get(id);
    if (known) return known;
    const entity = entityById(this.projection, id);
    if (!entity) throw notInGraph(id);
    this.entities.set(id, entity);
    return entity;
  }

  /** An entity by its number; `id` where it is known already. */
  entityAt(number: number, id = this.projection.entities.id(number)): ResidentEntity {
    const entity = this.entities.get(id) ?? residentEntity(this.projection.entities, number, id);
    this.entities.set(id, entity);
    return entity;
  }

  /** A relation by its number; `id` where it is known already. */
  relationAt(number: number, id?: ClaimId): ResidentRelation {
    const known = this.relations.get(number);
    if (known) return known;
    const relation = residentRelation(this.projection, number, id);
    this.relations.set(number, relation);
    return relation;
  }

  flagById(id: FlagId): Flag {
    const flag = this.projection.flags.get(id)?.flag ?? supposedFlag(this.projection, id);
    if (!flag) throw notInGraph(id);
    return flag;
  }

  /** The revision of a claim that was known on a day. */
  claimById(id: ClaimId, { knownAt, version = this.projection }: Moment): ResidentClaim {
    const number = RelationIndex.of(version).knownOn(id, knownAt);
    if (number >= 0)
      return version === this.projection ? this.relationAt(number, id) : residentRelation(version, number);
    const claim = claimKnownOn(version, id, knownAt);
    if (!claim) throw notInGraph(id);
    return claim;
  }

  /** The revision of a claim that was known on a day, else the one that was known last. */
  claimEverKnown(id: ClaimId, { knownAt }: Moment): ResidentClaim {
    const claim = claimEverKnownBy(this.projection, id, knownAt);
    if (!claim) throw notInGraph(id);
    return claim;
  }

  relationById(id: ClaimId, moment: Moment): ResidentRelation {
    const claim = this.claimById(id, moment);
    if (claim.record !== "relation") throw notInGraph(id);
    return claim;
  }

  decisionById(id: ClaimId, moment: Moment): Decision {
    const claim = this.claimById(id, moment);
    if (claim.record !== "decision") throw notInGraph(id);
    return claim;
  }

  sourceById(id: string): Source {
    const source = this.projection.sources.get(id);
    if (!source) throw notInGraph(id);
    return source;
  }

  // ---- what only the store holds

  /** Everything of an entity. */
  fullEntity(entity: ResidentEntity): Promise<Entity> {
    return this.stored.entity(entity.id);
  }

  /** Everything of a claim; a relation's texts stand in the store only. */
  fullClaim(claim: ResidentClaim): Promise<Claim> | Claim {
    return claim.record === "relation" ? this.fullRelation(claim) : claim;
  }

  async fullRelation(relation: ResidentRelation): Promise<Relation> {
    const revisions = await this.stored.claim(relation.id);
    const claims = revisions.map((stored) => stored.claim).filter((claim) => claim.record === "relation");
    const same = claims.find((claim) => claim.clock.recorded === relation.recorded) ?? claims.at(-1);
    if (!same) throw notInGraph(relation.id);
    return same;
  }

  /** The claims of an answer, as known on its day, with all that the store holds of them: one statement. */
  claimsKnownIn(moment: Moment): LoadClaims {
    return async (ids) => {
      const claims = await Promise.all(ids.map((id) => this.fullClaim(this.claimById(id, moment))));
      // The claims of a hundred findings come at once, and each finding is explained in one piece.
      await this.budget.turn();
      return claims;
    };
  }

  /** Which of some relations, as known today, were written without a start: one statement. */
  readonly findStartless = (ids: readonly ClaimId[]): Promise<ReadonlySet<ClaimId>> =>
    this.stored.startless(ids);

  /** How many claims known today each dossier holds; counted once. */
  claimsByDossier(): ReadonlyMap<string, number> {
    this.claimCounts ??= claimsByDossier(this.projection, this.today);
    return this.claimCounts;
  }

  /** What a response answers. */
  flagOrDecision(id: string): Flag | ResidentClaim {
    return this.projection.flags.get(id)?.flag ?? this.claimById(id, { knownAt: this.today });
  }
}
