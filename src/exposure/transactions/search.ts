import type { Decision } from "../../domain/act.js";
import { badInput } from "../../domain/errors.js";
import { type CountedFlags, flagsFor } from "../../graph/flags/counted-flags.js";
import type { View } from "../../graph/view.js";
import { WalkScratch } from "../../graph/walk/walk-scratch.js";
import type { ChannelId } from "../channels.js";
import type { ExposureTerms, ExposureTermsOf } from "../question.js";
import { decisionsOf } from "./after-decision.js";
import { byCounterparty, type Contact, type ContactKind, contactsOf } from "./contacts.js";
import { type Institution, institution } from "./parts.js";

/** What findings are assembled with: the party asked about, and how. */
export interface FindingContext {
  readonly view: View;
  readonly terms: ExposureTerms;
  readonly institution: Institution;
  readonly decisions: readonly Decision[];
  readonly flags: CountedFlags;
}

/** Everything that is worked out once for a university and a question. */
export interface Search extends FindingContext {
  /** Contacts by kind and counterparty. */
  readonly contacts: ContactsByKind;
  /** What its walks work with, one after the other. */
  readonly scratch: WalkScratch;
}

export type ContactsByKind = Readonly<Record<ContactKind, ReadonlyMap<number, readonly Contact[]>>>;

/** Prepares the search from a university; `scratch`: of searches that walk one after the other, the same. */
export function searchFrom(
  view: View,
  university: number,
  terms: ExposureTerms,
  flags: CountedFlags,
  scratch = new WalkScratch(view.projection.entities.count),
): Search {
  const parts = institution(view, university, terms);
  const contacts = contactsOf(view, parts, terms.maxHops);
  const ofKind = (kind: ContactKind) =>
    byCounterparty(contacts.filter((contact) => contact.kind === kind && isAsked(terms.channels, kind)));
  return {
    view,
    terms,
    institution: parts,
    decisions: decisionsOf(view, university),
    flags,
    contacts: { money: ofKind("money"), program: ofKind("program"), membership: ofKind("membership") },
    scratch,
  };
}

/** The search of a question, before anything is walked. */
export function searchFor(view: View, terms: ExposureTermsOf, scratch?: WalkScratch): Search {
  const university = partyOfId(view, terms.university, "university");
  return searchFrom(view, university, terms, flagsFor(view, terms.flags), scratch);
}

function isAsked(channels: readonly ChannelId[], kind: ContactKind): boolean {
  if (kind !== "money") return channels.includes("PROGRAM");
  return channels.some((channel) => channel === "DIRECT" || channel === "SUBSIDIARY" || channel === "PARENT");
}

/** The party of an entity id. @throws BAD_USER_INPUT naming the argument. */
export function partyOfId(view: View, id: string, argument: string): number {
  const entity = view.projection.entities.indexOf(id);
  if (entity < 0) throw badInput("is no entity of this graph", { argument, value: id });
  return view.partyOf(entity);
}
