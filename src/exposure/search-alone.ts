import { COLLABORATION, FUNDING } from "../projection/relation-table.js";
import type { View } from "../projection/view.js";
import { decisionsOf } from "./after-decision.js";
import { untilDay } from "./clock.js";
import { byCounterparty, type Contact, transactionDays } from "./contacts.js";
import type { CountedFlags } from "./counted-flags.js";
import type { ExposureTerms } from "./question.js";
import type { ContactsByKind, Search } from "./search.js";

/** The search from a university with its contacts in a row, those of one counterparty after each other. */
export interface SearchedAlone {
  readonly search: Search;
  readonly money: readonly Contact[];
}

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
): SearchedAlone {
  const holding = untilDay(view.terms.validAt);
  const layers = [{ hops: 1, holding }];
  const contacts: Contact[] = [];
  const { relations } = view.projection;
  for (const transaction of transactionsOf(view, university)) {
    const from = view.partyOf(relations.from[transaction] as number);
    const counterparty = from === university ? view.partyOf(relations.to[transaction] as number) : from;
    if (counterparty === university || !matters(counterparty)) continue;
    const days = transactionDays(relations, transaction);
    contacts.push({ kind: "money", transaction, counterparty, days, layers });
  }
  const grouped = new MoneyAlone(contacts);
  const search = {
    view,
    terms,
    institution: {
      university,
      parts: new Map([[university, [{ hops: 0, holding }]]]),
      own: new Set([university]),
    },
    decisions: decisionsOf(view, university),
    flags,
    contacts: grouped,
  };
  return { search, money: inARow(contacts) ? contacts : [...grouped.money.values()].flat() };
}

/** Money and nothing else; by counterparty only when somebody asks. */
class MoneyAlone implements ContactsByKind {
  readonly program: ReadonlyMap<number, readonly Contact[]> = NONE;
  readonly membership: ReadonlyMap<number, readonly Contact[]> = NONE;
  private readonly contacts: readonly Contact[];
  private grouped: ReadonlyMap<number, readonly Contact[]> | null = null;

  constructor(contacts: readonly Contact[]) {
    this.contacts = contacts;
  }

  get money(): ReadonlyMap<number, readonly Contact[]> {
    this.grouped ??= byCounterparty(this.contacts);
    return this.grouped;
  }
}

const NONE: ReadonlyMap<number, readonly Contact[]> = new Map();

/** Whether those of one counterparty follow each other: so it is where every payer is a party of one. */
function inARow(contacts: readonly Contact[]): boolean {
  return contacts.every(
    ({ counterparty }, at) => at === 0 || counterparty >= (contacts[at - 1]?.counterparty ?? 0),
  );
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
