import { listedParties } from "../../graph/flags/listed-parties.js";
import type { View } from "../../graph/view.js";
import { ownershipRule, type RuleVerdict } from "../../ownership/rules/ownership-rule.js";
import { REGIME_TABLE, REGIMES, type Regime } from "../../ownership/rules/regimes.js";
import type { CounterpartyFinding, Finding } from "../finding.js";
import type { Differences } from "./differs.js";

/**
 * Whether a legal ownership rule says something else of a counterparty that both findings have, each on its own asOf.
 * In steps. The rules are judged only where something that they read differs.
 */
export function* rulesDiffer(
  before: Finding,
  after: Finding,
  differences: Differences,
): Generator<void, boolean> {
  for (const later of after.counterparties) {
    const earlier = before.counterparties.find((each) => each.counterparty === later.counterparty);
    if (earlier === undefined) continue;
    for (const regime of REGIMES) if (yield* ruleDiffers(regime, earlier, later, differences)) return true;
  }
  return false;
}

function* ruleDiffers(
  regime: Regime,
  earlier: CounterpartyFinding,
  later: CounterpartyFinding,
  { before, after, holdersMayDiffer }: Differences,
): Generator<void, boolean> {
  const { counterparty, asOf } = later;
  const readsSame =
    earlier.asOf === asOf &&
    before.supposed.thresholds.get(regime) === after.supposed.thresholds.get(regime) &&
    listedOn(before, regime, asOf) === listedOn(after, regime, asOf) &&
    !(yield* holdersMayDiffer(partyOf(after, counterparty)));
  if (readsSame) return false;
  return (yield* verdict(before, regime, earlier)) !== (yield* verdict(after, regime, later));
}

function* verdict(
  view: View,
  regime: Regime,
  { counterparty, asOf }: CounterpartyFinding,
): Generator<void, RuleVerdict> {
  const company = partyOf(view, counterparty);
  return (yield* ownershipRule(view, { regime, company, day: asOf, flagged: null })).verdict;
}

function listedOn(view: View, regime: Regime, day: number): string {
  const { must, may } = listedParties(view, REGIME_TABLE[regime].lists, day);
  return `${[...must].join()}/${[...may].join()}`;
}

function partyOf(view: View, id: string): number {
  return view.partyOf(view.projection.entities.indexOf(id));
}
