import { byClaimId } from "../../graph/claim-order.js";
import {
  BACKING,
  COLLABORATION,
  CONTROL,
  FUNDING,
  LINK,
  OWNERSHIP,
  PARTICIPATION,
} from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { findDraft } from "../findings/find-exposures.js";
import { proofsOf } from "../proof/proofs.js";
import type { ExposureTermsOf } from "../question.js";
import { type Institution, institution } from "../transactions/parts.js";
import { partyOfId } from "../transactions/search.js";

/**
 * What passed between a university with its parts and a counterparty: relations (numbers) by id, whatever their status,
 * known on knownAt and begun by validAt.
 */
export interface Dealings {
  /** Money from the counterparty. */
  readonly funding: readonly number[];
  /** Research together, and programs that one side runs or pays for and the other takes part in. */
  readonly research: readonly number[];
  /** What one side owns or controls of the other. */
  readonly holdings: readonly number[];
  /** Reported connections that fit nothing else: they transmit nothing. */
  readonly links: readonly number[];
}

/** The dealings of a university with a counterparty, in steps. Alleged and denied ones are among them, each with its status. */
export function* dealingsWith(
  view: View,
  terms: ExposureTermsOf,
  counterparty: number,
): Generator<void, Dealings> {
  const university = partyOfId(view, terms.university, "university");
  const parts = institution(view, university, terms);
  const between = [...relationsBetween(view, parts, counterparty)];
  const { relations } = view.projection;
  const ofKind = (...kinds: readonly number[]) =>
    between.filter((relation) => kinds.includes(relations.kind[relation] as number));
  const programs = yield* programClaims(view, terms, counterparty);
  const received = ofKind(FUNDING).filter(
    (relation) => view.partyOf(relations.from[relation] as number) === counterparty,
  );
  const research = [...ofKind(COLLABORATION), ...programs];
  return {
    funding: byClaimId(view, received),
    research: byClaimId(
      view,
      [...new Set(research)].filter((relation) => !received.includes(relation)),
    ),
    holdings: byClaimId(view, ofKind(OWNERSHIP, CONTROL)),
    links: byClaimId(view, ofKind(LINK)),
  };
}

function* relationsBetween(view: View, { own }: Institution, counterparty: number): Iterable<number> {
  const { relations } = view.projection;
  for (const member of view.members(counterparty)) {
    for (const [list, other] of [
      [relations.outgoing, relations.to],
      [relations.incoming, relations.from],
    ] as const) {
      for (const relation of list.of(member)) {
        if (own.has(view.partyOf(other[relation] as number)) && isTold(view, relation)) yield relation;
      }
    }
  }
}

/** The claims of programs that join the two: who runs, pays for and takes part in them. */
function* programClaims(
  view: View,
  terms: ExposureTermsOf,
  counterparty: number,
): Generator<void, readonly number[]> {
  const target = view.projection.entities.id(counterparty);
  const named = { ...terms, targets: [target] };
  const found = yield* findDraft(view, named, { channel: "PROGRAM", target });
  if (!found) return [];
  const { search, draft } = found;
  const contacts = draft.counterparties
    .filter(({ party }) => party === counterparty)
    .flatMap((each) => each.transactions.map(({ contact }) => contact));
  const options = { hops: null, maxHops: terms.maxHops, hubLimit: terms.hubLimit };
  const claims: number[] = [];
  for (const contact of contacts) {
    for (const proof of proofsOf(view, search.institution, contact, draft.end, options)) {
      claims.push(...proof.relations);
      yield;
    }
  }
  return claims.filter((relation) => isProgramTie(view.projection.relations.kind[relation] as number));
}

function isProgramTie(kind: number): boolean {
  return kind === PARTICIPATION || kind === BACKING;
}

/** Whether a list of claims shows a relation: known, and not of the future. */
function isTold(view: View, relation: number): boolean {
  const { relations } = view.projection;
  const { recorded, retracted } = relations;
  const { knownAt, validAt } = view.terms;
  return (
    (recorded[relation] as number) <= knownAt &&
    (retracted[relation] as number) > knownAt &&
    relations.startEarliest(relation) <= validAt
  );
}
