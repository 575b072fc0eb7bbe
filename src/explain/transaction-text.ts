import type { Decision } from "../domain/act.js";
import type { EntityId } from "../domain/entity.js";
import type { FlagState } from "../domain/flag.js";
import type { Verdict } from "../domain/verdict.js";
import type { TransactionTiming } from "../exposure/finding.js";
import { calledIn } from "./claim-text.js";
import { dayWords, spanWords } from "./date-words.js";
import { called } from "./flag-description.js";
import type { Names } from "./names.js";
import { listWords, sentence } from "./sentence.js";

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

/** A decision, whether it covers some counterparties, and whether a transaction's date was judged too. */
export interface CoverageToTell {
  readonly decision: Decision;
  readonly covers: Verdict;
  readonly counterparties: readonly EntityId[];
  readonly ofTransaction: boolean;
}

/** Why a decision covers a counterparty, or does not, or why that is undetermined. */
export function coverageText(told: CoverageToTell, names: Names): string {
  const { decision, covers, counterparties, ofTransaction } = told;
  const called = (ids: readonly EntityId[]) => listWords(ids.map(calledIn(names)));
  const named = counterparties.filter((id) => decision.counterparties.includes(id));
  const others = called(counterparties);
  const parties = called(decision.counterparties);
  if (covers === "NO") return sentence(`the decision names ${parties} and does not cover ${others}`);
  const lead = ofTransaction ? DATED[covers] : "";
  if (named.length > 0) return lead + sentence(`the decision names ${called(named)}`);
  if (decision.coversSubsidiaries === null)
    return (
      lead +
      sentence(
        `the decision names ${parties}; whether it covered ${counterparties.length === 1 ? "a company of the same group such as " : ""}${others} is not certain`,
      )
    );
  const clause =
    covers === "YES"
      ? `the decision covers the subsidiaries of ${parties}, and ${others} is one`
      : `the decision covers the subsidiaries of ${parties}; whether ${others} is one is not certain`;
  return lead + sentence(clause);
}

const DATED = {
  YES: "It is dated after the decision, and may have been promised before. ",
  UNDETERMINED: "Whether it falls under the decision is not certain. ",
} as const;
