import type { Decision } from "../../domain/act.js";
import type { EntityId } from "../../domain/entity.js";
import type { Verdict } from "../finding.js";
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
  const called = (ids: readonly EntityId[]) => listWords(ids.map((id) => names.entity(id) ?? id));
  const named = counterparties.filter((id) => decision.counterparties.includes(id));
  const others = called(counterparties);
  const parties = called(decision.counterparties);
  if (covers === "NO") return sentence(`the decision names ${parties}; it does not cover ${others}`);
  const lead = ofTransaction ? DATED[covers] : "";
  if (named.length > 0) return lead + sentence(`the decision names ${called(named)}`);
  if (decision.coversSubsidiaries === null) {
    return (
      lead +
      sentence(
        `the decision names ${parties} and does not say whether it covers subsidiaries such as ${others}`,
      )
    );
  }
  if (covers === "YES")
    return lead + sentence(`the decision covers the subsidiaries of ${parties}, and ${others} is one`);
  return (
    lead +
    sentence(`the decision covers the subsidiaries of ${parties}; whether ${others} is one is undetermined`)
  );
}

const DATED = {
  YES: "The transaction is dated after the decision. ",
  UNDETERMINED:
    "Its date or the decision's scope leaves open whether the transaction falls under the decision. ",
} as const;
