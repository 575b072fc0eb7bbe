import type { Day } from "../../domain/day.js";
import type { EntityId } from "../../domain/entity.js";
import {
  FLAGGING_ROLES,
  type FlagId,
  type FlagKind,
  type FlagState,
  type FlagSubject,
  type RiskTopic,
} from "../../domain/flag.js";
import { LISTS, UNCOUNTED_CLASSES } from "../../domain/lists.js";
import { type DaySet, join, NO_DAYS } from "../days/day-set.js";
import type { FlagRecord, Projection } from "../projection.js";
import { PART_OF } from "../relation-table.js";
import { SUPPOSED_LIST } from "../suppose.js";
import type { View } from "../view.js";
import { type FlagLife, flagLife, STATE_ORDER } from "./flag-life.js";

/** Which flags count. An absent field selects everything of its sort, but for two defaults, see `flagCounts`. */
export interface FlagSelection {
  readonly ids?: readonly FlagId[] | undefined;
  readonly kinds?: readonly FlagKind[] | undefined;
  readonly authorities?: readonly EntityId[] | undefined;
  readonly lists?: readonly string[] | undefined;
  readonly states?: readonly FlagState[] | undefined;
  readonly topics?: readonly RiskTopic[] | undefined;
}

/** A flag that counts for a target, with its life for that target (one for each subject row). */
export interface CountedFlag {
  readonly record: FlagRecord;
  readonly lives: readonly FlagLife[];
  /** Days on which it is OPEN for the target, for certain and possibly: its subject rows taken together. */
  readonly openCertain: DaySet;
  readonly openMay: DaySet;
  /** The first day on which it may have a state for the target. */
  readonly firstDay: Day | null;
}

const DEFAULT_STATES: readonly FlagState[] = ["open", "established", "suspended"];

/**
 * Which flags count, and for whom. By default those possibly OPEN, ESTABLISHED or SUSPENDED on
 * validAt, without lists that bar only a state's own purchases and networks. Answers are memoised: most entities
 * are never asked about.
 */
export class CountedFlags {
  private readonly view: View;
  private readonly selection: FlagSelection;
  private readonly known: Map<number, readonly CountedFlag[]>;
  /** By entity: 1 where any flag speaks of it. */
  private readonly subjects: Uint8Array;

  /** `alike`: those of a view in which the same is said of flags. */
  constructor(view: View, selection: FlagSelection, alike: CountedFlags | null) {
    this.view = view;
    this.selection = selection;
    this.known = alike?.known ?? new Map();
    this.subjects = subjectsIn(view.projection);
  }

  /** The counted flags of a party, ordered by id. */
  of(party: number): readonly CountedFlag[] {
    if (!this.isSubject(party)) return NO_FLAGS;
    const known = this.known.get(party);
    if (known) return known;
    const counted = this.count(party);
    this.known.set(party, counted);
    return counted;
  }

  /** Whether a party is a target where none is named: a university, or a part of one, only through a Listing. */
  makesTarget(party: number): boolean {
    const flags = this.of(party);
    if (flags.length === 0) return false;
    return flags.some((flag) => flag.record.flag.kind === "Listing") || !isUniversityOrPart(this.view, party);
  }

  /** Whether any flag speaks of the party at all: false for nearly all of a graph. */
  private isSubject(party: number): boolean {
    const { next } = this.view.parties;
    let member = party;
    do {
      if (this.subjects[member] === 1) return true;
      member = next[member] as number;
    } while (member !== party);
    return false;
  }

  private count(party: number): readonly CountedFlag[] {
    const { view, selection } = this;
    const { flags, subjectsOf } = view.projection;
    const found = new Map<string, { readonly record: FlagRecord; readonly lives: FlagLife[] }>();
    for (const member of view.members(party)) {
      for (const subject of subjectsOf.get(member) ?? NO_SUBJECTS) {
        if (!FLAGGING_ROLES.includes(subject.role) || !view.holds(subject)) continue;
        const record = flags.get(subject.flag);
        if (!record || !isSelected(record, selection)) continue;
        const life = flagLife(record, subject, view);
        const known = found.get(record.flag.id);
        if (known) known.lives.push(life);
        else found.set(record.flag.id, { record, lives: [life] });
      }
    }
    const counted = [...found.values()].filter(({ lives }) => this.isCounted(lives));
    return counted
      .sort((a, b) => (a.record.flag.id < b.record.flag.id ? -1 : 1))
      .map(({ record, lives }) => together(record, lives));
  }

  private isCounted(lives: readonly FlagLife[]): boolean {
    const states = possibleStates(lives, this.view.terms.validAt);
    return (this.selection.states ?? DEFAULT_STATES).some((state) => states.has(state));
  }
}

