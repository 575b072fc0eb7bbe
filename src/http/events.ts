import type { FormattedExecutionResult } from "graphql";
import type { Limits } from "../domain/limits.js";
import { Budget, withinBudget } from "../graph/budget.js";
import type { ExposureChange } from "../questions/exposure-changed.js";
import type { FairScheduler } from "./fair-scheduler.js";

/** The client of the scheduler for which is worked what all listeners share. */
const LISTENERS = "listeners";

/**
 * What the listeners of one server share, so that a load costs by what is asked of it and not by how many listen: a change
 * is worked out once, an answer to the same operation made once. Works of one client follow one another, and each has the
 * whole deadline from when it begins: a hundred subscriptions at one address make each other late, but do not end each
 * other.
 */
export class Events {
  private readonly limits: Limits;
  private readonly scheduler: FairScheduler;
  private readonly answers = new WeakMap<ExposureChange, Map<string, Promise<FormattedExecutionResult>>>();
  /** The last work of each client that has any. */
  private readonly last = new Map<string, Promise<void>>();
  /** Lets others work while thousands are told. */
  private readonly telling: Budget;

  constructor({ limits, scheduler }: { readonly limits: Limits; readonly scheduler: FairScheduler }) {
    this.limits = limits;
    this.scheduler = scheduler;
    this.telling = new Budget({
      limits: { ...limits, deadlineMs: Number.POSITIVE_INFINITY },
      slot: scheduler.slot(LISTENERS),
    });
  }

  /** Works out a change that any number of listeners wait for. */
  workOut<Change>(work: () => Promise<Change>): Promise<Change> {
    return this.inOrder(LISTENERS, () => withinBudget(this.budget(LISTENERS), work));
  }

  /** The answer to an operation (with all that its answer depends on, as a text) about a change, made when first asked for. */
  async answer(
    change: ExposureChange,
    { operation, client }: { readonly operation: string; readonly client: string },
    make: (budget: Budget) => Promise<FormattedExecutionResult>,
  ): Promise<FormattedExecutionResult> {
    const made = this.answers.get(change) ?? new Map<string, Promise<FormattedExecutionResult>>();
    this.answers.set(change, made);
    const answer = made.get(operation) ?? this.inOrder(client, () => make(this.budget(client)));
    made.set(operation, answer);
    const told = await answer;
    await this.telling.turn();
    return told;
  }

  /** No listener's own: work that is shared goes on when one of them leaves. */
  private budget(client: string): Budget {
    return new Budget({ limits: this.limits, slot: this.scheduler.slot(client) });
  }

  private inOrder<Result>(client: string, work: () => Promise<Result>): Promise<Result> {
    const result = (this.last.get(client) ?? Promise.resolve()).then(work);
    const settled = result.then(
      () => {},
      () => {},
    );
    this.last.set(client, settled);
    void settled.then(() => {
      if (this.last.get(client) === settled) this.last.delete(client);
    });
    return result;
  }
}
