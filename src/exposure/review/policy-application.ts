import type { ReviewPolicy } from "../../domain/act.js";
import type { Verdict } from "../../domain/verdict.js";
import { type Path, pathOf } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { stronger, verdict, weaker } from "../../ownership/control/verdict.js";
import type { OwnerAbove } from "./owners-above.js";
import { partyCountry } from "./party-country.js";

/** Whether a review policy applies to a counterparty on a day, and through whom. */
export interface PolicyApplication {
  readonly policy: ReviewPolicy;
  readonly applies: Verdict;
  /** Whether the policy is in force that day. */
  readonly inForce: Verdict;
  /** What the counterparty's own country says. */
  readonly byOwnCountry: Verdict;
  /** Owners and controllers whose country says YES or leaves it undetermined, the strongest first, nearest first. */
  readonly through: readonly PolicyOwner[];
}

export interface PolicyOwner {
  readonly owner: number;
  /** Null where no source gives it. */
  readonly country: string | null;
  readonly verdict: Verdict;
  /** From the counterparty up to the owner. */
  readonly path: Path;
}

/** Parts of China with laws of their own: a policy on CN that does not name them leaves them undetermined. */
const APART: Readonly<Record<string, string>> = { HK: "CN", MO: "CN" };

/**
 * Whether a policy applies: its countries are that of the counterparty, or of any party that owns or controls it. What is
 * only possible (a chain, the policy's time), a country that no source gives, and Hong Kong or Macao under a policy on
 * China that does not name them leave it undetermined, as does a policy that names no country. NO rests on the owners
 * that are known.
 */
export function policyApplication(
  view: View,
  policy: ReviewPolicy,
  counterparty: number,
  owners: readonly OwnerAbove[],
): PolicyApplication {
  const { startLatest, endEarliest, endLatest } = policy.clock;
  const { validAt } = view.terms;
  const inForce = verdict(startLatest <= validAt && validAt < endEarliest, validAt < endLatest);
  const byOwnCountry = byCountry(policy, partyCountry(view, counterparty));
  const asked = policy.countries.length === 0 ? [] : owners;
  const through = asked
    .map((owner): PolicyOwner => {
      const country = partyCountry(view, owner.party);
      const said = byCountry(policy, country);
      return {
        owner: owner.party,
        country,
        verdict: owner.isCertain ? said : weaker(said, "UNDETERMINED"),
        path: pathOf(view, counterparty, owner.chain, owner.party),
      };
    })
    .filter((each) => each.verdict !== "NO")
    .sort((a, b) => rank(a) - rank(b));
  const named = through.map((each) => each.verdict).reduce(stronger, byOwnCountry);
  const applies = weaker(inForce, policy.countries.length === 0 ? "UNDETERMINED" : named);
  return { policy, applies, inForce, byOwnCountry, through };
}

function byCountry({ countries }: ReviewPolicy, country: string | null): Verdict {
  if (country === null) return "UNDETERMINED";
  if (countries.includes(country)) return "YES";
  return countries.includes(APART[country] ?? "") ? "UNDETERMINED" : "NO";
}

function rank({ verdict: said, country }: PolicyOwner): number {
  if (said === "YES") return 0;
  return country === null ? 2 : 1;
}
