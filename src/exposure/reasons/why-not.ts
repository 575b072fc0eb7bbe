import type { ClaimId, ClaimStatus } from "../../domain/claim.js";
import { NEVER } from "../../domain/day.js";
import { flagsFor } from "../../graph/flags/counted-flags.js";
import type { Path } from "../../graph/paths/path.js";
import { IDENTITY } from "../../graph/relation-table.js";
import { View } from "../../graph/view.js";
import { CHANNEL_IDS, type ChannelId } from "../channels.js";
import { bestPath } from "../findings/best-path.js";
import { deniedClaims } from "../findings/denied-claims.js";
import { exposuresInSteps, findDraft } from "../findings/find-exposures.js";
import { coShareholdings, holdingPaths } from "../findings/find-holdings.js";
import type { ExposureTermsOf } from "../question.js";
import { partyOfId, searchFor } from "../transactions/search.js";
import { successionsMet } from "./successions-met.js";

/**
 * What keeps a finding from being there, each by itself a condition of the method: a flag that counts, a day on which
 * all claims hold together, a counted status, the length of the path, a hub, a part of the university, a channel that
 * was asked, a share that is large enough, a decided Identity, the future, and what was not yet known.
 */
export const CONDITIONS = [
  "flag",
  "day",
  "status",
  "hops",
  "hub",
  "parts",
  "channel",
  "minShare",
  "identity",
  "validAt",
  "knownAt",
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Why a university has no finding on a target. */
export interface WhyNot {
  readonly found: boolean;
  /** The channel of the finding, or the one that came nearest; null where nothing leads from one to the other. */
  readonly nearest: ChannelId | null;
  /** The path of the nearest channel. A supposed identity is a step that it does not show. */
  readonly path: Path | null;
  /** Conditions that are all it takes: without any one of them there is still no finding. */
  readonly missing: readonly Condition[];
  /** Undecided Identities of the target: suggestions, which transmit nothing. */
  readonly suggested: readonly ClaimId[];
  /** The target belongs to the university itself. */
  readonly isOwn: boolean;
  /** University and target own parts of one company, of which the target has no control. */
  readonly isCoShareholder: boolean;
  readonly denied: readonly ClaimId[];
  /** Successions from the target to predecessors and successors on which the university has a finding. */
  readonly successions: readonly ClaimId[];
}

/**
 * Those that may also take a finding away when they are left out: further claims can make a party the university's own,
 * or leave a company without a controller.
 */
const TWO_SIDED: readonly Condition[] = ["status", "identity", "validAt", "knownAt"];

/** What is left out at first, each in turn until something is found. */
const WIDEST: readonly (readonly Condition[])[] = [
  CONDITIONS,
  ...TWO_SIDED.map((kept) => CONDITIONS.filter((condition) => condition !== kept)),
  CONDITIONS.filter((condition) => !TWO_SIDED.includes(condition)),
];

/**
 * Why there is no finding of a university on a target: the question is asked again with conditions left out. If one
 * alone suffices, the first of them in their order is what is missing; else a smallest set is found by putting each back
 * that is not needed. In steps. If nothing is found however many are left out, no claims lead from one to the other.
 */
export function* whyNot(view: View, terms: ExposureTermsOf, target: string): Generator<void, WhyNot> {
  const party = partyOfId(view, target, "target");
  const asked = { ...terms, targets: null };
  const named = { ...terms, targets: [view.projection.entities.id(party)] };
  const { own } = searchFor(view, asked).institution;
  const suggestions = undecidedAt(view, party);
  const about = {
    denied: deniedClaims(view, named),
    successions: yield* successionsMet(view, asked, party),
    isOwn: own.has(party),
    isCoShareholder: false,
    suggested: [],
  };
  const nothing = { ...about, found: false, nearest: null, path: null, missing: [] };
  if (about.isOwn) return nothing;
  const { findings } = yield* exposuresInSteps(view, asked);
  const finding = findings.find((each) => partyOf(view, each.target) === party);
  if (finding) {
    return { ...about, found: true, nearest: finding.channel, path: finding.path, missing: [] };
  }
  const ask = (without: readonly Condition[]) => nearestWithout(view, asked, target, without);
  const missing = yield* missingOf(ask);
  if (missing === null) return { ...nothing, ...(yield* coShareholder(view, named, party)) };
  const nearest = yield* ask(missing);
  const suggested = missing.includes("identity") ? suggestions.map(({ id }) => id) : [];
  return {
    ...about,
    found: false,
    nearest: nearest?.channel ?? null,
    path: nearest?.path() ?? null,
    missing,
    suggested,
  };
}

/** One condition that suffices alone, else a set of which none can be spared; null where none suffice. */
function* missingOf(
  ask: (without: readonly Condition[]) => Generator<void, Nearest | null>,
): Generator<void, readonly Condition[] | null> {
  const firstOf = function* <Set>(sets: readonly Set[], conditionsOf: (set: Set) => readonly Condition[]) {
    for (const set of sets) if ((yield* ask(conditionsOf(set))) !== null) return set;
    return null;
  };
  const widest = yield* firstOf(WIDEST, (without) => without);
  const alone = yield* firstOf(CONDITIONS, (condition) => [condition]);
  if (alone !== null) return [alone];
  if (widest === null) return null;
  let without = widest;
  for (const condition of [...widest].reverse()) {
    const fewer = without.filter((each) => each !== condition);
    if ((yield* ask(fewer)) !== null) without = fewer;
  }
  return without;
}

interface Nearest {
  readonly channel: ChannelId;
  readonly hops: number;
  readonly path: () => Path;
}

/** The shortest finding that there would be with some conditions left out; of equal ones the first channel's. */
function* nearestWithout(
  view: View,
  terms: ExposureTermsOf,
  target: string,
  without: readonly Condition[],
): Generator<void, Nearest | null> {
  const widened = widenedTerms(terms, target, without);
  const wide = widenedView(view, widened, partyOfId(view, target, "target"), without);
  const party = partyOfId(wide, target, "target");
  if (!without.includes("flag") && !flagsFor(wide, terms.flags).makesTarget(party)) return null;
  const found: Nearest[] = [];
  for (const channel of widened.channels) {
    yield;
    const nearest = yield* nearestBy(wide, widened, channel, party);
    if (nearest !== null) found.push(nearest);
  }
  return found.sort((a, b) => a.hops - b.hops)[0] ?? null;
}

function* nearestBy(
  view: View,
  terms: ExposureTermsOf,
  channel: ChannelId,
  party: number,
): Generator<void, Nearest | null> {
  if (channel === "HOLDING") {
    const search = searchFor(view, { ...terms, channels: [channel] });
    const [path] = search.institution.own.has(party) ? [] : yield* holdingPaths(search, party, 1);
    return path ? { channel, hops: path.hops, path: () => path } : null;
  }
  const found = yield* findDraft(view, terms, { channel, target: view.projection.entities.id(party) });
  if (!found) return null;
  const transactions = found.draft.counterparties.flatMap((each) => each.transactions);
  return {
    channel,
    hops: Math.min(...transactions.map((each) => each.hops)),
    path: () => bestPath(found.search, found.draft.end, transactions),
  };
}

const FAR_FUTURE = NEVER - 2;
const LONGEST = 16;

function widenedTerms(
  terms: ExposureTermsOf,
  target: string,
  without: readonly Condition[],
): ExposureTermsOf {
  const is = (condition: Condition) => without.includes(condition);
  const alleged: readonly ClaimStatus[] = ["alleged"];
  const { minShare, ...others } = terms;
  return {
    ...others,
    ...(minShare !== undefined && !is("minShare") && { minShare }),
    targets: is("flag") ? [target] : null,
    statuses: is("status") ? [...new Set([...terms.statuses, ...alleged])] : terms.statuses,
    maxHops: is("hops") ? Math.max(LONGEST, terms.maxHops) : terms.maxHops,
    hubLimit: is("hub") ? Number.MAX_SAFE_INTEGER : terms.hubLimit,
    includeParts: is("parts") || terms.includeParts,
    channels: is("channel") ? CHANNEL_IDS : terms.channels,
    validAt: is("validAt") ? FAR_FUTURE : terms.validAt,
    knownAt: is("knownAt") ? FAR_FUTURE : terms.knownAt,
  };
}

function widenedView(
  view: View,
  terms: ExposureTermsOf,
  target: number,
  without: readonly Condition[],
): View {
  const { validAt, knownAt, statuses } = terms;
  const same = without.includes("identity")
    ? undecidedAt(view, target).map(({ ends }): readonly [number, number] => ends)
    : [];
  const isSame =
    same.length === 0 && without.every((each) => !["status", "validAt", "knownAt"].includes(each));
  const wide = isSame
    ? view
    : View.of(
        view.projection,
        { validAt, knownAt, statuses },
        { ...view.supposed, same: [...view.supposed.same, ...same] },
      );
  return without.includes("day") ? wide.onEveryDay() : wide;
}

/** Identities at a party that exist and are not decided. */
function undecidedAt(view: View, party: number): { id: ClaimId; ends: readonly [number, number] }[] {
  const { relations } = view.projection;
  const found = new Map<number, { id: ClaimId; ends: readonly [number, number] }>();
  for (const member of view.members(party)) {
    for (const list of [relations.outgoing, relations.incoming]) {
      for (const relation of list.of(member)) {
        if (relations.kind[relation] !== IDENTITY || relations.isDecided(relation) || !view.has(relation))
          continue;
        const ends = [relations.from[relation] as number, relations.to[relation] as number] as const;
        found.set(relation, { id: relations.id(relation), ends });
      }
    }
  }
  return [...found.values()];
}

function* coShareholder(view: View, terms: ExposureTermsOf, party: number): Generator<void, Partial<WhyNot>> {
  const search = searchFor(view, { ...terms, channels: ["HOLDING"] });
  const [path] = yield* coShareholdings(search, party);
  return path ? { nearest: "HOLDING", path, isCoShareholder: true } : {};
}

function partyOf(view: View, id: string): number {
  return partyOfId(view, id, "target");
}
