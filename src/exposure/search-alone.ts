import { COLLABORATION, FUNDING } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { decisionsOf } from "./after-decision.js";
import { untilDay } from "./clock.js";
import { type Contact, transactionDays } from "./contacts.js";
import type { CountedFlags } from "./counted-flags.js";
import type { ExposureTerms } from "./question.js";
import type { Search } from "./search.js";

/**
 * The search from a university that stands alone, without parts, a whole or programs that matter: its contacts are its
 * money and research with the counterparties that matter, by counterparty, each in the order of the table.
 */
export function searchAlone(
  view: View,
  university: number,
  terms: ExposureTerms,
  flags: CountedFlags,
  matters: (counterparty: number) => boolean,
): Search {
  const holding = untilDay(view.terms.validAt);
  const layers = [{ hops: 1, holding }];
  const money = new Map<number, Contact[]>();
  const { relations } = view.projection;
  for (const transaction of transactionsOf(view, university)) {
    const from = view.partyOf(relations.from[transaction] as number);
    const counterparty = from === university ? view.partyOf(relations.to[transaction] as number) : from;
    if (counterparty === university || !matters(counterparty)) continue;
    const days = transactionDays(relations, transaction);
    const contact: Contact = { kind: "money", transaction, counterparty, days, layers };
    const others = money.get(counterparty);
    if (others) others.push(contact);
    else money.set(counterparty, [contact]);
  }
  return {
    view,
    terms,
    institution: {
      university,
      parts: new Map([[university, [{ hops: 0, holding }]]]),
      own: new Set([university]),
    },
    decisions: decisionsOf(view, university),
    flags,
    contacts: { money, program: new Map(), membership: new Map() },
  };
}

/** What a university receives, and the research that it takes part in. */
function transactionsOf(view: View, university: number): readonly number[] {
  const { budget } = view;
  const { incoming, outgoing, kind } = view.projection.relations;
  budget.spend(incoming.degree(university) + outgoing.degree(university));
  const found: number[] = [];
  for (const relation of incoming.of(university))
    if ((kind[relation] === FUNDING || kind[relation] === COLLABORATION) && view.has(relation))
      found.push(relation);
  for (const relation of outgoing.of(university))
    if (kind[relation] === COLLABORATION && view.has(relation)) found.push(relation);
  return found.sort((a, b) => a - b);
}
