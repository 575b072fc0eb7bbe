import { untilDay } from "../../graph/days/clock.js";
import type { DaySet } from "../../graph/days/day-set.js";
import { runToCompletion } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";
import type { Layers } from "../../graph/walk/bfs-layers.js";
import type { WalkDirection } from "../../graph/walk/hubs.js";
import { stepsToFlagged } from "../../graph/walk/steps-to-flagged.js";
import type { Exposures, Finding } from "../finding.js";
import { chainsTo } from "../proof/own-chains.js";
import type { ExposureTermsOf } from "../question.js";
import { partyOfId, type Search, searchFor } from "../transactions/search.js";
import { assembleFinding } from "./assemble-finding.js";
import { type Draft, judgeControl } from "./draft.js";
import { type ChainsBehind, draftsTo } from "./draft-findings.js";
import { findHoldings } from "./find-holdings.js";
import { inOrder } from "./finding-order.js";
import { ParentsByDefault } from "./parents-by-default.js";
import { type Reach, reachFrom } from "./reach.js";
import { truncations } from "./truncations.js";

/**
 * What a university is exposed to: every finding of the grammar, in order.
 *
 * From each counterparty ownership chains are walked on the days of its transactions only, so that cost follows the
 * neighbourhood, not the graph; every target met is a finding in the making.
 *
 * @throws BAD_USER_INPUT for an id that is not in the graph.
 */
export function findExposures(view: View, terms: ExposureTermsOf): Exposures {
  return runToCompletion(exposuresInSteps(view, terms));
}

/**
 * The same in steps, none of which is long beside the whole: other searches may work in between. From one step
 * to the next searches share memoised answers only.
 */
export function* exposuresInSteps(view: View, terms: ExposureTermsOf): Generator<void, Exposures> {
  const question = questionOf(view, terms);
  yield;
  const net = yield* netOf(question);
  yield;
  const holdings = terms.channels.includes("HOLDING")
    ? yield* findHoldings(question.search, question.named)
    : null;
  const drafts: Draft[] = [];
  const parents = parentsOf(question, net, (target) => chainsOf(net, target).down.layers);
  for (const target of targetsWithin(question, net)) {
    yield;
    drafts.push(...(yield* draftsTo(question.search, target, chainsOf(net, target), parents)));
  }
  // Findings are in the order of control first.
  yield* judgeControl(view, drafts);
  const findings = drafts.map((draft) => assembleFinding(question.search, draft));
  return {
    university: view.projection.entities.id(question.search.institution.university),
    findings: inOrder([...findings, ...(holdings?.findings ?? [])]),
    ...explored(question.search, net, holdings?.explored ?? 0),
    truncated: truncations(view, [net.up, net.down, holdings]),
  };
}

/**
 * Whether a finding of the question is there in a view: the same channel to the same target. `net` may be that of a
 * view with more claims and the same parties: then only the target is walked back from, within the net.
 */
export function* hasFinding(
  view: View,
  terms: ExposureTermsOf,
  finding: Pick<Finding, "channel" | "target">,
  net?: Net,
): Generator<void, boolean> {
  const question = questionOf(view, { ...terms, channels: [finding.channel] });
  const target = partyOfId(view, finding.target, "target");
  if (!question.isTarget(target)) return false;
  if (finding.channel === "HOLDING")
    return (yield* findHoldings(question.search, [target])).findings.length > 0;
  const within = net ?? (yield* netOf(question));
  const all = { days: untilDay(view.terms.validAt).may, maxHops: terms.maxHops };
  const known = new Map<number, Layers>();
  const down = (below: number) => {
    const layers = known.get(below) ?? chainsWithin(question.search, below, within.down, all);
    known.set(below, layers);
    return layers;
  };
  const chains = {
    up: { layers: chainsWithin(question.search, target, within.up, all), ways: null },
    down: { layers: down(target), ways: null },
  };
  const parents = parentsOf(question, within, down);
  return (yield* draftsTo(question.search, target, chains, parents)).length > 0;
}

/** A question about a university with what is worked out once. */
interface Question {
  readonly search: Search;
  /** Parties of the named targets; null where none is named. */
  readonly named: readonly number[] | null;
  /** Whether a finding may be on a party. */
  readonly isTarget: (party: number) => boolean;
}

