import type { View } from "../projection/view.js";
import { type DaySet, join, meet, NO_DAYS, within } from "./day-set.js";
import { hubClaims, stepEnd, stepsOf, type WalkDirection } from "./hubs.js";

export interface WaysOptions {
  /** How the chains are walked, away from the university. */
  readonly direction: WalkDirection;
  /** Only what may hold on some of these days matters. */
  readonly days: DaySet;
  readonly hubLimit: number;
  /** Parties that no chain leads through. */
  readonly barred: ReadonlySet<number>;
}

/**
 * On which days chains of own+ may lead from a party to a target, by their length: tells whoever walks towards it which
 * steps are worth taking. Asked for parties near the start only, so that a target with thousands of holdings costs no
 * more than another. A way that passes a party twice is none, but is not told apart here.
 */
export class WaysTo {
  private readonly view: View;
  private readonly target: number;
  private readonly options: WaysOptions;
  private readonly known = new Map<number, DaySet>();

  constructor(view: View, target: number, options: WaysOptions) {
    this.view = view;
    this.target = target;
    this.options = options;
  }

  /** The days on which a chain of exactly so many claims, one or more, may lead on from a party that is passed through. */
  from(party: number, claims: number): DaySet {
    if (claims === 1) return this.find(party, 1);
    const key = party * MOST_CLAIMS + claims;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(party, claims);
    this.known.set(key, found);
    return found;
  }

  private find(party: number, claims: number): DaySet {
    const { view, target } = this;
    const { direction, days, hubLimit, barred } = this.options;
    if (hubClaims(view, party, direction, hubLimit) !== null) return NO_DAYS;
    const { startEarliest, endLatest } = view.projection.relations;
    const steps = stepsOf(view, direction);
    const places = steps.relations as Int32Array;
    let found = NO_DAYS;
    let member = party;
    do {
      const end = steps.offsets[member + 1] as number;
      for (let place = steps.offsets[member] as number; place < end; place += 1) {
        const relation = places[place] as number;
        if (!view.has(relation)) continue;
        const next = stepEnd(view, relation, direction);
        if ((next === target) !== (claims === 1) || next === party || barred.has(next)) continue;
        const may = within(days, startEarliest[relation] as number, endLatest[relation] as number);
        if (may.length > 0) found = join(found, claims === 1 ? may : meet(may, this.from(next, claims - 1)));
      }
      member = view.parties.next[member] as number;
    } while (member !== party);
    return found;
  }
}

/** Longer paths than this cannot be asked for. */
const MOST_CLAIMS = 256;
