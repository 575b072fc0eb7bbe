import { type ClaimStatus, DEFAULT_STATUSES } from "../../domain/claim.js";
import { type Day, NEVER } from "../../domain/day.js";
import { firstDayOf } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import type { Projection } from "../../graph/projection.js";
import type { ResidentGraph } from "../../graph/resident-graph.js";
import { isKnownOn, type View } from "../../graph/view.js";
import type { GraphReader } from "../../store/graph-store.js";

/** The clocks of a list. */
export interface ListClocks {
  /** Absent or null: everything known is listed. */
  readonly validAt?: Day | null | undefined;
  /** Absent or null: now. */
  readonly knownAt?: Day | null | undefined;
}

const TOLD: readonly ClaimStatus[] = [...DEFAULT_STATUSES, "alleged"];

/** What a list is read from: one projection, its clocks resolved, and the views that it needs. */
export class ListScope {
  readonly projection: Projection;
  /** The day asked for; NEVER where none was. */
  readonly validAt: Day;
  /** The day on which a state is read: the day asked for, else the day of asking. */
  readonly stateDay: Day;
  readonly knownAt: Day;
  private readonly graph: ResidentGraph;
  private counting: View | null = null;

  /** `today` is the day of asking. */
  constructor(graph: ResidentGraph, projection: Projection, clocks: ListClocks, today: Day) {
    this.graph = graph;
    this.projection = projection;
    this.validAt = clocks.validAt ?? NEVER;
    this.stateDay = clocks.validAt ?? today;
    this.knownAt = clocks.knownAt ?? today;
  }

  /** Where what is not resident is kept. */
  get store(): GraphReader {
    return this.graph.store;
  }

  /** Confirmed and reported claims: what makes parties and memberships. */
  get view(): View {
    this.counting ??= this.viewOn(this.validAt, DEFAULT_STATUSES);
    return this.counting;
  }

  /** Alleged claims too: what makes a flag exist for a list. */
  toldView(): View {
    return this.viewOn(this.validAt, TOLD);
  }

  /** Confirmed and reported claims up to the day on which states are read. */
  stateView(): View {
    return this.viewOn(this.stateDay, DEFAULT_STATUSES);
  }

  private viewOn(validAt: Day, statuses: readonly ClaimStatus[]): View {
    return this.graph.view(this.projection, { validAt, knownAt: this.knownAt, statuses });
  }

  /** Whether a list shows a claim, whatever its status: known, and not of the future. */
  lists(claim: Claim): boolean {
    const begins = claim.record === "event" ? firstDayOf(claim) : claim.clock.startEarliest;
    return isKnownOn(claim, this.knownAt) && begins <= this.validAt;
  }

  /** Whether a list shows a relation, whatever its status. */
  listsRelation(relation: number): boolean {
    const { relations } = this.projection;
    const { recorded, retracted } = relations;
    return (
      (recorded[relation] as number) <= this.knownAt &&
      (retracted[relation] as number) > this.knownAt &&
      relations.startEarliest(relation) <= this.validAt
    );
  }

  /** Whether a relation counts and may hold on the day asked for; on any day where none is. */
  mayHold(relation: number): boolean {
    const { relations } = this.projection;
    if (!this.view.has(relation)) return false;
    return this.validAt >= NEVER || this.validAt < relations.endLatest(relation);
  }

  /** The numbers of an entity and of those that decided Identities make one party with it. */
  membersOf(id: string): readonly number[] {
    const entity = this.projection.entities.indexOf(id);
    return entity < 0 ? [] : [...this.view.members(entity)];
  }
}
