import type { Decision } from "../domain/act.js";
import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import type { Response } from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import type { DecisionCoverage, Finding, TransactionTiming } from "../exposure/finding.js";
import { type Dealing, groupedBy, isSummable, otherSide, strongestFirst, sumOf } from "./dealings.js";
import type { FlagToTell } from "./flag-description.js";
import type { Names } from "./names.js";
import { type Standing, standingOf } from "./standing.js";
import type { Teller } from "./teller.js";

/** Why no flag gives a target's dealings a place in time: it has none, or none that was asked for, or none that counts. */
export type WithoutFlag = "NONE" | "NOT_ASKED_FOR" | "NOT_COUNTED";

/** How the payers of a group are called, the first in full, the others by what they are to it. */
export interface Payers {
  /** In the order in which they are told. */
  readonly order: readonly EntityId[];
  /** "its U.S. affiliate Futurewei"; "Huawei Technologies' parent, …". */
  called(payer: EntityId, teller: Teller): string;
}

/** A group of findings with everything that its texts need. A finding alone is told as a group of one. */
export interface GroupToTell {
  readonly university: EntityId;
  readonly group: EntityId;
  readonly findings: readonly Finding[];
  readonly repeats: readonly Finding[];
  /** Of the transactions and of the paths, by id. */
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  /** Of every target of its findings and repeats. */
  readonly flags: readonly FlagToTell[];
  readonly withoutFlag: (target: EntityId) => WithoutFlag | null;
  /** The university's own decisions that carry, by id, and those that speak of a counterparty of the group. */
  readonly decisions: ReadonlyMap<ClaimId, Decision>;
  readonly covered: readonly DecisionCoverage[];
  readonly responsesTo: (decision: ClaimId) => readonly Response[];
  readonly validAt: Day;
  readonly names: Names;
}

/** What there is to tell of a group: each dealing once, the strongest first, and how each stands in time. */
export class GroupStory {
  readonly told: GroupToTell;
  readonly dealings: readonly Dealing[];
  /** Of the dealings those whose amounts can be added up. */
  readonly money: readonly Dealing[];
  readonly others: readonly Dealing[];
  readonly payers: Payers;
  private readonly standings = new Map<ClaimId, Standing>();

  constructor(told: GroupToTell) {
    this.told = told;
    this.dealings = strongestFirst(dealingsOf(told), told.names);
    this.money = this.dealings.filter(isSummable);
    this.others = this.dealings.filter((dealing) => !isSummable(dealing));
    this.payers = payersOf(told, this.money);
  }

  standing(dealing: Dealing): Standing {
    const known = this.standings.get(dealing.claim.id);
    if (known) return known;
    const standing = standingOf(dealing, (target, id) => this.flag(target, id), this.told.names);
    this.standings.set(dealing.claim.id, standing);
    return standing;
  }

  flag(target: EntityId, id: string): FlagToTell | undefined {
    return this.told.flags.find((flag) => flag.target === target && flag.record.flag.id === id);
  }

  /** The targets of its findings that are not repeats, each once. */
  get targets(): readonly EntityId[] {
    return [...new Set(this.told.findings.map(({ target }) => target))];
  }

  /** The decision after which a dealing is dated, if any. */
  decisionBefore({
    timing,
  }: Dealing): { readonly decision: Decision; readonly covers: DecisionCoverage["covers"] } | null {
    const after = timing?.afterDecision ?? null;
    const decision = after === null ? undefined : this.told.decisions.get(after.decision);
    return after === null || decision === undefined ? null : { decision, covers: after.covers };
  }
}

