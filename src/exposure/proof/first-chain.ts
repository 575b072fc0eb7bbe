import { type DaySet, join, overlaps, within } from "../../graph/days/day-set.js";
import type { View } from "../../graph/view.js";
import { AT_START, type BfsWays, type Layer } from "../../graph/walk/bfs-layers.js";

/** A claim that leads from one layer to the next. */
interface LayerStep {
  readonly claim: number;
  readonly to: number;
}

/**
 * Of the chains by which a walk came to a layer and that may hold on some of the days, the first by the sequence of claim
 * ids; null where there is none. The walk began with these days, be it among others.
 *
 * It is right where no shorter chain holds on any of these days, as for the fewest hops of a finding: a chain then meets
 * each party on it in the fewest claims that hold on its day (else there were a shorter one), so that the walk has a
 * layer of that length for each, with the claim that led there. From the layer back one learns on which days a
 * chain goes on from each, and so needs no second try on the way forward.
 */
export function firstChain(
  view: View,
  ways: BfsWays,
  { place: layer = AT_START, hops: length, holding }: Layer,
  may: DaySet,
): readonly number[] | null {
  const only = onlyChain(ways, layer, length);
  if (only !== null) return overlaps(holding.may, may) ? only : null;
  const { relations } = view.projection;
  const during = (days: DaySet, claim: number) =>
    within(days, relations.startEarliest(claim), relations.endLatest(claim));
  const onwards = new Map<number, DaySet>([[layer, may]]);
  const steps = new Map<number, LayerStep[]>();
  let level = [layer];
  for (let hops = length; hops > 0; hops -= 1) {
    const before: number[] = [];
    for (const to of level) {
      for (const [claim, from] of ways.to(to)) {
        const days = during(onwards.get(to) as DaySet, claim);
        if (days.length === 0) continue;
        const known = steps.get(from);
        if (known) known.push({ claim, to });
        else {
          steps.set(from, [{ claim, to }]);
          before.push(from);
        }
        onwards.set(from, known ? join(onwards.get(from) as DaySet, days) : days);
      }
    }
    level = before;
  }
  const chain: number[] = [];
  let days = may;
  for (let at = AT_START; at !== layer; ) {
    const leading = (steps.get(at) ?? []).filter(({ claim, to }) =>
      overlaps(during(days, claim), onwards.get(to) as DaySet),
    );
    const step = firstById(view, leading);
    if (step === null) return null;
    chain.push(step.claim);
    days = during(days, step.claim);
    at = step.to;
  }
  return chain;
}

/** The chain that leads to a layer where it is one alone, as nearly always: its days are those of the layer. */
function onlyChain(ways: BfsWays, layer: number, length: number): readonly number[] | null {
  const chain = new Array<number>(length);
  for (let at = layer, nth = length - 1; at !== AT_START; at = ways.layerBefore(at), nth -= 1) {
    if (!ways.hasOne(at)) return null;
    chain[nth] = ways.claimTo(at);
  }
  return chain;
}

function firstById(view: View, steps: readonly LayerStep[]): LayerStep | null {
  const [first, second] = steps;
  if (first === undefined || second === undefined) return first ?? null;
  const { relations } = view.projection;
  return steps.reduce(
    (best, step) => (relations.compareIds(step.claim, best.claim) < 0 ? step : best),
    first,
  );
}
