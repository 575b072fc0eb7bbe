import type { Day } from "../../domain/day.js";
import { compareSequences } from "../../graph/claim-order.js";
import { bothHold, eitherHolds, type Holding } from "../../graph/days/clock.js";
import { lastDay, span } from "../../graph/days/day-set.js";
import { type Path, pathOf } from "../../graph/paths/path.js";
import type { View } from "../../graph/view.js";
import { controlInSteps } from "../../ownership/control/control.js";
import { stronger, VERDICT_ORDER } from "../../ownership/control/verdict.js";
import type { CounterpartyFinding, Finding } from "../finding.js";
import { economicShare, isCertainlyBelow } from "../shares/economic-share.js";
import type { Search } from "../transactions/search.js";
import { roleOf, shownState, type TransactionDays, timingAgainst } from "../transactions/timing.js";
import { findingKey, strongestTiming } from "./assemble-finding.js";
import { type Meeting, walked } from "./holding-walk.js";

/** Findings of the channel HOLDING, and what the search met. */
export interface Holdings {
  readonly findings: readonly Finding[];
  readonly explored: number;
  readonly hubs: ReadonlyMap<number, number>;
  readonly goesOn: boolean;
}

/**
 * What the university owns that is a target, or that a target owns a part of. Everything is read on validAt; a
 * HOLDING is timed like a transaction of that one day. Where the target's control of the company is NO, the two are
 * mere co-shareholders, and there is no finding.
 */
export function* findHoldings(search: Search, named: readonly number[] | null): Generator<void, Holdings> {
  const walk = yield* walked(search, named);
  const byTarget = new Map<number, Meeting[]>();
  for (const meeting of walk.meetings)
    byTarget.set(meeting.target, [...(byTarget.get(meeting.target) ?? []), meeting]);
  const findings: Finding[] = [];
  for (const [target, meetings] of byTarget) {
    yield;
    const finding = yield* findingOf(search, target, meetings);
    if (finding !== null) findings.push(finding);
  }
  return { findings, explored: walk.explored, hubs: walk.hubs, goesOn: walk.goesOn };
}

/** The paths of a HOLDING to a target, distinct by their claims: the shortest first, then by the sequence of claim ids. */
export function* holdingPaths(
  search: Search,
  target: number,
  limit: number,
): Generator<void, readonly Path[]> {
  const { view, institution } = search;
  const { meetings } = yield* walked(search, [target]);
  const companies = yield* companiesThatCount(search, target, meetings);
  const kept = meetings.filter(({ company }) => companies.includes(company));
  return [...new Map(inPathOrder(view, kept).map((meeting) => [meeting.relations.join(), meeting])).values()]
    .slice(0, limit)
    .map(({ relations }) => pathOf(view, institution.university, relations, target));
}

/** The companies in which the university and a target meet as mere co-shareholders, with one path through each. */
export function* coShareholdings(search: Search, target: number): Generator<void, readonly Path[]> {
  const { view, terms, institution } = search;
  const { meetings } = yield* walked(search, [target]);
  const apart: Meeting[] = [];
  for (const meeting of meetings)
    if ((yield* controlInSteps(view, target, meeting.company, terms.validAt)) === "NO") apart.push(meeting);
  const first = new Map<number, Meeting>();
  for (const meeting of inPathOrder(view, apart))
    if (!first.has(meeting.company)) first.set(meeting.company, meeting);
  return [...first.values()].map(({ relations }) => pathOf(view, institution.university, relations, target));
}

/** The companies in which the two meet and that the target controls, or may control. */
function* companiesThatCount(
  search: Search,
  target: number,
  meetings: readonly Meeting[],
): Generator<void, readonly number[]> {
  const { view, terms } = search;
  const companies: number[] = [];
  for (const company of new Set(meetings.map((meeting) => meeting.company))) {
    if ((yield* controlInSteps(view, target, company, terms.validAt)) === "NO") continue;
    if (yield* hasShare(search, target, meetings, company)) companies.push(company);
  }
  return companies;
}

