import { NEVER } from "../../domain/day.js";
import type { FlagId, FlagState } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { Timing, TransactionTiming } from "../finding.js";
import { dayWords, onDate } from "./date-words.js";
import type { Names } from "./names.js";

const STATE_WORDS: Record<FlagState, string> = {
  open: "open",
  established: "established",
  ended: "ended",
  suspended: "suspended",
};

export interface TimingToTell {
  /** The transaction's own: where it writes until when it was stated, its words are used. */
  readonly claim?: Claim | null;
  /** Whom the flag came to concern after it had begun for others; null: it began with whom it concerns. */
  readonly openedFor?: string | null;
}

/**
 * How a transaction stands in time to the flag that gives its timing: "400 days before … opened".
 */
export function timingText(
  transaction: TransactionTiming,
  names: Names,
  { claim = null, openedFor = null }: TimingToTell = {},
): string {
  const { flag, timing, days } = transaction;
  if (timing === "UNDATED") return "its date is not known";
  if (flag === null) return TIMING_WORDS.NO_FLAG;
  const title = flagTitle(flag, names);
  const count = `${days ?? 0} ${days === 1 ? "day" : "days"}`;
  if (timing === "CONCURRENT") return `while ${title} was open`;
  if (timing === "POSSIBLY_CONCURRENT")
    return `possibly while ${title} was open${lastStatedWords(transaction, claim)}`;
  if (timing === "BEFORE")
    return `${count} before ${title} opened${openedFor === null ? "" : ` for ${openedFor}`}`;
  const state = transaction.flagState === null ? "" : `, when it was ${STATE_WORDS[transaction.flagState]}`;
  return `${count} after ${title} was last open${state}`;
}

/** `lastStated` is the first day that no source vouches for: the text names the day before. */
function lastStatedWords({ lastStated }: TransactionTiming, claim: Claim | null): string {
  if (lastStated === undefined) return "";
  if (lastStated === null || lastStated >= NEVER) return ", though no source says until when it held";
  const [stated = ""] = claim?.end?.split("/") ?? [];
  const isOwn = stated !== "" && stated !== ".." && parseUncertainDate(stated).earliest === lastStated;
  return isOwn ? `, last stated ${onDate(stated)}` : `, last stated on ${dayWords(lastStated - 1)}`;
}

function flagTitle(flag: FlagId, names: Names): string {
  return `"${names.flag(flag)?.title ?? flag}"`;
}

/** A timing as a column's heading in prose. */
export const TIMING_WORDS: Record<Timing, string> = {
  CONCURRENT: "while a probe or listing that counts was open",
  POSSIBLY_CONCURRENT: "possibly while one was open",
  AFTER: "after",
  BEFORE: "before",
  UNDATED: "without a date",
  NO_FLAG: "with no listing or probe that counts on record",
};
