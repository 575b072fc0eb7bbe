import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { outsideText, payerGroupText } from "../explain/payer-group-text.js";
import {
  type FundingsOfPayer,
  type GroupRule,
  groupGrounds,
  type OutsideReason,
  type PayerGroup,
  payerGroups,
  ruleOf,
} from "../exposure/comparisons/payer-groups.js";
import { targetGroup } from "../exposure/findings/target-group.js";
import type { PathStep } from "../graph/paths/path.js";
import { inTurns } from "./in-turns.js";
import type { ListScope } from "./lists/list-scope.js";
import { type FundingTotal, totalsByCurrency } from "./report/funding-total.js";
import { graphNames } from "./resident/graph-names.js";

/** What a group paid, by whom, by which rule they are one group, and what stands outside. */
export interface ToldPayerGroup {
  readonly group: EntityId;
  /** The day on which the group is read. */
  readonly asOf: Day;
  readonly knownAt: Day;
  readonly groupRule: GroupRule;
  readonly totals: readonly FundingTotal[];
  /** By id. */
  readonly payers: readonly GroupedPayer[];
  /** By reason. */
  readonly outside: readonly OutsideGroup[];
  readonly text: string;
}

export interface GroupedPayer {
  readonly payer: EntityId;
  readonly rule: GroupRule;
  readonly totals: readonly FundingTotal[];
  /** The claims that put it in the group, from the group down; none for the group itself. */
  proof(): readonly PathStep[];
}

/** What payers of the same family paid that are not of the group. */
export interface OutsideGroup {
  readonly reason: OutsideReason;
  /** By id. */
  readonly payers: readonly EntityId[];
  readonly totals: readonly FundingTotal[];
  readonly text: string;
}

/** The group of a party (an entity's number) on the day on which a scope reads states, as the pages have it. */
export function groupsOn(scope: ListScope): (entity: number) => number {
  const view = scope.stateView();
  const known = new Map<number, number>();
  return (entity) => {
    const party = view.partyOf(entity);
    const group = known.get(party) ?? targetGroup(view, party, scope.stateDay);
    known.set(party, group);
    return group;
  };
}

export interface PayerGroupTerms {
  /** Of all groups: what stands outside of one is found among those of the others. */
  readonly fundings: readonly number[];
  readonly groups: readonly number[];
}

/** Some groups of payers, by id. */
export async function tellPayerGroups(
  scope: ListScope,
  { fundings, groups }: PayerGroupTerms,
): Promise<readonly ToldPayerGroup[]> {
  const view = scope.stateView();
  const inOrder = groups.toSorted((a, b) => a - b);
  const found = await inTurns(payerGroups(view, { fundings, groups: inOrder, day: scope.stateDay }));
  return found.map((group) => tell(scope, group));
}

function tell(scope: ListScope, { group, payers, outside }: PayerGroup): ToldPayerGroup {
  const { stateDay: day, knownAt, projection } = scope;
  const view = scope.stateView();
  const id = (party: number) => projection.entities.id(party);
  const names = graphNames(projection, knownAt);
  const sums = (some: readonly FundingsOfPayer[]) =>
    totalsByCurrency(
      scope,
      some.flatMap(({ fundings }) => fundings),
    );
  const grouped = payers.map((each) => ({
    payer: id(each.payer),
    totals: sums([each]),
    ...groupGrounds(view, { payer: each.payer, group, day }),
  }));
  const reasons = [...new Set(outside.map(({ reason }) => reason))];
  const asOf = { group: id(group), day };
  return {
    ...{ group: id(group), asOf: day, knownAt },
    groupRule: ruleOf(grouped.map(({ rule }) => rule)),
    totals: sums(payers),
    payers: grouped,
    outside: reasons.map((reason) => {
      const some = outside.filter((each) => each.reason === reason);
      const left = {
        reason,
        payers: some.map(({ payer }) => id(payer)),
        totals: sums(some),
      };
      return { ...left, text: outsideText({ ...asOf, ...left }, names) };
    }),
    text: payerGroupText({ ...asOf, payers: grouped }, names),
  };
}