function* findingOf(
  search: Search,
  target: number,
  meetings: readonly Meeting[],
): Generator<void, Finding | null> {
  const { view, terms, institution } = search;
  const { entities } = view.projection;
  const companies = yield* companiesThatCount(search, target, meetings);
  if (companies.length === 0) return null;
  const kept = meetings.filter((meeting) => companies.includes(meeting.company));
  const flags = search.flags.of(target);
  const standings = flags.map((flag) =>
    timingAgainst(flag, oneDay(terms.validAt), holdingOn(kept, terms.validAt), terms.validAt),
  );
  const timing = strongestTiming(standings.map((each) => each.timing));
  const possible = standings.filter((each) => each.timing === "POSSIBLY_CONCURRENT");
  const counterparties = yield* counterpartiesOf(search, target, kept, companies);
  const university = entities.id(institution.university);
  const path = pathOfMeetings(search, kept);
  return {
    key: findingKey(university, "HOLDING", entities.id(target)),
    channel: "HOLDING",
    university,
    target: entities.id(target),
    counterparties,
    flags: flags.map((flag, at) => ({
      flag: flag.record.flag.id,
      role: roleOf(flag),
      state: shownState(flag, terms.validAt),
      timing: standings[at]?.timing ?? timing,
      flagState: null,
      days: null,
    })),
    timing,
    restsOnUnstatedEnd: timing === "POSSIBLY_CONCURRENT" && possible.every((each) => each.restsOnUnstatedEnd),
    totals: [],
    control: counterparties.map((each) => each.control).reduce(stronger, "NO"),
    path,
    hops: path.hops,
    transactionCount: 0,
  };
}

/** Whether the target's share of a company, on the day of its shares, is not certainly below minShare. */
function* hasShare(
  { view, terms }: Search,
  target: number,
  meetings: readonly Meeting[],
  company: number,
): Generator<void, boolean> {
  const { minShare } = terms;
  if (minShare === undefined) return true;
  const ends = { channel: "HOLDING", target, counterparty: company } as const;
  return !isCertainlyBelow(yield* economicShare(view, ends, asOfIn(meetings, company)), minShare);
}

/** The last day on which a chain through a company holds. */
function asOfIn(meetings: readonly Meeting[], company: number): Day {
  const here = meetings.filter((meeting) => meeting.company === company);
  return lastDayHeld(here.map((meeting) => meeting.holding).reduce(eitherHolds));
}

/** A HOLDING is timed like a transaction of the one day validAt. */
function oneDay(validAt: Day): TransactionDays {
  const [start, end] = [validAt, validAt + 1];
  return {
    startEarliest: start,
    startLatest: start,
    endEarliest: end,
    endLatest: end,
    undated: false,
    openStart: false,
  };
}

/** When the chains hold, on the one day that counts. */
function holdingOn(meetings: readonly Meeting[], validAt: Day): Holding {
  const day = span(validAt, validAt + 1);
  return meetings
    .map((meeting) => bothHold(meeting.holding, { certain: day, stated: day, may: day }))
    .reduce(eitherHolds);
}

function* counterpartiesOf(
  search: Search,
  target: number,
  meetings: readonly Meeting[],
  companies: readonly number[],
): Generator<void, CounterpartyFinding[]> {
  const entries: (Pick<CounterpartyFinding, "asOf" | "control" | "path"> & { readonly company: number })[] =
    [];
  for (const company of companies) {
    const here = meetings.filter((meeting) => meeting.company === company);
    const asOf = asOfIn(meetings, company);
    entries.push({
      company,
      asOf,
      control: yield* controlInSteps(search.view, target, company, asOf),
      path: pathOfMeetings(search, here),
    });
  }
  return entries
    .sort(
      (a, b) =>
        VERDICT_ORDER.indexOf(a.control) - VERDICT_ORDER.indexOf(b.control) ||
        a.path.hops - b.path.hops ||
        a.company - b.company,
    )
    .map(({ company, ...entry }) => ({
      counterparty: search.view.projection.entities.id(company),
      transactions: [],
      ...entry,
    }));
}

/** The last day for certain, else with unstated ends read as their L, else possibly. */
function lastDayHeld({ certain, stated, may }: Holding): Day {
  return lastDay(certain) ?? lastDay(stated) ?? (lastDay(may) as Day);
}

/** The shortest, then by the sequence of claim ids. */
function pathOfMeetings(search: Search, meetings: readonly Meeting[]): Path {
  const { view, institution } = search;
  const [best] = inPathOrder(view, meetings);
  return pathOf(view, institution.university, best?.relations ?? [], best?.target ?? institution.university);
}

function inPathOrder(view: View, meetings: readonly Meeting[]): readonly Meeting[] {
  const { relations } = view.projection;
  return meetings
    .map((meeting) => ({ meeting, ids: meeting.relations.map((relation) => relations.id(relation)) }))
    .sort((a, b) => a.ids.length - b.ids.length || compareSequences(a.ids, b.ids))
    .map(({ meeting }) => meeting);
}
