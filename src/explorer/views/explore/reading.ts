import { claimClock } from "../../../domain/claim-clock.js";
import { DAWN, type Day, NEVER } from "../../../domain/day.js";
import { parseUncertainDate } from "../../../domain/uncertain-date.js";
import type { DrawnFragment, PartyFragment } from "../../api/documents.generated.js";
import { KINDS } from "../../api/relation-kinds.js";

/** When a relation holds, in days: the earliest and latest reading of its start and of its end. */
export interface Span {
  readonly startEarliest: Day;
  readonly startLatest: Day;
  readonly endEarliest: Day;
  readonly endLatest: Day;
  /** Money is given on a day and stays given. */
  readonly isEvent: boolean;
}

/** How a relation stands on a day: it holds or held for certain, it may, it is over, or it has not begun. */
export type Reading = "certain" | "possible" | "ended" | "later";

/** The span of a relation by the method's rules for empty dates, cut to the founding and the end of both sides. */
export function spanOf(relation: DrawnFragment): Span {
  const { start, end, citations } = relation;
  const { name: kind, carriesMoney } = KINDS[relation.kind];
  const cells = { record: "relation", kind, start, end, recorded: null, retracted: null } as const;
  const clock = claimClock(
    cells,
    citations.map(({ source }) => source),
  );
  const startless = clock.undated || (clock.startEarliest <= DAWN && clock.startLatest >= NEVER);
  const sides = [relation.from, relation.to].map(lifeOf);
  const cutting = startless ? [] : sides;
  const startEarliest = Math.max(clock.startEarliest, ...cutting.map((side) => side.foundedEarliest));
  const endLatest = Math.min(clock.endLatest, ...sides.map((side) => side.goneLatest));
  const founded = Math.max(DAWN, ...cutting.map((side) => side.foundedLatest));
  return {
    startEarliest,
    startLatest: Math.max(startEarliest, clock.startLatest, Math.min(founded, endLatest - 1)),
    endEarliest: Math.min(clock.endEarliest, ...sides.map((side) => side.goneEarliest)),
    endLatest,
    isEvent: carriesMoney,
  };
}

function lifeOf({ founded, dissolved }: PartyFragment) {
  const [born, gone] = [founded, dissolved].map((text) => (text === null ? null : parseUncertainDate(text)));
  return {
    foundedEarliest: born?.earliest ?? DAWN,
    foundedLatest: born?.latest ?? DAWN,
    goneEarliest: dayAfter(gone?.earliest ?? NEVER),
    goneLatest: dayAfter(gone?.latest ?? NEVER),
  };
}

function dayAfter(day: Day): Day {
  return day >= NEVER ? NEVER : day + 1;
}

/** How a relation of this span stands on a day. */
export function readingOn(span: Span, day: Day): Reading {
  if (span.startEarliest > day) return "later";
  if (span.isEvent) return span.startLatest <= day ? "certain" : "possible";
  if (day >= span.endLatest) return "ended";
  return span.startLatest <= day && day < span.endEarliest ? "certain" : "possible";
}
