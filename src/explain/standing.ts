import { DAWN, type Day, NEVER } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { firstDayOf } from "../domain/flag.js";
import type { FlagTiming } from "../exposure/finding.js";
import { OPENS } from "../graph/flags/flag-readings.js";
import { type Dealing, lastCertainDay, lastDay, lastToldDay } from "./dealings.js";
import { type FlagToTell, type Opening, openingsOf, relevance } from "./flag-description.js";
import type { Names } from "./names.js";

/**
 * How a dealing stands in time to the flag that matters most for it, on the printed days of both. Nothing is said to have
 * been during a flag but what a day of it shows.
 */
export type Standing =
  /** It began on a day after the flag had opened, and the flag was open then. */
  | { readonly how: "after"; readonly flag: FlagToTell; readonly opening: Opening }
  /** It had begun earlier, or may have, and went on after the flag had opened. */
  | { readonly how: "running"; readonly flag: FlagToTell; readonly opening: Opening }
  /** Its dates leave open whether it came before or after. */
  | { readonly how: "unclear"; readonly flag: FlagToTell; readonly opening: Opening }
  /** It came before; no source says until when it went on. */
  | { readonly how: "unstated"; readonly flag: FlagToTell; readonly opening: Opening }
  /** It came after the flag had ended or been established: `event` is what ended it. */
  | { readonly how: "past"; readonly flag: FlagToTell; readonly opening: Opening }
  /** It came before the flag opened; `days` from its last day to the opening, `atLeast` where one of them is uncertain. */
  | {
      readonly how: "before";
      readonly flag: FlagToTell;
      readonly opening: Opening;
      readonly from: Day;
      readonly to: Day;
      readonly atLeast: boolean;
    }
  | { readonly how: "undated" }
  | { readonly how: "none" };

/** The flags of a group by target and id. */
export type FlagsOf = (target: EntityId, flag: string) => FlagToTell | undefined;

export function standingOf(dealing: Dealing, flagsOf: FlagsOf, names: Names): Standing {
  const { timing } = dealing;
  if (timing === null || timing.byFlag.length === 0) return { how: "none" };
  if (timing.timing === "UNDATED") return { how: "undated" };
  const flags = timing.byFlag.flatMap((its) => {
    const flag = flagsOf(timing.target, its.flag);
    const opening = flag && openingFor(dealing, openingsOf(flag, names));
    return flag && opening ? [{ its, flag, opening }] : [];
  });
  const rests = timing.lastStated !== undefined;
  const pick = (timings: readonly FlagTiming["timing"][]) =>
    flags
      .filter(({ its }) => timings.includes(its.timing))
      .sort((a, b) => relevance(a.flag) - relevance(b.flag) || a.opening.latest - b.opening.latest)[0];
  const concurrent = pick(["CONCURRENT"]);
  if (concurrent) {
    const { flag, opening } = concurrent;
    if (began(dealing, opening)) return { how: "after", flag, opening };
    return { how: lastCertainDay(dealing) >= opening.latest ? "running" : "unclear", flag, opening };
  }
  const nearest = [...flags].sort(
    (a, b) => a.opening.latest - b.opening.latest || relevance(a.flag) - relevance(b.flag),
  );
  if (timing.timing === "POSSIBLY_CONCURRENT") {
    const possible = rests
      ? nearest.find(({ its }) => its.timing === "POSSIBLY_CONCURRENT")
      : pick(["POSSIBLY_CONCURRENT"]);
    if (!possible) return { how: "none" };
    const { flag, opening } = possible;
    if (!rests) return { how: began(dealing, opening) ? "after" : "unclear", flag, opening };
    if (lastToldDay(dealing, names) < opening.earliest) return { how: "unstated", flag, opening };
    return { how: "unclear", flag, opening };
  }
  const past = pick(["AFTER"]);
  if (past) return { how: "past", flag: past.flag, opening: past.opening };
  const next = nearest.find(({ its }) => its.timing === "BEFORE");
  if (!next) return { how: "none" };
  return { how: "before", flag: next.flag, opening: next.opening, ...gapTo(dealing, next.opening, names) };
}

/** Of several openings of a flag the last one before a dealing's end, else the next. */
function openingFor(dealing: Dealing, openings: readonly Opening[]): Opening | undefined {
  const last = lastDay(dealing);
  return openings.findLast(({ latest }) => latest <= last) ?? openings[0];
}

/** Whether a dealing began for certain on or after the day of an opening. */
function began({ claim }: Dealing, { latest }: Opening): boolean {
  return claim.clock.startEarliest >= latest;
}

function gapTo(dealing: Dealing, opening: Opening, names: Names): { from: Day; to: Day; atLeast: boolean } {
  const from = lastToldDay(dealing, names);
  const { startEarliest, startLatest } = dealing.claim.clock;
  const isExact =
    dealing.claim.end === null && startEarliest === startLatest && opening.earliest === opening.latest;
  return { from, to: opening.earliest, atLeast: !isExact };
}

/** Whether the gap of a standing can be printed: both days are known. */
export function hasGap(standing: Standing): standing is Extract<Standing, { how: "before" }> {
  return (
    standing.how === "before" && standing.from > DAWN && standing.to < NEVER && standing.to > standing.from
  );
}

/** The event after an opening with which a flag was no longer open when a dealing began; null where none is certain. */
export function closingBefore(flag: FlagToTell, opening: Opening, { claim }: Dealing) {
  return (
    flag.counted.findLast(
      (event) =>
        !OPENS.has(event.event) &&
        firstDayOf(event) >= opening.latest &&
        event.clock.startLatest <= claim.clock.startEarliest,
    ) ?? null
  );
}
