import type { View } from "../projection/view.js";
import { bothHold, holdingOf, untilDay } from "./clock.js";
import { hubClaims, opposite, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";
import { addLayer, type Layers } from "./layers.js";

export interface ChainOptions {
  readonly direction: WalkDirection;
  /** The longest chain, in claims. */
  readonly maxHops: number;
  readonly hubLimit: number;
  /** Whether a party that is `hops` claims away from the target may stand in a chain. */
  readonly mayStand: (party: number, hops: number) => boolean;
}

/**
 * All chains of own+ that end at a target, as walked towards it in `direction` from a counterparty: for each party from
 * which the target can be reached, when a chain of so many claims holds. Walks backwards from the target; the target
 * itself is not in the answer. A hub is not passed through.
 *
 * A walk that meets a party twice adds nothing: the shorter one holds whenever it does.
 */
export function chainsTo(view: View, target: number, options: ChainOptions): Layers {
  const { relations } = view.projection;
  const back = opposite(options.direction);
  const steps = stepsOf(view, back);
  const chains: Layers = new Map();
  let frontier: Layers = new Map([[target, [{ hops: 0, holding: untilDay(view.terms.validAt) }]]]);
  for (let hops = 1; hops <= options.maxHops && frontier.size > 0; hops += 1) {
    const next: Layers = new Map();
    for (const [party, [layer]] of frontier) {
      if (
        !layer ||
        (party !== target && hubClaims(view, party, options.direction, options.hubLimit) !== null)
      )
        continue;
      for (const member of view.members(party)) {
        for (const relation of steps.of(member)) {
          if (!view.has(relation)) continue;
          const end = stepEnd(view, relation, back);
          if (end === target || end === party || !options.mayStand(end, hops)) continue;
          const holding = bothHold(layer.holding, holdingOf(relations, relation));
          if (holding.may.length > 0) addLayer(next, end, hops, holding);
        }
      }
    }
    for (const [party, [layer]] of next) if (layer) addLayer(chains, party, hops, layer.holding);
    frontier = next;
  }
  return chains;
}