function questionOf(view: View, terms: ExposureTermsOf): Question {
  const named = terms.targets?.map((id) => partyOfId(view, id, "targets")) ?? null;
  const search = searchFor(view, terms);
  const { flags, institution } = search;
  const wanted = named && new Set(named);
  const isTarget = (party: number) =>
    (wanted ? wanted.has(party) : flags.makesTarget(party)) && !institution.own.has(party);
  return { named, search, isTarget };
}

/** Where ownership chains lead from the counterparties, up and down. */
export interface Net {
  readonly up: Reach;
  readonly down: Reach;
}

function* netOf({ search, named, isTarget }: Question): Generator<void, Net> {
  const { channels } = search.terms;
  const up = [
    ...(channels.includes("SUBSIDIARY") ? [search.contacts.money] : []),
    ...(channels.includes("PROGRAM") ? [search.contacts.program] : []),
  ];
  const down = channels.includes("PARENT") ? [search.contacts.money] : [];
  const reach = (contacts: typeof up, direction: WalkDirection) => {
    const stepsToEnd = named ? null : stepsToFlagged(search.view, direction);
    return reachFrom(search, contacts, { direction, isEnd: isTarget, stepsToEnd });
  };
  return { up: yield* reach(up, "up"), down: yield* reach(down, "down") };
}

/** The net of a question, for asking it again in views with fewer claims. */
export function netFor(view: View, terms: ExposureTermsOf): Generator<void, Net> {
  return netOf(questionOf(view, terms));
}

/** The chains of a net to a target. */
export function chainsOf({ up, down }: Net, target: number): ChainsBehind {
  const chains = ({ ends, ways }: Reach) => ({ layers: ends.get(target) ?? NO_CHAINS, ways });
  return { up: chains(up), down: chains(down) };
}

const NO_CHAINS: Layers = new Map();

/** A finding in the making, with the search that found it. */
export interface FoundDraft {
  readonly search: Search;
  readonly draft: Draft;
}

/**
 * Finds one finding of a question again, for what is asked of it later. Null for HOLDING, which has no transactions, and
 * where there is no such finding.
 */
export function* findDraft(
  view: View,
  terms: ExposureTermsOf,
  finding: Pick<Finding, "channel" | "target">,
): Generator<void, FoundDraft | null> {
  const question = questionOf(view, { ...terms, channels: [finding.channel] });
  const target = partyOfId(view, finding.target, "target");
  if (question.search.institution.own.has(target)) return null;
  const net = yield* netOf(question);
  const parents = parentsOf(question, net, (below) => chainsOf(net, below).down.layers);
  const [draft] = yield* draftsTo(question.search, target, chainsOf(net, target), parents);
  return draft ? { search: question.search, draft } : null;
}

/** Which counterparties above a target count where none is named. */
function parentsOf({ search, named }: Question, net: Net, chainsTo: (target: number) => Layers) {
  return named === null ? new ParentsByDefault(search, net.down, chainsTo) : null;
}

/** Chains to a target through parties that the counterparties reach early enough, for every party on them. */
function chainsWithin(
  search: Search,
  target: number,
  reach: Reach,
  { days, maxHops }: { days: DaySet; maxHops: number },
): Layers {
  if (!reach.hops.has(target)) return new Map();
  return chainsTo(search, target, {
    direction: reach.direction,
    days,
    maxHops: maxHops - 1,
    hubLimit: search.terms.hubLimit,
    mayStand: (party, hops) => {
      const before = reach.hops.get(party);
      return before !== undefined && before + hops <= maxHops;
    },
  });
}

/** The targets that a path may lead to, each once, by id. */
function targetsWithin({ search, named, isTarget }: Question, net: Net): number[] {
  const { money, program, membership } = search.contacts;
  const met = named ?? [
    ...net.up.ends.keys(),
    ...net.down.ends.keys(),
    ...money.keys(),
    ...program.keys(),
    ...membership.keys(),
  ];
  return [...new Set(met)].filter(isTarget).sort((a, b) => a - b);
}

function explored({ institution, contacts }: Search, { up, down }: Net, held: number) {
  const isMet = (party: number) => up.hops.has(party) || down.hops.has(party);
  let entities = institution.parts.size + up.hops.parties.length;
  for (const party of down.hops.parties) if (!up.hops.has(party)) entities += 1;
  let relations = held + up.exploredRelations + down.exploredRelations;
  for (const groups of Object.values(contacts)) {
    for (const [party, group] of groups) {
      if (!isMet(party)) entities += 1;
      relations += group.length;
    }
  }
  return { exploredEntities: entities, exploredRelations: relations };
}
