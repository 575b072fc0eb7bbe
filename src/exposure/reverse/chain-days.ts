import type { Day } from "../../domain/day.js";
import type { Holding } from "../../graph/days/clock.js";
import { lazy } from "../../graph/lazy.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { type DaysOptions, type DaysReached, type DaysWithin, daysReached } from "./days-reached.js";
import type { Certainty } from "./party-steps.js";

/**
 * When ownership chains from parties to a target hold, all of them taken together: a walk back from it for each
 * certainty.
 */
export class ChainDays {
  /** The days on which chains may hold: enough to say which transactions belong. */
  readonly possible: DaysReached;
  private readonly stated: () => DaysReached;
  private readonly certain: () => DaysReached;

  private constructor(possible: DaysReached, walk: (certainty: Certainty) => Generator<void, DaysReached>) {
    const walked = (certainty: Certainty) => runToCompletion(walk(certainty));
    this.possible = possible;
    this.stated = lazy(() => (this.possible.isExact ? this.possible : walked("stated")));
    this.certain = lazy(() => (this.possible.isExact ? this.possible : walked("certain")));
  }

  /** Walks back from a target over the days on which chains may hold, in steps; for other certainties when asked. */
  static *walked(
    view: View,
    target: number,
    options: Omit<DaysOptions, "certainty">,
  ): Generator<void, ChainDays> {
    const walk = (certainty: Certainty) => daysReached(view, target, { certainty, ...options });
    return new ChainDays(yield* walk("may"), walk);
  }

  /** Whether a chain from the party may hold on some day. */
  leadsFrom(party: number): boolean {
    return this.possible.days.has(party);
  }

  /** On which days chains of so many claims at most may hold, of at least one. */
  daysWithin(hops: number): DaysWithin {
    return this.possible.daysWithin(hops);
  }

  /**
   * The fewest claims of a chain that may hold on a day from `from` up to, not including, `until`; null: there is none.
   */
  fewestHops(party: number, from: Day, until: Day): number | null {
    return this.possible.fewestHops(party, from, until);
  }

  holdingFrom(party: number): Holding {
    const may = this.possible.days.of(party);
    if (this.possible.isExact) return { certain: may, stated: may, may };
    return { certain: this.certain().days.of(party), stated: this.stated().days.of(party), may };
  }
}
