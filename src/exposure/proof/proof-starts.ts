import { NEVER } from "../../domain/day.js";
import { byClaimId } from "../../graph/claim-order.js";
import { holdingOf } from "../../graph/days/clock.js";
import { type DaySet, meet, span } from "../../graph/days/day-set.js";
import { BACKING, COLLABORATION, FUNDING, PARTICIPATION } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { type Contact, isProgram, otherSide, programSteps } from "../transactions/contacts.js";
import { type Institution, partsWithin } from "../transactions/parts.js";

/** One path of the grammar: the relations from the university onwards and the days on which all may hold together. */
export interface Proof {
  readonly relations: readonly number[];
  readonly may: DaySet;
}

/** The paths up to the counterparty: PartOf of the institution, the transaction, and of PROGRAM what lies between. */
export function proofStarts(
  view: View,
  institution: Institution,
  contact: Contact,
  maxHops: number,
): Iterable<Proof> {
  const { transaction, kind, days } = contact;
  const upTo = span(days.startEarliest, Math.min(days.endLatest, NEVER, view.terms.validAt + 1));
  // The commonest case: money for the university itself.
  if (kind === "money" && institution.parts.size === 1) return [{ relations: [transaction], may: upTo }];
  const near = nearEnds(view, institution, transaction);
  return startsAt(view, institution, contact, { near, upTo, maxHops });
}

function* startsAt(
  view: View,
  institution: Institution,
  contact: Contact,
  {
    near,
    upTo,
    maxHops,
  }: { readonly near: readonly number[]; readonly upTo: DaySet; readonly maxHops: number },
): Iterable<Proof> {
  for (const end of near) {
    for (const parts of partPaths(view, institution, end, upTo, maxHops - 1)) {
      const walk = { relations: [...parts.relations, contact.transaction], may: parts.may };
      if (contact.kind === "money") yield walk;
      else yield* throughPrograms(view, contact, walk, maxHops);
    }
  }
}

/** The parties of the institution at which a transaction stands. */
function nearEnds(view: View, institution: Institution, transaction: number): number[] {
  const { relations } = view.projection;
  const from = view.partyOf(relations.from[transaction] as number);
  const to = view.partyOf(relations.to[transaction] as number);
  const kind = relations.kind[transaction];
  const ends = kind === FUNDING ? [to] : kind === COLLABORATION ? [from, to] : [from];
  return ends.filter((party) => institution.parts.has(party));
}

/** The PartOf paths from the university to a part, never twice through one. */
function* partPaths(
  view: View,
  institution: Institution,
  part: number,
  days: DaySet,
  maxHops: number,
): Iterable<Proof> {
  const { university } = institution;
  const open: (Proof & { at: number; passed: readonly number[] })[] = [
    { relations: [], may: days, at: university, passed: [university] },
  ];
  for (const walk of open) {
    if (walk.at === part) {
      yield walk;
      continue;
    }
    if (walk.relations.length >= maxHops) continue;
    for (const relation of byClaimId(view, [...partsWithin(view, walk.at)])) {
      const at = view.partyOf(view.projection.relations.lower(relation));
      const may = meet(walk.may, holdingOf(view.projection.relations, relation).may);
      if (may.length === 0 || walk.passed.includes(at)) continue;
      open.push({ relations: [...walk.relations, relation], may, at, passed: [...walk.passed, at] });
    }
  }
}

/** From a tie to a program on to the counterparty behind it. */
function* throughPrograms(view: View, contact: Contact, tie: Proof, maxHops: number): Iterable<Proof> {
  const { relations } = view.projection;
  const backs = relations.kind[contact.transaction] === BACKING;
  const far =
    relations.kind[contact.transaction] === FUNDING ||
    !isProgram(view, view.partyOf(relations.to[contact.transaction] as number))
      ? relations.from
      : relations.to;
  const program = view.partyOf(far[contact.transaction] as number);
  const open: (Proof & { at: number; passed: readonly number[] })[] = [
    { ...tie, at: program, passed: [program] },
  ];
  for (const walk of open) {
    if (contact.kind === "membership") {
      if (walk.at === contact.counterparty) yield walk;
    } else {
      for (const [relation, party] of otherSide(view, walk.at, backs ? PARTICIPATION : BACKING)) {
        const may = meet(walk.may, holdingOf(relations, relation).may);
        if (party === contact.counterparty && may.length > 0)
          yield { relations: [...walk.relations, relation], may };
      }
    }
    if (walk.relations.length >= maxHops) continue;
    for (const [relation, at] of programSteps(view, walk.at, backs)) {
      const may = meet(walk.may, holdingOf(relations, relation).may);
      if (may.length === 0 || walk.passed.includes(at)) continue;
      open.push({ relations: [...walk.relations, relation], may, at, passed: [...walk.passed, at] });
    }
  }
}
