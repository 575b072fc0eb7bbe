import { bothHold, eitherHolds, HOLDS_NEVER, type Holding } from "../days/clock.js";
import type { DaySet } from "../days/day-set.js";
import { meet, overlaps } from "../days/day-set.js";

/** When a chain of exactly `hops` claims to somewhere holds: all such chains taken together, day by day. */
export interface Layer {
  readonly hops: number;
  readonly holding: Holding;
  /** Its number among the BFS layers of the walk that found it. */
  readonly place?: number;
}

/** For each party, its layers in order of hops. */
export type Layers = Map<number, Layer[]>;

/** Adds a chain of so many hops to a party. */
export function addLayer(layers: Layers, party: number, hops: number, holding: Holding): void {
  layers.set(party, withLayer(layers.get(party) ?? [], { hops, holding }));
}

/** Layers and one more. Chains of one length are joined: certainty is judged over all of them. */
export function withLayer(layers: readonly Layer[], { hops, holding }: Layer): Layer[] {
  const at = layers.findIndex((layer) => layer.hops >= hops);
  if (at < 0) return [...layers, { hops, holding }];
  const next = layers[at] as Layer;
  return next.hops === hops
    ? layers.with(at, { hops, holding: eitherHolds(next.holding, holding) })
    : layers.toSpliced(at, 0, { hops, holding });
}

/** When a chain of both parts, together at most `maxHops` long, holds. */
export function joined(first: readonly Layer[], second: readonly Layer[], maxHops: number): Holding {
  let all = HOLDS_NEVER;
  for (const a of first) {
    for (const b of second) {
      if (a.hops + b.hops > maxHops) break;
      all = eitherHolds(all, bothHold(a.holding, b.holding));
    }
  }
  return all;
}

/** The fewest hops of a chain of both parts that may hold on one of the days; null where there is none. */
export function fewestHops(first: readonly Layer[], second: readonly Layer[], days: DaySet): number | null {
  let fewest: number | null = null;
  for (const a of first) {
    for (const b of second) {
      const hops = a.hops + b.hops;
      if (fewest !== null && hops >= fewest) break;
      if (overlaps(meet(a.holding.may, b.holding.may), days)) fewest = hops;
    }
  }
  return fewest;
}
