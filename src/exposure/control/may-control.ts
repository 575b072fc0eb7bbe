import { DAWN, type Day, NEVER } from "../../domain/day.js";
import type { View } from "../../projection/view.js";
import { type Period, Remembered } from "../days/period.js";
import { PartyMarks } from "../party-marks.js";
import { FewParties } from "./few-parties.js";
import { NOBODY, neededHolders, SEVERAL } from "./needed-holders.js";

/**
 * Whether a party may control a company at all: whoever does controls each holder without which the others could not and,
 * where there is no such, holders that may together. Most verdicts are NO, and few parties have to be looked at for that:
 * mostly one such holder stands above the other.
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
  const { parties, pairs } = candidatesOf(view, at, day);
  return parties.has(controller) && mayGather(view, controller, at, { pairs, day });
}

/** Beyond so many they mostly stand in a ring. */
const MOST_STEPS = 32;

/** Nobody but these may control a company, over some days. */
interface Candidates extends Period {
  readonly parties: FewParties;
  /** Holders, each with a company that cannot be controlled without it or others: nearest first. */
  readonly pairs: readonly number[];
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
  const gathered = PartyMarks.for(view.projection.entities);
  gathered.set(company, 1);
  const pairs: number[] = [];
  let from: Day = DAWN;
  let until: Day = NEVER;
  const { marked } = gathered;
  for (let nth = 0, fetched = 0; nth < marked.length; nth += 1) {
    if (nth === fetched) {
      needed.fetch(marked, nth, marked.length);
      fetched = marked.length;
    }
    const party = marked[nth] as number;
    const at = needed.on(party, day);
    needed.gather(party, at, gathered, pairs);
    from = Math.max(from, needed.from(at));
    until = Math.min(until, needed.until(at));
  }
  return { parties: new FewParties(marked), pairs, from, until };
}

/**
 * Whether a candidate may control enough of the others: beginning with itself, whatever those that it may control may
 * control together. Farthest first, so that once through the pairs mostly tells.
 */
function mayGather(
  view: View,
  controller: number,
  company: number,
  { pairs, day }: { readonly pairs: readonly number[]; readonly day: Day },
): boolean {
  const needed = neededHolders(view);
  const controlled = PartyMarks.for(view.projection.entities);
  const { of } = controlled;
  controlled.set(controller, 1);
  for (let before = 0; before < controlled.size && of[company] === 0; ) {
    before = controlled.size;
    for (let pair = pairs.length - 2; pair >= 0; pair -= 2) {
      const held = pairs[pair + 1] as number;
      if (of[pairs[pair] as number] === 0 || of[held] !== 0) continue;
      const at = needed.on(held, day);
      if (needed.needed(at) >= 0 || needed.together(at, of, 1, "may")) controlled.set(held, 1);
    }
  }
  return of[company] !== 0;
}
