import { DAWN, type Day, NEVER } from "../domain/day.js";
import type { EntityTable } from "../projection/entity-table.js";
import type { View } from "../projection/view.js";
import { FewParties } from "./few-parties.js";
import { NOBODY, neededHolders, SEVERAL } from "./needed-holders.js";
import { PartyMarks } from "./party-marks.js";
import { type Period, Remembered } from "./period.js";

/**
 * Whether a party may control a company at all: whoever does controls each holder without which the others could not.
 * Most verdicts are NO, and few parties have to be looked at for that: mostly one such holder stands above the other.
 */
export function mayControl(view: View, controller: number, company: number, day: Day): boolean {
  const needed = neededHolders(view);
  let at = company;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (at === controller) return true;
    const holder = needed.needed(needed.on(at, day));
    if (holder === NOBODY) return false;
    if (holder === SEVERAL) break;
    at = holder;
  }
  return candidatesOf(view, at, day).parties.has(controller);
}

/** Beyond so many they mostly stand in a ring. */
const MOST_STEPS = 32;

/** Nobody but these may control a company, over some days. */
interface Candidates extends Period {
  readonly parties: FewParties;
}

/** Remembered for the view. */
function candidatesOf(view: View, company: number, day: Day): Candidates {
  const remembered = REMEMBERED.get(view) ?? new Remembered<Candidates>(MOST_REMEMBERED);
  REMEMBERED.set(view, remembered);
  // Asked at every pair: a function for `on` would be made each time.
  return remembered.known(company, day) ?? remembered.add(company, findCandidates(view, company, day));
}

/** A report asks for many parties of few companies. */
const MOST_REMEMBERED = 2_000;
const REMEMBERED = new WeakMap<View, Remembered<Candidates>>();

function findCandidates(view: View, company: number, day: Day): Candidates {
  const needed = neededHolders(view);
  const { entities } = view.projection;
  const gathered = GATHERED.get(entities) ?? new PartyMarks(entities.count);
  GATHERED.set(entities, gathered);
  // Where an earlier one was cut short its marks are still there.
  gathered.wipe();
  gathered.set(company, 1);
  let from: Day = DAWN;
  let until: Day = NEVER;
  const { marked } = gathered;
  for (let nth = 0, fetched = 0; nth < marked.length; nth += 1) {
    if (nth === fetched) {
      needed.fetch(marked, nth, marked.length);
      fetched = marked.length;
    }
    const at = needed.on(marked[nth] as number, day);
    needed.mark(gathered, at);
    from = Math.max(from, needed.from(at));
    until = Math.min(until, needed.until(at));
  }
  const parties = new FewParties(marked);
  gathered.wipe();
  return { parties, from, until };
}

/** For one after the other. */
const GATHERED = new WeakMap<EntityTable, PartyMarks>();
