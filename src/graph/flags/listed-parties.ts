import { type Day, parseDay } from "../../domain/day.js";
import { FLAGGING_ROLES } from "../../domain/flag.js";
import { type DaySet, includesDay, join } from "../days/day-set.js";
import type { Projection } from "../projection.js";
import { SUPPOSED_LIST } from "../suppose.js";
import type { View } from "../view.js";
import { flagLife } from "./flag-life.js";

/** The parties that a rule starts from, for certain and possibly: the second hold the first. */
export interface FlaggedParties {
  readonly must: ReadonlySet<number>;
  readonly may: ReadonlySet<number>;
}

/**
 * Parties with a listing on one of some lists that is open for them on a day: in every reading of its dates, in some.
 * What a question supposes to be listed counts on every list.
 */
export function listedParties(view: View, lists: readonly string[], day: Day): FlaggedParties {
  const known = BY_DAY.get(view) ?? new Map<string, FlaggedParties>();
  BY_DAY.set(view, known);
  const key = `${lists.join()}/${day}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= MOST_DAYS) known.clear();
  const found = listedOn(view, lists, day);
  known.set(key, found);
  return found;
}

const BY_DAY = new WeakMap<View, Map<string, FlaggedParties>>();

const MOST_DAYS = 1024;

function listedOn(view: View, lists: readonly string[], day: Day): FlaggedParties {
  const must = new Set<number>();
  const may = new Set<number>();
  for (const { party, openCertain, openMay } of openListings(view, lists)) {
    if (includesDay(openCertain, day)) must.add(party);
    if (includesDay(openMay, day)) may.add(party);
  }
  return { must, may };
}

interface OpenListing {
  readonly party: number;
  readonly openCertain: DaySet;
  readonly openMay: DaySet;
}

/** When parties are listed, each party once; memoised for the view. */
function openListings(view: View, lists: readonly string[]): readonly OpenListing[] {
  const known = CACHE.get(view) ?? new Map<string, readonly OpenListing[]>();
  CACHE.set(view, known);
  const key = lists.join();
  const listings = known.get(key) ?? findOpenListings(view, lists);
  known.set(key, listings);
  return listings;
}

const CACHE = new WeakMap<View, Map<string, readonly OpenListing[]>>();

function findOpenListings(view: View, lists: readonly string[]): readonly OpenListing[] {
  const { flags, entities } = view.projection;
  const found = new Map<number, OpenListing>();
  for (const record of flags.values()) {
    const { list } = record.flag;
    if (list === null || !(list === SUPPOSED_LIST || lists.includes(list))) continue;
    for (const subject of record.subjects) {
      const entity = entities.indexOf(subject.entity);
      if (entity < 0 || !FLAGGING_ROLES.includes(subject.role) || !view.holds(subject)) continue;
      const party = view.partyOf(entity);
      const { openCertain, openMay } = flagLife(record, subject, view);
      const other = found.get(party);
      found.set(party, {
        party,
        openCertain: other ? join(other.openCertain, openCertain) : openCertain,
        openMay: other ? join(other.openMay, openMay) : openMay,
      });
    }
  }
  return [...found.values()].sort((a, b) => a.party - b.party);
}

/** Which lists a question could look into, and which are not there: absence from those proves nothing. */
export interface ListCoverage {
  readonly searched: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Which of some lists are loaded for a day. A list is loaded if a dossier calls it complete, up to the day on which that
 * dossier was last checked; asked about a later day, loaded in part or not at all it is missing.
 */
export function listCoverage(projection: Projection, lists: readonly string[], day: Day): ListCoverage {
  const isLoaded = (list: string) =>
    projection.dossiers.some(
      ({ lists: covered, lastChecked }) =>
        covered[list] === "complete" && lastChecked !== null && day <= parseDay(lastChecked),
    );
  return { searched: lists.filter(isLoaded), missing: lists.filter((list) => !isLoaded(list)) };
}
