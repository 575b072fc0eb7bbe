import type { View } from "../projection/view.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";

export const OUT_OF_REACH = 255;

/** Where own+ leads from the counterparties, the clocks of single claims apart: a coarse net that loses nothing. */
export interface Reach {
  /** For each party the fewest claims of a path from the university to it; OUT_OF_REACH where none is short enough. */
  readonly hops: Uint8Array;
  /** The parties reached, counterparties included. */
  readonly parties: readonly number[];
  readonly exploredRelations: number;
  /** Hubs that were met and not passed through, with the number of claims not followed. */
  readonly hubs: ReadonlyMap<number, number>;
  /** Whether something lies beyond the last hop. */
  readonly goesOn: boolean;
}

export interface ReachOptions {
  readonly direction: WalkDirection;
  readonly maxHops: number;
  readonly hubLimit: number;
  /** Parties that may not stand in a chain. */
  readonly barred: ReadonlySet<number>;
}

/** Walks own+ breadth first from parties at which a path already has so many claims. */
export function reachFrom(view: View, starts: ReadonlyMap<number, number>, options: ReachOptions): Reach {
  const steps = stepsOf(view, options.direction);
  const hops = new Uint8Array(view.projection.entities.count).fill(OUT_OF_REACH);
  const hubs = new Map<number, number>();
  const parties: number[] = [];
  const levels: number[][] = Array.from({ length: options.maxHops + 1 }, () => []);
  for (const [party, at] of starts) if (at <= options.maxHops) levels[at]?.push(party);
  let exploredRelations = 0;
  let goesOn = false;
  levels.forEach((level, at) => {
    for (const party of level) {
      const isStart = starts.get(party) === at;
      const known = hops[party] as number;
      if (known < at && !(isStart && hubs.has(party))) continue;
      if (known > at) {
        hops[party] = at;
        parties.push(party);
      }
      const claims = isStart ? null : hubClaims(view, party, options.direction, options.hubLimit);
      if (claims !== null) {
        hubs.set(party, claims);
        continue;
      }
      for (const member of view.members(party)) {
        for (const relation of steps.of(member)) {
          exploredRelations += 1;
          if (!view.has(relation)) continue;
          const end = stepEnd(view, relation, options.direction);
          if ((hops[end] as number) <= at + 1 || options.barred.has(end)) continue;
          if (at === options.maxHops) goesOn = true;
          else {
            hops[end] = at + 1;
            parties.push(end);
            levels[at + 1]?.push(end);
          }
        }
      }
    }
  });
  return { hops, parties, exploredRelations, hubs, goesOn };
}
