/** The findings of one university, from plain records. */
import { CLAIM_STATUSES, type ClaimStatus } from "../../../src/domain/claim.js";
import type { EntityId } from "../../../src/domain/entity.js";
import type { Verdict } from "../../../src/domain/verdict.js";
import { CHANNEL_IDS, type ChannelId } from "../../../src/exposure/channels.js";
import { type RestsOn, TIMINGS } from "../../../src/exposure/finding.js";
import type { ExposedTermsOf, ExposureTermsOf } from "../../../src/exposure/question.js";
import type { BareFinding, NaiveCounterparty, NaiveFinding, NaiveTransaction } from "./answer.js";
import { control } from "./control.js";
import { possibleOn } from "./days.js";
import { afterDecision } from "./decisions.js";
import { counts, type FlagLife, flagLife } from "./flag-life.js";
import { ownChains, type Proof, proofs } from "./grammar.js";
import { bestPath, isValid } from "./path.js";
import { targetGroup } from "./target-group.js";
import { against, asOf, byStrength, strongest, type Timed, timed, together } from "./timing.js";
import { totalsOf } from "./totals.js";
import { placedIn, type Seen, type SeenRelation, see, type World } from "./world.js";

/** What carries one finding: the proofs that hold, to one target by one channel. */
interface Draft {
  readonly channel: ChannelId;
  readonly target: EntityId;
  readonly proofs: readonly Proof[];
}

/** "What is this university exposed to?"; findings in their order. */
export function naiveExposures(world: World, terms: ExposureTermsOf): readonly NaiveFinding[] {
  const asked = ask(world, terms);
  if (asked.drafts.length === 0) return [];
  const rested = restsOn(world, terms);
  const needed = criticalClaims(world, terms, asked);
  return asked.drafts
    .map((draft) => ({
      ...finding(asked, draft),
      targetGroup: targetGroup(asked.seen, draft.target),
      restsOn: rested(draft),
      criticalClaims: needed(draft),
    }))
    .sort(inOrder);
}

/** "exposedUniversities(to) … equals the forward answers for `targets: [T]`, finding by finding": every university is asked. */
export function naiveExposed(
  world: World,
  { to, ...terms }: ExposedTermsOf,
): ReadonlyMap<EntityId, readonly NaiveFinding[]> {
  const seen = see(world, terms);
  const universities = seen.parties.filter((party) => seen.kindOf(party) === "University");
  const answers = universities.map((university) => {
    return [university, naiveExposures(world, { ...terms, university, targets: [to] })] as const;
  });
  return new Map(answers.filter(([, findings]) => findings.length > 0));
}

interface Asked {
  readonly seen: Seen;
  readonly university: EntityId;
  readonly lives: Lives;
  readonly drafts: readonly Draft[];
}

/** The lives of all flags, and of those that count, for a target, by the flag's id. */
interface Lives {
  readonly all: (target: EntityId) => readonly FlagLife[];
  readonly counted: (target: EntityId) => readonly FlagLife[];
}

function ask(world: World, terms: ExposureTermsOf): Asked {
  const seen = see(world, terms);
  return answer(seen, livesOf(seen), terms);
}

function answer(seen: Seen, lives: Lives, terms: ExposureTermsOf): Asked {
  const university = seen.partyOf(terms.university);
  const wanted = targets(seen, terms, lives);
  const valid = proofs(seen, university).filter(
    (proof) => terms.channels.includes(proof.channel) && wanted.has(proof.target) && isValid(seen, proof),
  );
  const allowed = valid.filter((proof) => isAllowed(seen, terms, lives, valid, proof));
  const keys = [...new Set(allowed.map((proof) => `${proof.channel} ${proof.target}`))];
  const drafts = keys.map((key) => {
    const own = allowed.filter((proof) => `${proof.channel} ${proof.target}` === key);
    const [{ channel, target }] = own as [Proof];
    return { channel, target, proofs: own };
  });
  return { seen, university, lives, drafts };
}

function livesOf(seen: Seen): Lives {
  const kept = new Map<EntityId, readonly FlagLife[]>();
  const all = (target: EntityId) => {
    const lives =
      kept.get(target) ??
      seen.flags
        .flatMap((flag) => flagLife(seen, flag, target) ?? [])
        .sort((a, b) => (a.flag.id < b.flag.id ? -1 : 1));
    kept.set(target, lives);
    return lives;
  };
  return { all, counted: (target) => all(target).filter((life) => counts(seen, life)) };
}

/**
 * "targets: default every flagged entity with a counted flag." "A University, or a part of one, is a target by default
 * only through a Listing." "S and whatever a counted PartOf ever placed in it are never target."
 */
