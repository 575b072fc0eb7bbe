import { untilDay } from "../../graph/days/clock.js";
import type { DaySet } from "../../graph/days/day-set.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { Layers } from "../../graph/walk/bfs-layers.js";
import { opposite, type WalkDirection } from "../../graph/walk/hubs.js";
import { layersOf, reachableFrom } from "../../graph/walk/reachable-set.js";
import type { Search } from "../transactions/search.js";

export interface ChainOptions {
  readonly direction: WalkDirection;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** Only what holds on some of these days matters; default: all up to validAt. */
  readonly days?: DaySet;
  /** Whether a party that is `hops` claims away from the target may stand in a chain. */
  readonly mayStand: (party: number, hops: number) => boolean;
}

/**
 * All ownership chains that end at a target, as walked towards it in `direction` from a counterparty: for each party from
 * which the target can be reached, when a chain of so many claims holds. Walks backwards from the target.
 */
export function chainsTo({ view, scratch }: Search, target: number, options: ChainOptions): Layers {
  const { direction, days = untilDay(view.terms.validAt).may, ...limits } = options;
  const holding = { certain: days, stated: days, may: days };
  const towards = {
    ...limits,
    direction: opposite(direction),
    hubDirection: direction,
    looksBeyond: false,
    scratch,
  };
  return layersOf(runToCompletion(reachableFrom(view, target, holding, towards)));
}