const NO_FLAGS: readonly CountedFlag[] = [];

const NO_SUBJECTS: readonly FlagSubject[] = [];

function subjectsIn({ subjectsOf, entities }: Projection): Uint8Array {
  const known = SUBJECTS.get(subjectsOf);
  if (known) return known;
  const marks = new Uint8Array(entities.count);
  for (const entity of subjectsOf.keys()) marks[entity] = 1;
  SUBJECTS.set(subjectsOf, marks);
  return marks;
}

const SUBJECTS = new WeakMap<Projection["subjectsOf"], Uint8Array>();

/** The states that a flag may have for its subject on a day: of several rows the one that says most. */
export function possibleStates(lives: readonly FlagLife[], day: Day): ReadonlySet<FlagState | null> {
  const [only, second] = lives;
  if (only !== undefined && second === undefined) return only.possibleStates(day);
  let states: ReadonlySet<FlagState | null> = new Set([null]);
  for (const life of lives) {
    const further = [...life.possibleStates(day)];
    states = new Set([...states].flatMap((state) => further.map((other) => stronger(state, other))));
  }
  return states;
}

function stronger(a: FlagState | null, b: FlagState | null): FlagState | null {
  return STATE_ORDER.find((state) => state === a || state === b) ?? null;
}

function together(record: FlagRecord, lives: readonly FlagLife[]): CountedFlag {
  const [only, second] = lives;
  if (only !== undefined && second === undefined) {
    const { openCertain, openMay, firstDay } = only;
    return { record, lives, openCertain, openMay, firstDay };
  }
  const firstDays = lives.flatMap((life) => (life.firstDay === null ? [] : [life.firstDay]));
  return {
    record,
    lives,
    openCertain: lives.map((life) => life.openCertain).reduce(join, NO_DAYS),
    openMay: lives.map((life) => life.openMay).reduce(join, NO_DAYS),
    firstDay: firstDays.length === 0 ? null : Math.min(...firstDays),
  };
}

/** Counted flags for a view and a selection: shared by all questions that agree on both. */
export function flagsFor(view: View, selection: FlagSelection): CountedFlags {
  const known = COUNTED.get(view) ?? new Map<string, CountedFlags>();
  COUNTED.set(view, known);
  const key = keyOf(selection);
  const flags = known.get(key) ?? new CountedFlags(view, selection, flagsAlike(view, selection));
  if (known.size >= MOST_SELECTIONS) known.clear();
  known.set(key, flags);
  return flags;
}

/** The same for selections that say the same. Of those that are asked for again and again, written once. */
function keyOf(selection: FlagSelection): string {
  const key = KEYS.get(selection) ?? JSON.stringify(selection);
  KEYS.set(selection, key);
  return key;
}

const KEYS = new WeakMap<FlagSelection, string>();

/** Those of the view that one is made from, where it supposes nothing of flags and of who is one party. */
function flagsAlike(view: View, selection: FlagSelection): CountedFlags | null {
  const { base } = view;
  if (base === null || base.parties !== view.parties) return null;
  const isSame = base.projection.flags === view.projection.flags;
  return isSame ? flagsFor(base, selection) : null;
}

const COUNTED = new WeakMap<View, Map<string, CountedFlags>>();

const MOST_SELECTIONS = 32;

/** Whether a selection lets a flag count, its state apart. */
export function isSelected({ flag }: FlagRecord, selection: FlagSelection): boolean {
  const { ids, kinds, authorities, lists, topics } = selection;
  if (flag.list === SUPPOSED_LIST) return !kinds || kinds.includes("Listing");
  if (ids && !ids.includes(flag.id)) return false;
  if (kinds && !kinds.includes(flag.kind)) return false;
  if (authorities && !authorities.some((authority) => flag.authorities.includes(authority))) return false;
  if (topics && !topics.some((topic) => flag.topics.includes(topic))) return false;
  if (lists) return flag.list !== null && lists.includes(flag.list);
  const listClass = flag.list === null ? undefined : LISTS[flag.list]?.class;
  return ids !== undefined || listClass === undefined || !UNCOUNTED_CLASSES.includes(listClass);
}

/** Whether a party is a university or, through PartOf at any depth, a part of one. */
function isUniversityOrPart(view: View, party: number): boolean {
  const { relations, entities } = view.projection;
  const wholes = new Set([party]);
  for (const whole of wholes) {
    for (const member of view.members(whole)) {
      if (entities.kindOf(member) === "University") return true;
      for (const relation of relations.up.of(member)) {
        if (relations.kind[relation] === PART_OF && view.has(relation))
          wholes.add(view.partyOf(relations.upper(relation)));
      }
    }
  }
  return false;
}
