import { DAWN, type Day, NEVER } from "../domain/day.js";
import type { View } from "../projection/view.js";
import { FewParties } from "./few-parties.js";
import { neededHolders } from "./needed-holders.js";
import { type Period, Remembered } from "./period.js";

/** A set of parties, over some days. */
export interface Candidates extends Period {
  readonly parties: Pick<FewParties, "has">;
}

/**
 * Nobody but these may control a company: whoever does controls each holder without which the others could not. Most
 * verdicts are NO, and few parties have to be looked at for that. Remembered for the view.
 */
export function mayControl(view: View, company: number, day: Day): Candidates {
  const remembered = REMEMBERED.get(view) ?? new Remembered<Candidates>(MOST_REMEMBERED);
  REMEMBERED.set(view, remembered);
  return remembered.on(company, day, () => candidatesFor(view, company, day));
}

/** A report asks for many parties of few companies. */
const MOST_REMEMBERED = 2_000;
const REMEMBERED = new WeakMap<View, Remembered<Candidates>>();

function candidatesFor(view: View, company: number, day: Day): Candidates {
  const needed = neededHolders(view);
  const parties = new FewParties();
  parties.add(company);
  let from: Day = DAWN;
  let until: Day = NEVER;
  for (const party of parties.list) {
    const at = needed.on(party, day);
    needed.addTo(parties, at);
    from = Math.max(from, needed.from(at));
    until = Math.min(until, needed.until(at));
  }
  return { parties, from, until };
}