function targets(seen: Seen, terms: ExposureTermsOf, lives: Lives): ReadonlySet<EntityId> {
  const own = placedIn(seen, seen.partyOf(terms.university));
  const universities = seen.parties.filter((party) => seen.kindOf(party) === "University");
  const academic = new Set(universities.flatMap((university) => [...placedIn(seen, university)]));
  const byDefault = seen.parties.filter((party) => {
    const flags = lives.counted(party);
    return academic.has(party) ? flags.some(({ flag }) => flag.kind === "Listing") : flags.length > 0;
  });
  const named = terms.targets?.map(seen.partyOf) ?? byDefault;
  return new Set(named.filter((party) => !own.has(party)));
}

/** The conditions that a proof of HOLDING, or of PARENT by default, meets beside its steps. */
function isAllowed(
  seen: Seen,
  terms: ExposureTermsOf,
  lives: Lives,
  all: readonly Proof[],
  proof: Proof,
): boolean {
  const { channel, counterparty, target } = proof;
  if (channel === "HOLDING") {
    return counterparty === target || control(seen, target, counterparty, seen.terms.validAt) !== "NO";
  }
  if (channel !== "PARENT" || terms.targets !== null) return true;
  return isTopmostListed(seen, seen.partyOf(terms.university), lives, all, counterparty, target);
}

/**
 * PARENT "otherwise, where X is no University, for the topmost T below X that has an open Listing on a list on which X has
 * none, where control of X over T is not NO (listings read on validAt, chains and control on asOf)."
 */
function isTopmostListed(
  seen: Seen,
  university: EntityId,
  lives: Lives,
  all: readonly Proof[],
  counterparty: EntityId,
  target: EntityId,
): boolean {
  const below = all.filter((proof) => proof.channel === "PARENT" && proof.counterparty === counterparty);
  const asOfOver = (one: EntityId) => asOf(seen, timedOf(below.filter((proof) => proof.target === one)));
  const qualifies = (one: EntityId) =>
    seen.kindOf(counterparty) !== "University" &&
    hasListingWithout(seen, lives, one, counterparty) &&
    control(seen, counterparty, one, asOfOver(one)) !== "NO";
  if (!qualifies(target)) return false;
  const day = asOfOver(target);
  const own = placedIn(seen, university);
  const isAbove = (upper: EntityId, lower: EntityId) =>
    ownChains(seen, own, { steps: [], met: [upper] }, "downwards").some(
      (chain) => chain.met.at(-1) === lower && chain.steps.every(({ claim }) => possibleOn(claim.clock, day)),
    );
  const others = [...new Set(below.map((proof) => proof.target))].filter(
    (one) => one !== target && isAbove(counterparty, one),
  );
  return !others.some((one) => qualifies(one) && isAbove(one, target) && !isAbove(target, one));
}

function hasListingWithout(seen: Seen, lives: Lives, target: EntityId, counterparty: EntityId): boolean {
  const isOpenListing = (life: FlagLife) =>
    life.flag.kind === "Listing" && life.possiblyOpen(seen.terms.validAt);
  const listsOfCounterparty = lives
    .all(counterparty)
    .filter(isOpenListing)
    .map(({ flag }) => flag.list);
  return lives
    .counted(target)
    .some((life) => isOpenListing(life) && !listsOfCounterparty.includes(life.flag.list));
}

/** The transactions of some proofs, each once, with the proofs that carry it. */
function timedOf(own: readonly Proof[]): readonly Timed[] {
  const transactions = [...new Set(own.map((proof) => proof.transaction))];
  return transactions.map((transaction) =>
    timed(
      transaction,
      own.filter((proof) => proof.transaction === transaction),
    ),
  );
}

function finding({ seen, university, lives }: Asked, draft: Draft): BareFinding {
  const flags = lives.counted(draft.target);
  const all = timedOf(draft.proofs);
  const counterparties = [...new Set(draft.proofs.map((proof) => proof.counterparty))].map((counterparty) =>
    entry(seen, university, flags, draft, counterparty),
  );
  const { timing, rests, among } = together(seen, all, flags);
  return {
    channel: draft.channel,
    university,
    target: draft.target,
    counterparties: counterparties.sort(entriesInOrder),
    flags: flags.map((life) => {
      const [best] = among.map((of) => against(seen, of, life)).sort(byStrength);
      if (best === undefined) throw new Error("a finding is timed");
      return { ...best, flagState: null, days: null };
    }),
    timing,
    restsOnUnstatedEnd: rests,
    totals: totalsOf(counterparties.flatMap((one) => one.transactions)),
    control: VERDICTS.find((verdict) => counterparties.some((one) => one.control === verdict)) ?? "NO",
    path: bestPath(seen, university, draft.proofs),
    hops: Math.min(...draft.proofs.map((proof) => proof.steps.length)),
    transactionCount: all.filter((of) => of.transaction !== null).length,
  };
}

const VERDICTS: readonly Verdict[] = ["YES", "UNDETERMINED", "NO"];

