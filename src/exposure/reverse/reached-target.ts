import { type Day, NEVER } from "../../domain/day.js";
import { TIE_KINDS } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { opposite, stepsOf, type WalkDirection } from "../../graph/walk/hubs.js";
import type { ExposedTermsOf } from "../question.js";
import { ChainDays } from "./chain-days.js";

/** The parties from which chains lead to the target: as SUBSIDIARY and PROGRAM read them, and as PARENT does; null: none. */
export interface Reached {
  readonly up: ChainDays | null;
  readonly down: ChainDays | null;
}

export function* reachedFrom(
  view: View,
  target: number,
  { channels, maxHops, hubLimit }: ExposedTermsOf,
): Generator<void, Reached> {
  const within = [firstTransactionDay(view), view.terms.validAt + 1] as const;
  const walk = function* (direction: WalkDirection): Generator<void, ChainDays | null> {
    const back = stepsOf(view, opposite(direction));
    const leadsBack = [...view.members(target)].some((member) => back.degree(member) > 0);
    return leadsBack
      ? yield* ChainDays.walked(view, target, { direction, maxHops: maxHops - 1, hubLimit, within })
      : null;
  };
  return {
    up: channels.includes("SUBSIDIARY") || channels.includes("PROGRAM") ? yield* walk("up") : null,
    down: channels.includes("PARENT") ? yield* walk("down") : null,
  };
}

export function isReached({ up, down }: Reached, party: number): boolean {
  return (up?.leadsFrom(party) ?? false) || (down?.leadsFrom(party) ?? false);
}

/** No transaction of the view may be before this day, so that no chain matters before it; never where there is none. */
function firstTransactionDay(view: View): Day {
  const known = FIRST_DAYS.get(view);
  if (known !== undefined) return known;
  const { relations } = view.projection;
  let first: Day = NEVER;
  for (const kind of TIE_KINDS) {
    for (const relation of relations.ofKind(kind))
      if (view.has(relation)) first = Math.min(first, relations.startEarliest(relation));
  }
  FIRST_DAYS.set(view, first);
  return first;
}

const FIRST_DAYS = new WeakMap<View, Day>();
