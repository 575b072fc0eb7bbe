import { closure } from "../../graph/closure.js";
import { type InSteps, lazyInSteps } from "../../graph/lazy.js";
import { isOwnStep, OWNERSHIP } from "../../graph/relation-table.js";
import { Pace } from "../../graph/run-to-completion.js";
import type { View } from "../../graph/view.js";

/** In which relations two views of one graph differ, and whom that can concern; in steps. */
export interface Differences {
  readonly before: View;
  readonly after: View;
  /** Relations that exist in one view only, have another share, or begin or end between the days of the two. */
  readonly relations: InSteps<ReadonlySet<number>>;
  /** Whether who owns or controls a party, directly or through others, may differ: parties of the later view. */
  holdersMayDiffer(party: number): Generator<void, boolean>;
  /** Whether what a party owns or controls of another may differ. */
  holdingMayDiffer(owner: number, party: number): Generator<void, boolean>;
  /** The claims that may make it differ: those of ownership on the party and on what stands between the two. */
  holdingsBetween(owner: number, party: number): Generator<void, readonly number[]>;
}

/** Everything is worked out when it is asked for, once. Cost follows the change where the clocks are the same. */
export function differencesOf(before: View, after: View): Differences {
  const relations = lazyInSteps(() => differingRelations(before, after));
  const touched = lazyInSteps(function* () {
    return heldByDiffering(before, after, yield* relations());
  });
  const below = lazyInSteps(function* () {
    return yield* chainsFrom(before, after, yield* touched(), "down");
  });
  const above = lazyInSteps(function* () {
    return yield* chainsFrom(before, after, yield* touched(), "up");
  });
  return {
    before,
    after,
    relations,
    *holdersMayDiffer(party) {
      return (yield* below()).has(party);
    },
    *holdingMayDiffer(owner, party) {
      return (yield* below()).has(party) && (yield* above()).has(owner);
    },
    *holdingsBetween(owner, party) {
      const held = yield* chainsFrom(before, after, new Set([owner]), "down");
      const holding = yield* chainsFrom(before, after, new Set([party]), "up");
      const standsBetween = (each: number) => held.has(each) && holding.has(each);
      const table = after.projection.relations;
      return [...(yield* relations())].filter(
        (relation) =>
          isOwnStep(table.kind[relation] as number) &&
          [before, after].some((view) => standsBetween(view.partyOf(table.lower(relation)))),
      );
    },
  };
}

/** So many relations are compared in one step, some tens of microseconds. */
const RELATIONS_A_STEP = 500;

/** Of two views of one version on the same clocks only what a scenario names is looked at, else every relation. */
function* differingRelations(before: View, after: View): Generator<void, ReadonlySet<number>> {
  const found = new Set<number>();
  if (haveSameClocks(before, after) && areOneVersion(before, after)) {
    for (const { supposed } of [before, after])
      for (const relation of [...supposed.rejected, ...supposed.reshared])
        if (relationDiffers(before, after, relation)) found.add(relation);
    return found;
  }
  const pace = new Pace(RELATIONS_A_STEP);
  for (let relation = 0; relation < after.projection.relations.count; relation += 1) {
    if (relationDiffers(before, after, relation)) found.add(relation);
    if (pace.isStep()) yield;
  }
  return found;
}

function haveSameClocks({ terms: a }: View, { terms: b }: View): boolean {
  const statuses = ({ statuses: some }: typeof a) => [...some].sort().join();
  return a.validAt === b.validAt && a.knownAt === b.knownAt && statuses(a) === statuses(b);
}

/**
 * A supposed projection shares its sources with its own; one that was built anew has others, a later version may share
 * them.
 */
function areOneVersion({ projection: a }: View, { projection: b }: View): boolean {
  return a.version === b.version && a.sources === b.sources;
}

function relationDiffers(before: View, after: View, relation: number): boolean {
  if (before.has(relation) !== after.has(relation)) return true;
  if (!after.has(relation)) return false;
  const [a, b] = [before.projection.relations, after.projection.relations];
  if (a !== b) {
    if (a.kind[relation] === OWNERSHIP && SHARES.some((bound) => a[bound][relation] !== b[bound][relation]))
      return true;
    if (a.marks[relation] !== b.marks[relation]) return true;
    if (DAYS.some((days) => a[days](relation) !== b[days](relation))) return true;
  }
  const [from, to] = [before.terms.validAt, after.terms.validAt];
  if (from === to) return false;
  return DAYS.some((days) => isBetween(before, after, a[days](relation)));
}

const SHARES = ["shareMin", "shareMax"] as const;
const DAYS = ["startEarliest", "startLatest", "endEarliest", "endLatest"] as const;

/** Whether a day is later than the earlier validAt and not later than the other. */
export function isBetween(before: View, after: View, day: number): boolean {
  const [a, b] = [before.terms.validAt, after.terms.validAt];
  return Math.min(a, b) < day && day <= Math.max(a, b);
}

/** The parties on which an ownership claim differs, and those that are one party in one view only. */
function heldByDiffering(before: View, after: View, differing: ReadonlySet<number>): ReadonlySet<number> {
  const { relations } = after.projection;
  const held = new Set<number>();
  const add = (entity: number) => {
    for (const view of [before, after]) held.add(view.partyOf(entity));
  };
  for (const relation of differing)
    if (isOwnStep(relations.kind[relation] as number)) add(relations.lower(relation));
  if (before.parties !== after.parties) {
    for (const [entity, party] of after.parties.of.entries()) {
      if (before.parties.of[entity] !== party) for (const member of after.members(entity)) add(member);
    }
  }
  return held;
}

/** Some parties and everything that ownership chains lead to from them in either view, whatever the day. */
function chainsFrom(
  before: View,
  after: View,
  start: ReadonlySet<number>,
  direction: "up" | "down",
): Generator<void, ReadonlySet<number>> {
  const { relations } = after.projection;
  const steps = relations[direction];
  const end = (relation: number) =>
    direction === "up" ? relations.upper(relation) : relations.lower(relation);
  return closure(start, (party) =>
    [before, after].flatMap((view) =>
      [...view.members(party)]
        .flatMap((member) => [...steps.of(member)])
        .filter((relation) => view.has(relation))
        .map((relation) => view.partyOf(end(relation))),
    ),
  );
}