/** "counterparties: one entry per X with its transactions, path, and control on `asOf`." */
function entry(
  seen: Seen,
  university: EntityId,
  flags: readonly FlagLife[],
  draft: Draft,
  counterparty: EntityId,
): NaiveCounterparty {
  const own = draft.proofs.filter((proof) => proof.counterparty === counterparty);
  const ofEntry = timedOf(own);
  const day = asOf(seen, ofEntry);
  const [upper, lower] =
    draft.channel === "PARENT" ? [counterparty, draft.target] : [draft.target, counterparty];
  return {
    counterparty,
    asOf: day,
    transactions: ofEntry
      .flatMap((of) =>
        of.transaction === null ? [] : [transactionTiming(seen, flags, draft, of.transaction)],
      )
      .map((one) => ({
        ...one,
        counterparty,
        afterDecision: afterDecision(seen, university, counterparty, entryOf(ofEntry, one.relation)),
      }))
      .sort((a, b) => (a.relation < b.relation ? -1 : 1)),
    control: control(seen, upper, lower, day),
    path: bestPath(seen, university, own),
  };
}

function entryOf(ofEntry: readonly Timed[], relation: string): Timed {
  const found = ofEntry.find((of) => of.transaction?.relation.id === relation);
  if (found === undefined) throw new Error(`${relation} is no transaction of this counterparty`);
  return found;
}

/** "Certainty is judged day by day over all chains together": those of the whole finding. */
function transactionTiming(
  seen: Seen,
  flags: readonly FlagLife[],
  draft: Draft,
  transaction: SeenRelation,
): Omit<NaiveTransaction, "counterparty" | "afterDecision"> {
  const of = timed(
    transaction,
    draft.proofs.filter((proof) => proof.transaction === transaction),
  );
  const { kind, amount, amountQualifier, amountPer, payment, currency } = transaction.relation;
  return {
    relation: transaction.relation.id,
    ...strongest(seen, of, flags),
    byFlag: flags.map((life) => against(seen, of, life)),
    ...(kind === "Funding"
      ? { amount, amountQualifier, amountPer, payment, currency }
      : { amount: null, amountQualifier: null, amountPer: null, payment: null, currency: null }),
  };
}

function entriesInOrder(a: NaiveCounterparty, b: NaiveCounterparty): number {
  return a.counterparty < b.counterparty ? -1 : 1;
}

/** "restsOn: the weakest status without which the finding would vanish." */
function restsOn(world: World, terms: ExposureTermsOf): (draft: Draft) => RestsOn {
  const ranked = CLAIM_STATUSES.flatMap((status) => (status === "denied" ? [] : [status]));
  const answers = ranked.map((status) => {
    const strong: readonly ClaimStatus[] = ranked.slice(0, ranked.indexOf(status) + 1);
    const statuses = terms.statuses.filter((one) => strong.includes(one));
    return { status, asked: ask(world, { ...terms, statuses }) };
  });
  return (draft) => answers.find(({ asked }) => stands(asked, draft))?.status ?? "alleged";
}

/** "criticalClaims: the relations (Identities included) without any one of which the finding would vanish." */
function criticalClaims(
  world: World,
  terms: ExposureTermsOf,
  { seen, lives }: Asked,
): (draft: Draft) => readonly string[] {
  const withoutRelation = [...new Set(seen.relations.map(({ relation }) => relation.id))].map((id) => {
    const relations = seen.relations.filter(({ relation }) => relation.id !== id);
    return { id, asked: answer({ ...seen, relations }, lives, terms) };
  });
  const withoutIdentity = seen.identities.map(({ id }) => {
    return { id, asked: ask({ ...world, claims: world.claims.filter((claim) => claim.id !== id) }, terms) };
  });
  const without = [...withoutRelation, ...withoutIdentity];
  return (draft) => without.flatMap(({ id, asked }) => (stands(asked, draft) ? [] : [id])).sort();
}

/** Whether the university still has a finding of the channel to the party of the target. */
function stands({ seen, drafts }: Asked, { channel, target }: Draft): boolean {
  return drafts.some((draft) => draft.channel === channel && draft.target === seen.partyOf(target));
}

/**
 * "order: control YES, UNDETERMINED, NO; timing strongest first (those that rest on an unstated end after BEFORE); fewest
 * hops; most transactions; T's id; the order of the channels."
 */
function inOrder(a: NaiveFinding, b: NaiveFinding): number {
  return (
    VERDICTS.indexOf(a.control) - VERDICTS.indexOf(b.control) ||
    timingRank(a) - timingRank(b) ||
    a.hops - b.hops ||
    b.transactionCount - a.transactionCount ||
    (a.target < b.target ? -1 : a.target > b.target ? 1 : 0) ||
    CHANNEL_IDS.indexOf(a.channel) - CHANNEL_IDS.indexOf(b.channel)
  );
}

function timingRank({ timing, restsOnUnstatedEnd }: NaiveFinding): number {
  return restsOnUnstatedEnd ? TIMINGS.indexOf("BEFORE") + 0.5 : TIMINGS.indexOf(timing);
}
