import type { FlagState } from "../domain/flag.js";
import type { TransactionTiming } from "../exposure/finding.js";
import { dayWords, spanWords } from "./date-words.js";
import { called } from "./flag-description.js";
import type { Names } from "./names.js";

type Timed = Pick<
  TransactionTiming,
  "timing" | "days" | "flag" | "flagState" | "target" | "lastStated" | "startEarliest" | "startLatest"
>;

/**
 * How one transaction stands in time to the flag that gives its timing, as it goes on behind a clause: `13 months before "A
 * case" opened for Huawei`.
 */
export function timingText(timed: Timed, names: Names): string {
  const { timing, flag, target, days, startEarliest, startLatest } = timed;
  if (timing === "UNDATED") return "on a day that no source gives";
  if (timing === "NO_FLAG" || flag === null)
    return "no listing or probe that counts gives it a place in time";
  const title = `"${names.flag(flag)?.title ?? flag}"`;
  const of = `for ${called(target, names)}`;
  if (timing === "CONCURRENT") return `while ${title} was open ${of}`;
  if (timing === "POSSIBLY_CONCURRENT") return `possibly while ${title} was open ${of}${vouched(timed)}`;
  const isOneDay = startEarliest === startLatest;
  if (timing === "BEFORE") {
    const gap = days === null ? "" : `${spanWords(startLatest, startLatest + days, !isOneDay)} `;
    return `${gap}before ${title} opened ${of}`;
  }
  const gap = days === null ? "" : `${spanWords(startEarliest - days, startEarliest, !isOneDay)} `;
  return `${gap}after ${title} was open ${of}${stoodThen(timed.flagState)}`;
}

function vouched({ lastStated }: Timed): string {
  return lastStated == null ? "" : `; no source vouches for it from ${dayWords(lastStated)} on`;
}

function stoodThen(state: FlagState | null): string {
  switch (state) {
    case "ended":
      return ", which had ended by then";
    case "established":
      return ", which was established by then";
    case "suspended":
      return ", which was suspended by then";
    default:
      return "";
  }
}
