import type { ClaimId } from "../../domain/claim.js";
import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import { badInput } from "../../domain/errors.js";
import type { FundingForm } from "../../domain/relation-kinds.js";
import { countryOf, type FundingDimension } from "../../exposure/comparisons/funding-totals.js";
import { mayHaveBegunWithin } from "../../exposure/comparisons/transaction-year.js";
import { FUNDING } from "../../graph/relation-table.js";
import { requireDossiers, requireEntities } from "../arguments/known-ids.js";
import { requireOrder, requireSome } from "../require.js";
import type { ListScope } from "./list-scope.js";

/** Which Fundings; absent fields select all. Payers and recipients stand for their parties, countries are the payer's. */
export interface FundingFilter {
  /** Parts of a recipient are recipients of their own. */
  readonly recipients?: readonly EntityId[] | null | undefined;
  readonly payers?: readonly EntityId[] | null | undefined;
  /** The payer belongs to the same group as this party. */
  readonly payerGroup?: EntityId | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
  readonly forms?: readonly FundingForm[] | null | undefined;
  /** Fundings that may have begun on a day from `from` to `to`, both included; undated ones only without both. */
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
  readonly dossiers?: readonly string[] | null | undefined;
}

/**
 * The confirmed and reported Fundings of a filter (relation numbers), in no order; of all groups of payers.
 * @throws BAD_USER_INPUT naming the argument, its value and the remedy.
 */
export async function selectedFundings(
  scope: ListScope,
  groupBy: readonly FundingDimension[],
  filter: FundingFilter,
): Promise<readonly number[]> {
  check(scope, groupBy, filter);
  const payers = filter.payers ? new Set(filter.payers.flatMap((id) => scope.membersOf(id))) : null;
  const { from } = scope.projection.relations;
  const resident = candidates(scope, filter).filter(
    (funding) =>
      (payers === null || payers.has(from[funding] as number)) && isSelected(scope, filter, funding),
  );
  const { forms } = filter;
  if (!forms) return resident;
  const formOf = await formsOf(scope, resident);
  return resident.filter((funding) => forms.includes((formOf.get(funding) ?? "unspecified") as FundingForm));
}

function check(
  { projection }: ListScope,
  groupBy: readonly FundingDimension[],
  { recipients, payers, payerGroup: group, countries, forms, dossiers, from, to }: FundingFilter,
): void {
  const twice = groupBy.find((dimension, at) => groupBy.indexOf(dimension) !== at);
  if (twice)
    throw badInput("is given twice", {
      argument: "groupBy",
      value: twice,
      remedy: "give each dimension once",
    });
  requireEntities(projection, "filter.recipients", recipients);
  requireEntities(projection, "filter.payers", payers);
  requireEntities(projection, "filter.payerGroup", group ? [group] : null);
  requireDossiers(projection, "filter.dossiers", dossiers);
  requireSome("filter.countries", countries);
  requireSome("filter.forms", forms);
  requireOrder({ argument: "filter.from", day: from }, { argument: "filter.to", day: to });
}

/** Fundings that exist: of the recipients or payers that are named, else all. */
function candidates(scope: ListScope, { recipients, payers }: FundingFilter): readonly number[] {
  const { relations } = scope.projection;
  const isFunding = (relation: number) => relations.kind[relation] === FUNDING && scope.view.has(relation);
  const named = recipients ?? payers;
  if (!named) {
    const all: number[] = [];
    for (let relation = 0; relation < relations.count; relation += 1)
      if (isFunding(relation)) all.push(relation);
    return all;
  }
  const list = recipients ? relations.incoming : relations.outgoing;
  const members = new Set(named.flatMap((id) => scope.membersOf(id)));
  return [...members].flatMap((member) => [...list.of(member)].filter(isFunding));
}

function isSelected(scope: ListScope, filter: FundingFilter, funding: number): boolean {
  const { relations } = scope.projection;
  const { countries, from = null, to = null, dossiers } = filter;
  const payer = relations.from[funding] as number;
  if (dossiers && !dossiers.includes(relations.slug(funding))) return false;
  if (countries && !countries.includes(countryOf(scope.view, payer))) return false;
  if (from !== null || to !== null) {
    const start = {
      startEarliest: relations.startEarliest(funding),
      startLatest: relations.startLatest(funding),
    };
    if (relations.isUndated(funding) || !mayHaveBegunWithin(start, from, to)) return false;
  }
  return true;
}

/** So many claims are asked of the store at once. */
const BATCH = 2000;

/** The forms of some Fundings (relation numbers): not resident, so the store is asked for the claims. */
export async function formsOf(
  scope: ListScope,
  fundings: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { relations } = scope.projection;
  const numbers = new Map<string, number>();
  for (const funding of fundings)
    numbers.set(revisionKey(relations.id(funding), relations.recorded[funding] as number), funding);
  const ids = [...new Set(fundings.map((funding) => relations.id(funding)))];
  const forms = new Map<number, string>();
  for (let at = 0; at < ids.length; at += BATCH) {
    for (const { claim } of await scope.store.claims(ids.slice(at, at + BATCH))) {
      if (claim.record !== "relation" || claim.form === null) continue;
      const funding = numbers.get(revisionKey(claim.id, claim.clock.recorded));
      if (funding !== undefined) forms.set(funding, claim.form);
    }
  }
  return forms;
}

/** A revision of a claim: at most one is recorded on a day and not taken back on it. */
function revisionKey(id: ClaimId, recorded: number): string {
  return `${recorded} ${id}`;
}
