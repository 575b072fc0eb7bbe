import type { Decision } from "../domain/act.js";
import type { EntityId } from "../domain/entity.js";
import type { Verdict } from "../domain/verdict.js";
import { calledIn } from "./claim-text.js";
import type { Names } from "./names.js";
import { listWords, sentence } from "./sentence.js";

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
