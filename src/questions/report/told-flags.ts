import type { Day } from "../../domain/day.js";
import {
  FLAG_STATES,
  FLAGGING_ROLES,
  type FlagState,
  type FlagSubject,
  type Response,
} from "../../domain/flag.js";
import type { FlagToTell } from "../../explain/told-flag.js";
import { targetGroup } from "../../exposure/findings/target-group.js";
import { roleOf, shownState } from "../../exposure/transactions/timing.js";
import { type CountedFlag, flagsFor } from "../../graph/flags/counted-flags.js";
import type { FlagLife } from "../../graph/flags/flag-life.js";
import type { FlagRecord } from "../../graph/projection.js";
import { isKnownOn, type View } from "../../graph/view.js";

/** What texts tell of a flag: how it stands on validAt, and the right of reply, which validAt does not cut. */

/** Every flag of which a party is a subject in a flagging role, whatever its state and list; by id. */
export function flagsOfParty(view: View, party: number): readonly CountedFlag[] {
  const ids = [...view.members(party)].flatMap((member) =>
    (view.projection.subjectsOf.get(member) ?? []).map((subject) => subject.flag),
  );
  if (ids.length === 0) return [];
  return flagsFor(view, { ids: [...new Set(ids)].sort(), states: FLAG_STATES }).of(party);
}

/** Responses known on knownAt, whatever validAt: the right of reply is not cut. In order of date. */
export function responsesTo(view: View, to: readonly string[]): readonly Response[] {
  return view.projection.responses
    .filter(
      (response) =>
        to.includes(response.to) && isKnownOn(response, view.terms.knownAt) && response.status !== "denied",
    )
    .sort(
      (a, b) =>
        a.clock.startLatest - b.clock.startLatest ||
        a.clock.startEarliest - b.clock.startEarliest ||
        (a.id < b.id ? -1 : 1),
    );
}

/** A counted flag of a target with all that a text tells of it. */
export function flagToTell(view: View, flag: CountedFlag, target: string): FlagToTell {
  const { validAt, knownAt } = view.terms;
  const { record } = flag;
  const events = record.events.filter((event) => isKnownOn(event, knownAt) && event.status !== "denied");
  const sorted = [...events].sort((a, b) => a.clock.startLatest - b.clock.startLatest);
  const state = shownState(flag, validAt);
  return {
    record,
    target,
    party: partyIds(view, target),
    role: roleOf(flag),
    state,
    validAt,
    events: sorted,
    counted: sorted.filter((event) => view.knows(event)),
    responses: ownReplies(view, record, target),
    subject: subjectToTell(flag, state, validAt),
    rows: flag.lives.map(({ subject }) => subject),
  };
}

/**
 * The responses to a flag that are a target's own: of the target, and of those who are not accused themselves and belong to
 * its group, or answer where it alone is accused. What another accused party said belongs to that one.
 */
function ownReplies(view: View, { flag, subjects }: FlagRecord, target: string): readonly Response[] {
  const { entities } = view.projection;
  const party = partyIds(view, target);
  const accused = new Set(
    subjects
      .filter(({ role }) => FLAGGING_ROLES.includes(role))
      .map(({ entity }) => entity)
      .filter((id) => !party.includes(id)),
  );
  const groupOf = (id: string) => targetGroup(view, view.partyOf(entities.indexOf(id)), view.terms.validAt);
  return responsesTo(view, [flag.id]).filter(
    ({ by }) =>
      party.includes(by) || (!accused.has(by) && (accused.size === 0 || groupOf(by) === groupOf(target))),
  );
}

/** The entities that are one party with one. */
function partyIds(view: View, id: string): readonly string[] {
  const { entities } = view.projection;
  return [...view.members(entities.indexOf(id))].map((member) => entities.id(member));
}

/** Of several subject rows one for which the flag is in the state that is told. */
function subjectToTell({ lives }: CountedFlag, state: FlagState, day: Day): FlagSubject {
  const told = lives.find((life) => life.stateOn(day) === state) ?? lives[0];
  return (told as FlagLife).subject;
}
