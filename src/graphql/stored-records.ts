import DataLoader from "dataloader";
import type { ClaimId } from "../domain/claim.js";
import type { Entity, EntityId } from "../domain/entity.js";
import { ExposureError } from "../domain/errors.js";
import type { Budget } from "../graph/budget.js";
import type { GraphReader, StoredClaim } from "../store/graph-store.js";

/**
 * What only the store holds of entities and claims, for one operation: one statement for all that is wanted at the same
 * time, also where parts of the operation wait for their turn.
 */
export class StoredRecords {
  private readonly store: () => GraphReader;
  private readonly budget: Budget;
  private readonly onRead: (records: number) => void;
  private readonly entities: DataLoader<EntityId, Entity>;
  private readonly claims: DataLoader<ClaimId, readonly StoredClaim[]>;

  /** `onRead` is told how many records each statement read. */
  constructor(store: () => GraphReader, budget: Budget, onRead: (records: number) => void) {
    this.store = store;
    this.budget = budget;
    this.onRead = onRead;
    const batches = {
      maxBatchSize: Number.POSITIVE_INFINITY,
      batchScheduleFn: (dispatch: () => void) => void budget.afterTurns(dispatch),
    };
    this.entities = new DataLoader((ids) => this.loadEntities(ids), batches);
    this.claims = new DataLoader((ids) => this.loadClaims(ids), batches);
  }

  /** Everything of an entity. @throws DATA_INVALID where the graph has it and the store does not. */
  entity(id: EntityId): Promise<Entity> {
    return this.rested(this.entities.load(id));
  }

  /** Every revision of a claim, in order; none where there is no such claim. */
  claim(id: ClaimId): Promise<readonly StoredClaim[]> {
    return this.rested(this.claims.load(id));
  }

  /** Which of some relations were written without a start, in their last revision. */
  async startless(ids: readonly ClaimId[]): Promise<ReadonlySet<ClaimId>> {
    const loaded = await this.claims.loadMany(ids);
    return new Set(
      loaded.flatMap((revisions, at) => {
        if (revisions instanceof Error) throw revisions;
        return revisions.at(-1)?.claim.start === null ? [ids[at] as ClaimId] : [];
      }),
    );
  }

  /** Reads anew from here on. */
  forget(): void {
    this.entities.clearAll();
    this.claims.clearAll();
  }

  /** Thousands come at once, and something is made of each. */
  private async rested<Value>(loading: Promise<Value>): Promise<Value> {
    const value = await loading;
    if (this.budget.mustRest) await this.budget.turn();
    return value;
  }

  private async loadEntities(ids: readonly EntityId[]): Promise<(Entity | Error)[]> {
    const entities = await this.store().entities(ids);
    this.onRead(entities.length);
    const found = new Map(entities.map((entity) => [entity.id, entity]));
    return ids.map((id) => found.get(id) ?? notInGraph(id));
  }

  private async loadClaims(ids: readonly ClaimId[]): Promise<(readonly StoredClaim[])[]> {
    const found = new Map<ClaimId, StoredClaim[]>();
    const claims = await this.store().claims(ids);
    this.onRead(claims.length);
    for (const stored of claims) {
      const revisions = found.get(stored.claim.id);
      if (revisions) revisions.push(stored);
      else found.set(stored.claim.id, [stored]);
    }
    return ids.map((id) => found.get(id) ?? []);
  }
}

/** A claim names something that is not there: a load is under way, or the store was changed by another tool. */
export function notInGraph(id: string): ExposureError {
  return new ExposureError(
    "DATA_INVALID",
    `"${id}" is named by a claim but is not in the graph: load its dossier, or ask again when the load has ended`,
  );
}