/** Each transaction once, as the first finding that has it times it: findings come the strongest first. */
function dealingsOf({ findings, claims }: GroupToTell): readonly Dealing[] {
  const dealings = new Map<ClaimId, Dealing>();
  const add = (id: ClaimId, timing: TransactionTiming) => {
    const claim = claims.get(id);
    if (claim?.record === "relation" && !dealings.has(id)) dealings.set(id, { claim, timing });
  };
  for (const finding of findings) {
    for (const { transactions } of finding.counterparties)
      for (const timing of transactions) add(timing.relation, timing);
    const held = finding.channel === "HOLDING" ? holdingOf(finding) : null;
    if (held !== null) add(held.relation, held);
  }
  return [...dealings.values()];
}

/** What the university holds, as a dealing of the day asked about. */
function holdingOf({
  path,
  flags,
  timing,
  target,
  channel,
  counterparties,
  restsOnUnstatedEnd,
}: Finding): TransactionTiming | null {
  const step = path.steps.find(({ forward }) => forward) ?? path.steps[0];
  const [held] = counterparties;
  if (step === undefined || held === undefined) return null;
  return {
    relation: step.relation,
    counterparty: held.counterparty,
    channel,
    target,
    asOf: held.asOf,
    flag: null,
    timing,
    flagState: null,
    days: null,
    ...(restsOnUnstatedEnd && { lastStated: null }),
    byFlag: flags,
    afterDecision: null,
    undated: false,
    startEarliest: held.asOf,
    startLatest: held.asOf,
    amount: null,
    currency: null,
    amountQualifier: null,
    amountPer: null,
    payment: null,
  };
}

// ---- payers

/** The head of the group first, then who stands above other payers, then by sum. */
function payersOf(told: GroupToTell, money: readonly Dealing[]): Payers {
  const isBelow = belowIn(told);
  const ids = [...new Set(money.map(otherSide))];
  const sums = new Map(groupedBy(money, otherSide).map(([id, its]) => [id, sumOf(its).min]));
  const above = new Map(
    ids.map((id) => [id, ids.filter((other) => other !== id && isBelow(other, id)).length]),
  );
  const of = (figures: ReadonlyMap<EntityId, number>, id: EntityId) => figures.get(id) ?? 0;
  const order = ids.sort(
    (a, b) =>
      Number(b === told.group) - Number(a === told.group) ||
      of(above, b) - of(above, a) ||
      of(sums, b) - of(sums, a) ||
      (a < b ? -1 : 1),
  );
  return {
    order,
    called: (payer, teller) => {
      const [lead] = order;
      const name = teller.full(payer);
      if (lead === undefined || payer === lead || !isBelow(payer, lead)) return name;
      return `its ${countryOf(payer, lead, teller)}affiliate ${name}`;
    },
  };
}

/** Whether the findings reach one party through another that owns or controls it. */
function belowIn({ findings, repeats }: GroupToTell): (party: EntityId, above: EntityId) => boolean {
  const subsidiaries = new Map<EntityId, Set<EntityId>>();
  const add = (party: EntityId, above: EntityId) => {
    subsidiaries.set(above, (subsidiaries.get(above) ?? new Set()).add(party));
  };
  for (const { channel, target, counterparties } of [...findings, ...repeats]) {
    for (const { counterparty } of counterparties) {
      if (channel === "SUBSIDIARY") add(counterparty, target);
      if (channel === "PARENT") add(target, counterparty);
    }
  }
  return (party, above) => subsidiaries.get(above)?.has(party) ?? false;
}

const COUNTRIES: Readonly<Record<string, string>> = {
  US: "U.S.",
  GB: "British",
  CA: "Canadian",
  CN: "Chinese",
  HK: "Hong Kong",
  DE: "German",
  FR: "French",
  IT: "Italian",
  SE: "Swedish",
  AU: "Australian",
};

/** "U.S. ", where a party is of another country than the one that it belongs to. */
function countryOf(party: EntityId, lead: EntityId, { names }: Teller): string {
  const [country, of] = [party, lead].map((id) => names.about(id)?.country ?? null);
  const adjective = country === of ? undefined : COUNTRIES[country ?? ""];
  return adjective === undefined ? "" : `${adjective} `;
}
