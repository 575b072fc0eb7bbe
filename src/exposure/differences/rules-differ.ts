import { listedParties } from "../../graph/flags/listed-parties.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import { ownershipRule, type RuleVerdict } from "../../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, REGIMES, type Regime } from "../../ownership/rules/regimes.js";
import type { CounterpartyFinding, Finding } from "../finding.js";
import type { Differences } from "./differs.js";

/**
 * Whether a legal ownership rule says something else of a counterparty that both findings have, each on its own asOf.
 * The rules are judged only where something that they read differs.
 */
export function rulesDiffer(before: Finding, after: Finding, differences: Differences): boolean {
  return after.counterparties.some((later) => {
    const earlier = before.counterparties.find((each) => each.counterparty === later.counterparty);
    return (
      earlier !== undefined && REGIMES.some((regime) => ruleDiffers(regime, earlier, later, differences))
    );
  });
}

function ruleDiffers(
  regime: Regime,
  earlier: CounterpartyFinding,
  later: CounterpartyFinding,
  { before, after, holdersMayDiffer }: Differences,
): boolean {
  const { counterparty, asOf } = later;
  const readsSame =
    earlier.asOf === asOf &&
    before.supposed.thresholds.get(regime) === after.supposed.thresholds.get(regime) &&
    listedOn(before, regime, asOf) === listedOn(after, regime, asOf) &&
    !holdersMayDiffer(partyOf(after, counterparty));
  if (readsSame) return false;
  return verdict(before, regime, earlier) !== verdict(after, regime, later);
}

function verdict(view: View, regime: Regime, { counterparty, asOf }: CounterpartyFinding): RuleVerdict {
  const company = partyOf(view, counterparty);
  return runToCompletion(ownershipRule(view, { regime, company, day: asOf, flagged: null })).verdict;
}

function listedOn(view: View, regime: Regime, day: number): string {
  const { must, may } = listedParties(view, REGIME_TABLE[regime].lists, day);
  return `${[...must].join()}/${[...may].join()}`;
}

function partyOf(view: View, id: string): number {
  return view.partyOf(view.projection.entities.indexOf(id));
}
