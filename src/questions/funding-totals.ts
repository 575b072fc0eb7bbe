import { DAWN, type Day, NEVER } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { printUncertainDate } from "../domain/uncertain-date.js";
import type { Names } from "../explain/names.js";
import { axisLabel, outsideText, payerGroupText } from "../explain/payer-group-text.js";
import {
  type FundingDimension,
  type FundingSum,
  fundingTotals,
} from "../exposure/comparisons/funding-totals.js";
import {
  type FundingsOfPayer,
  type GroupRule,
  groupGrounds,
  type OutsideReason,
  type PayerGroup,
  payerGroups,
  ruleOf,
} from "../exposure/comparisons/payer-groups.js";
import type { SummedFundings } from "../exposure/comparisons/sum-fundings.js";
import { targetGroups } from "../exposure/findings/target-group.js";
import type { PathStep } from "../graph/paths/path.js";
import type { MatrixLabel } from "./exposure-matrix.js";
import { inTurns } from "./in-turns.js";
import { mayBeStartless } from "./lists/date-order.js";
import { type FundingFilter, formsOf, selectedFundings } from "./lists/funding-filter.js";
import type { ListScope } from "./lists/list-scope.js";
import type { List } from "./pagination.js";
import { graphNames } from "./resident/graph-names.js";

export interface FundingTotalsQuestion {
  readonly groupBy: readonly FundingDimension[];
  readonly filter?: FundingFilter | null | undefined;
}

/** The sums, and the groups to which the payers of what is summed belong. */
export interface FundingTotals extends List<FundingTotal> {
  /** In the order of ids; the one of the filter alone where it names one. */
  payerGroups(): Promise<readonly ToldPayerGroup[]>;
}

/**
 * Sums of confirmed and reported Fundings by some keys and the currency, in the order of the keys. The clocks are the
 * scope's: validAt cuts off the future, without it everything known counts. A payer's group is that on the day on which
 * states are read.
 * @throws BAD_USER_INPUT for what the filter names and the graph has not, and for a dimension that is given twice.
 */
export async function listFundingTotals(
  scope: ListScope,
  { groupBy, filter }: FundingTotalsQuestion,
): Promise<FundingTotals> {
  const { entities, relations } = scope.projection;
  const ofAll = await selectedFundings(scope, groupBy, filter ?? {});
  const payerOf = (funding: number) => relations.from[funding] as number;
  const named = filter?.payerGroup ? [entities.indexOf(filter.payerGroup)] : [];
  const isGrouped = named.length > 0 || groupBy.includes("PAYER_GROUP");
  const groupOf = await groupsOn(scope, [...named, ...(isGrouped ? ofAll.map(payerOf) : [])]);
  const only = named[0] === undefined ? null : groupOf(named[0]);
  const fundings = only === null ? ofAll : ofAll.filter((funding) => groupOf(payerOf(funding)) === only);
  const forms = groupBy.includes("FORM") ? await formsOf(scope, fundings) : null;
  const formOf = (funding: number) => forms?.get(funding) ?? "unspecified";
  const names = graphNames(scope.projection, scope.knownAt);
  const sums = fundingTotals(scope.view, fundings, { groupBy, formOf, groupOf });
  return {
    items: sums.map((sum) => toldSum(scope, sum, names)),
    payerGroups: async () => {
      const ofPayer = await groupsOn(scope, ofAll.map(payerOf));
      const groups = new Set(ofAll.map((funding) => ofPayer(payerOf(funding))));
      return tellPayerGroups(scope, { fundings: ofAll, groups: only === null ? [...groups] : [only] });
    },
    order: {
      name: `fundingTotals:${groupBy.join()}`,
      key: ({ keys }) => keys.map(({ key }) => key),
    },
  };
}

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
  proof(): Promise<readonly PathStep[]>;
}

/** What payers of the same family paid that are not of the group. */
export interface OutsideGroup {
  readonly reason: OutsideReason;
  /** By id. */
  readonly payers: readonly EntityId[];
  readonly totals: readonly FundingTotal[];
  readonly text: string;
}

/** The groups of the parties of some entities (numbers) on the day on which a scope reads states, as the pages have it. */
async function groupsOn(scope: ListScope, entities: readonly number[]): Promise<(entity: number) => number> {
  const view = scope.stateView();
  const groups = await inTurns(
    targetGroups(
      view,
      entities.map((entity) => view.partyOf(entity)),
      scope.stateDay,
    ),
  );
  return (entity) => groups.get(view.partyOf(entity)) as number;
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
  const told: ToldPayerGroup[] = [];
  for (const group of found) told.push(await tell(scope, group));
  return told;
}

async function tell(scope: ListScope, { group, payers, outside }: PayerGroup): Promise<ToldPayerGroup> {
  const { stateDay: day, knownAt, projection } = scope;
  const view = scope.stateView();
  const id = (party: number) => projection.entities.id(party);
  const names = graphNames(projection, knownAt);
  const sums = (some: readonly FundingsOfPayer[]) =>
    totalsByCurrency(
      scope,
      some.flatMap(({ fundings }) => fundings),
    );
  const grouped: GroupedPayer[] = [];
  for (const each of payers) {
    const { rule, proof } = await inTurns(groupGrounds(view, { payer: each.payer, group, day }));
    grouped.push({ payer: id(each.payer), rule, totals: sums([each]), proof: () => inTurns(proof()) });
  }
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

/** Fundings that agree in some keys, summed; the currency is always one of them. */
export interface FundingTotal extends SummedFundings {
  readonly keys: readonly MatrixLabel[];
  /** UncertainDate texts of the first and the last start; null where none is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Sums confirmed and reported Fundings per currency, in the order of the currencies' codes. */
export function totalsByCurrency(scope: ListScope, fundings: readonly number[]): readonly FundingTotal[] {
  const counted = fundings.filter((funding) => scope.view.has(funding));
  const names = graphNames(scope.projection, scope.knownAt);
  const grouping = { groupBy: [], formOf: () => "", groupOf: (party: number) => party };
  return fundingTotals(scope.view, counted, grouping).map((sum) => toldSum(scope, sum, names));
}

/** A sum with its keys in words and its first and last day. */
export function toldSum(
  scope: ListScope,
  { keys, fundings, ...sums }: FundingSum,
  names: Names,
): FundingTotal {
  const dated = fundings.filter((funding) => isDated(scope, funding)).sort((a, b) => byStart(scope, a, b));
  return {
    keys: keys.map((value) => ({ ...value, label: axisLabel(value, names) })),
    ...sums,
    earliest: startText(scope, dated[0]),
    latest: startText(scope, dated.at(-1)),
  };
}

function isDated({ projection }: ListScope, funding: number): boolean {
  const { relations } = projection;
  const first = relations.startEarliest(funding);
  const last = relations.startLatest(funding);
  return !relations.isUndated(funding) && (first > DAWN || last < NEVER);
}

function byStart({ projection }: ListScope, a: number, b: number): number {
  const { relations } = projection;
  return (
    relations.startLatest(a) - relations.startLatest(b) ||
    relations.startEarliest(a) - relations.startEarliest(b)
  );
}

/** A start that is open to the left is cut to a founding; it is told as its source gives it. */
function startText({ projection }: ListScope, funding: number | undefined): string | null {
  if (funding === undefined) return null;
  const { relations } = projection;
  const earliest = mayBeStartless(projection, funding) ? DAWN : relations.startEarliest(funding);
  return printUncertainDate(earliest, relations.startLatest(funding));
}
