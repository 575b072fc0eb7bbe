import type { ClaimId } from "../domain/claim.js";
import { byStartDays } from "../domain/claim-order.js";
import { DAWN, type Day, NEVER } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { type MoneyRange, plusAmount } from "../domain/money.js";
import type { Claim } from "../domain/record.js";
import type { Relation } from "../domain/relation.js";
import { RELATION_KINDS } from "../domain/relation-kinds.js";
import type { TransactionTiming } from "../exposure/finding.js";
import type { Path } from "../graph/paths/path.js";
import { bySourceStrength } from "./attribution.js";
import type { Names } from "./names.js";
import { lastToldOf } from "./period-words.js";
import { gradeRank } from "./source-text.js";

/** What passed between a university and a group, once: the claim, and how it stands in time to the group's flags. */
export interface Dealing {
  readonly claim: Relation;
  /** Null for a holding, which is no transaction. */
  readonly timing: TransactionTiming | null;
}

/** The strongest first: confirmed before reported, money before work together, the higher source grade, then the newest. */
export function strongestFirst<Item extends Dealing>(
  dealings: readonly Item[],
  names: Names,
): readonly Item[] {
  const compare = byStrength(names);
  return [...dealings].sort((a, b) => compare(a.claim, b.claim));
}

/** Compares claims by strength, the strongest first. Looks up the grade of each once. */
function byStrength(names: Names): (a: Relation, b: Relation) => number {
  const grades = new Map<ClaimId, number>();
  const gradeOf = (claim: Relation) => {
    const grade = grades.get(claim.id) ?? gradeRank(bySourceStrength(claim, names)[0]?.grade ?? null);
    grades.set(claim.id, grade);
    return grade;
  };
  return (a, b) =>
    STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
    Number(RELATION_KINDS[b.kind].carriesMoney) - Number(RELATION_KINDS[a.kind].carriesMoney) ||
    gradeOf(a) - gradeOf(b) ||
    byStartDays(b.clock, a.clock) ||
    (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
}

/** The strongest first, and of the others of one status the newest: an old tie says little beside a new one. */
export function thenNewest(dealings: readonly Dealing[]): readonly Dealing[] {
  const status = ({ claim }: Dealing) => STATUS_ORDER.indexOf(claim.status);
  const others = dealings.slice(1).sort((a, b) => status(a) - status(b) || lastDay(b) - lastDay(a));
  return [...dealings.slice(0, 1), ...others];
}

/**
 * Proofs with the strongest first: by the weakest status on which one rests, then by the dealing that it tells: its money,
 * else what is no ownership or part, else its first claim. Equal ones keep their order.
 */
export function strongestProofsFirst(
  proofs: readonly Path[],
  claims: ReadonlyMap<ClaimId, Claim>,
  names: Names,
): readonly Path[] {
  const relations = ({ steps }: Path) =>
    steps.flatMap(({ relation }) => {
      const claim = claims.get(relation);
      return claim?.record === "relation" ? [claim] : [];
    });
  const compare = byStrength(names);
  const told = proofs.map((proof) => {
    const its = relations(proof);
    const money = its.filter(({ kind }) => RELATION_KINDS[kind].carriesMoney);
    const dealings = its.filter(({ kind }) => RELATION_KINDS[kind].inProof !== "chain");
    const telling = [money, dealings, its.slice(0, 1)].find((some) => some.length > 0) ?? [];
    const [dealing] = [...telling].sort(compare);
    return { proof, dealing, weakest: Math.max(...its.map(({ status }) => STATUS_ORDER.indexOf(status))) };
  });
  return told
    .sort((a, b) => a.weakest - b.weakest || (a.dealing && b.dealing ? compare(a.dealing, b.dealing) : 0))
    .map(({ proof }) => proof);
}

const STATUS_ORDER = ["confirmed", "reported", "alleged", "denied"];

/** Whether a dealing is a payment of a known amount that can be added to others. */
export function isSummable({ claim }: Dealing): boolean {
  const { amount, amountPer } = claim;
  return (
    RELATION_KINDS[claim.kind].carriesMoney &&
    amount !== null &&
    amountPer === null &&
    (amount.min > 0 || amount.max !== null)
  );
}

/** The sum of dealings of one currency; about, where any of them is. */
export function sumOf(dealings: readonly Dealing[]): MoneyRange & { readonly isAbout: boolean } {
  const currency = dealings[0]?.claim.amount?.currency ?? "";
  let min = 0;
  let max: number | null = 0;
  for (const { claim } of dealings) {
    min = plusAmount(min, claim.amount?.min ?? 0);
    const most: number | null = claim.amount?.max ?? null;
    max = max === null || most === null ? null : plusAmount(max, most);
  }
  const isAbout = dealings.some(({ claim }) => claim.amountQualifier === "about");
  return { min, max, currency, isAbout };
}

/** Money of which no sum is known says nothing more where the same two have another tie at the time. */
export function sayingMore(others: readonly Dealing[]): readonly Dealing[] {
  const pair = ({ claim }: Dealing) => [claim.from, claim.to].sort().join(" ");
  const isAtTheTime = (a: Dealing, b: Dealing) =>
    a.claim.clock.startEarliest <= lastDay(b) && b.claim.clock.startEarliest <= lastDay(a);
  return others.filter(
    (each) =>
      !RELATION_KINDS[each.claim.kind].carriesMoney ||
      each.claim.amount !== null ||
      !others.some(
        (tie) =>
          !RELATION_KINDS[tie.claim.kind].carriesMoney && pair(tie) === pair(each) && isAtTheTime(tie, each),
      ),
  );
}

/** Items by a key, in the order of their first. */
export function groupedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): readonly (readonly [Key, readonly Item[]])[] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const its = groups.get(key);
    if (its) its.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

/** The first and the last day on which dealings may have been; null where one of them has no date. */
export function daysOf(dealings: readonly Dealing[]): { readonly first: Day; readonly last: Day } | null {
  const first = Math.min(...dealings.map(({ claim }) => claim.clock.startEarliest));
  const last = Math.max(...dealings.map(lastDay));
  return first <= DAWN || last >= NEVER ? null : { first, last };
}

/**
 * The last day on which a dealing is stated to have been: of one with an end the day before; of a state without one the last
 * that a source vouches for; of others their start's.
 */
export function lastDay({ claim }: Dealing): Day {
  const { endLatest, endEarliest, startLatest } = claim.clock;
  const isState = RELATION_KINDS[claim.kind].emptyEnd === "lastStated";
  if (claim.end === null)
    return isState && endEarliest > DAWN ? Math.max(startLatest, endEarliest - 1) : startLatest;
  return Math.max(startLatest, (endLatest >= NEVER ? endEarliest : endLatest) - 1);
}

/** The last day on which a dealing was for certain: of a period whose end is not certain the day before its first. */
export function lastCertainDay(dealing: Dealing): Day {
  const { end, clock } = dealing.claim;
  return end === null ? lastDay(dealing) : Math.max(clock.startLatest, clock.endEarliest - 1);
}

/** The last day that the printed words of a dealing may mean: of a state also that of the last word on it. */
export function lastToldDay(dealing: Dealing, names: Names): Day {
  const { claim } = dealing;
  const isState = RELATION_KINDS[claim.kind].emptyEnd === "lastStated";
  return isState || claim.end !== null
    ? Math.max(lastDay(dealing), lastToldOf(claim, names))
    : lastDay(dealing);
}

/** Whom a dealing was with, on the other side than the university: of money the payer. */
export function otherSide({ claim, timing }: Dealing): EntityId {
  return timing?.counterparty ?? claim.from;
}
