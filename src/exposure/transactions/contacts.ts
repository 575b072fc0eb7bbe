import { bothHold, type Holding, holdingOf, untilDay } from "../../graph/days/clock.js";
import {
  BACKING,
  COLLABORATION,
  isTransaction,
  PART_OF,
  PARTICIPATION,
  type RelationTable,
} from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { addLayer, type Layer, type Layers, withLayer } from "../../graph/walk/bfs-layers.js";
import type { Institution } from "./parts.js";
import type { TransactionDays } from "./timing.js";

/** How a contact came about: money or research, one side's program that the other takes part in, or membership. */
export type ContactKind = "money" | "program" | "membership";

/**
 * A transaction of the institution with a counterparty: everything of a path but the ownership chain behind it. The
 * layers say when all claims but the transaction itself hold (PartOf of the institution; of PROGRAM the program's
 * PartOf and the other side's tie), by the hops of the path so far, the transaction included.
 */
export interface Contact {
  readonly kind: ContactKind;
  readonly transaction: number;
  readonly counterparty: number;
  readonly days: TransactionDays;
  readonly layers: readonly Layer[];
}

/** The contacts of an institution, ordered by transaction. Money that it pays out is none. */
export function contactsOf(view: View, institution: Institution, maxHops: number): readonly Contact[] {
  const found = new Found();
  const { budget } = view;
  for (const [part, layers] of institution.parts) {
    const within = layers.filter((layer) => layer.hops < maxHops);
    const start = within.map((layer) => ({ hops: layer.hops + 1, holding: layer.holding }));
    for (const tie of tiesOf(view, part)) {
      budget.spend();
      if (institution.own.has(tie.party)) continue;
      if (tie.is === "money") found.add("money", tie.relation, tie.party, start);
      for (const contact of behindProgram(view, tie, start, maxHops)) {
        if (!institution.own.has(contact.counterparty)) {
          found.add(contact.kind, tie.relation, contact.counterparty, contact.layers);
        }
      }
    }
  }
  return found.contacts(view);
}

interface FoundContact {
  readonly kind: ContactKind;
  readonly party: number;
  layers: readonly Layer[];
}

/** Contacts gathered by kind, transaction and counterparty: several ways to one are one contact. */
class Found {
  private readonly byTransaction = new Map<number, FoundContact[]>();

  add(kind: ContactKind, transaction: number, party: number, layers: readonly Layer[]): void {
    const known = this.byTransaction.get(transaction);
    const same = known?.find((each) => each.kind === kind && each.party === party);
    if (same) same.layers = layers.reduce(withLayer, same.layers);
    else if (known) known.push({ kind, party, layers });
    else this.byTransaction.set(transaction, [{ kind, party, layers }]);
  }

  contacts({ projection }: View): Contact[] {
    const contacts: Contact[] = [];
    for (const [transaction, found] of this.byTransaction) {
      const days = transactionDays(projection.relations, transaction);
      for (const { kind, party, layers } of found)
        contacts.push({ kind, transaction, counterparty: party, days, layers });
    }
    return contacts.sort((a, b) => a.transaction - b.transaction || a.counterparty - b.counterparty);
  }
}

/** One claim between a part of the institution and another party. */
interface Tie {
  readonly relation: number;
  readonly party: number;
  /** Money or research (with any party), taking part in a program, or running or paying for one. */
  readonly is: "money" | "participation" | "backing";
}

function* tiesOf(view: View, part: number): Iterable<Tie> {
  const { relations } = view.projection;
  for (const member of view.members(part)) {
    for (const relation of relations.incoming.of(member)) {
      const kind = relations.kind[relation];
      if (!isTransaction(kind as number) || !view.has(relation)) continue;
      yield { relation, party: view.partyOf(relations.from[relation] as number), is: "money" };
    }
    for (const relation of relations.outgoing.of(member)) {
      const is = TIE_OF[relations.kind[relation] as number];
      if (is && view.has(relation))
        yield { relation, party: view.partyOf(relations.to[relation] as number), is };
    }
  }
}

const TIE_OF: Readonly<Record<number, Tie["is"]>> = {
  [COLLABORATION]: "money",
  [PARTICIPATION]: "participation",
  [BACKING]: "backing",
};

interface ProgramContact {
  readonly kind: "program" | "membership";
  readonly counterparty: number;
  readonly layers: readonly Layer[];
}

/**
 * What stands behind a tie to a program. The participant's program is the backer's or a sub-program of it, never the
 * other way round; money from a program or research with it ties to the program as taking part does. The program
 * itself is the counterparty of those who take part in it or in a sub-program, or back it.
 */
function behindProgram(
  view: View,
  tie: Tie,
  start: readonly Layer[],
  maxHops: number,
): readonly ProgramContact[] {
  if (!isProgram(view, tie.party)) return [];
  const backs = tie.is === "backing";
  const programs = relatedPrograms(view, tie.party, start, { down: backs, maxHops });
  const contacts: ProgramContact[] = [];
  for (const [program, layers] of programs) {
    const member = backs ? program === tie.party : tie.is === "participation";
    if (member) contacts.push({ kind: "membership", counterparty: program, layers });
    for (const [relation, party] of otherSide(view, program, backs ? PARTICIPATION : BACKING)) {
      const holding = holdingOf(view.projection.relations, relation);
      const further = extended(layers, holding, maxHops);
      if (further.length > 0) contacts.push({ kind: "program", counterparty: party, layers: further });
    }
  }
  return contacts;
}

/** A program with those that it belongs to, or (`down`) with its sub-programs. */
function relatedPrograms(
  view: View,
  program: number,
  start: readonly Layer[],
  options: { down: boolean; maxHops: number },
): Layers {
  const programs: Layers = new Map();
  for (const layer of start) addLayer(programs, program, layer.hops, layer.holding);
  for (let hops = 1; hops < options.maxHops; hops += 1) {
    for (const [at, layers] of [...programs]) {
      const layer = layers.find((each) => each.hops === hops);
      if (!layer) continue;
      for (const [relation, next] of programSteps(view, at, options.down)) {
        const holding = holdingOf(view.projection.relations, relation);
        for (const further of extended([layer], holding, options.maxHops))
          addLayer(programs, next, further.hops, further.holding);
      }
    }
  }
  return programs;
}

/** Layers one claim further; what can no longer hold or is too long falls away. */
function extended(layers: readonly Layer[], holding: Holding, maxHops: number): Layer[] {
  return layers
    .filter((layer) => layer.hops < maxHops)
    .map((layer) => ({ hops: layer.hops + 1, holding: bothHold(layer.holding, holding) }))
    .filter((layer) => layer.holding.may.length > 0);
}

export function* programSteps(
  view: View,
  program: number,
  down: boolean,
): Iterable<[relation: number, next: number]> {
  const { relations } = view.projection;
  const steps = down ? relations.down : relations.up;
  for (const member of view.members(program)) {
    for (const relation of steps.of(member)) {
      if (relations.kind[relation] !== PART_OF || !view.has(relation)) continue;
      const next = view.partyOf(down ? relations.lower(relation) : relations.upper(relation));
      if (isProgram(view, next)) yield [relation, next];
    }
  }
}

export function* otherSide(
  view: View,
  program: number,
  kind: number,
): Iterable<[relation: number, party: number]> {
  const { relations } = view.projection;
  for (const member of view.members(program)) {
    for (const relation of relations.incoming.of(member)) {
      if (relations.kind[relation] === kind && view.has(relation)) {
        yield [relation, view.partyOf(relations.from[relation] as number)];
      }
    }
  }
}

export function isProgram(view: View, party: number): boolean {
  return view.projection.entities.kindOf(party) === "Program";
}

/** The chain of no claim at all: the counterparty is the target. */
export function noChain(validAt: number): readonly Layer[] {
  return [{ hops: 0, holding: untilDay(validAt) }];
}

/** The days of a transaction as the relation gives them. */
export function transactionDays(relations: RelationTable, relation: number): TransactionDays {
  return {
    startEarliest: relations.startEarliest(relation),
    startLatest: relations.startLatest(relation),
    endEarliest: relations.endEarliest(relation),
    endLatest: relations.endLatest(relation),
    undated: relations.isUndated(relation),
    openStart: relations.hasOpenStart(relation),
  };
}

/** Contacts by counterparty, each group in their order. */
export function byCounterparty(contacts: readonly Contact[]): ReadonlyMap<number, readonly Contact[]> {
  const groups = new Map<number, Contact[]>();
  for (const contact of contacts) {
    const group = groups.get(contact.counterparty);
    if (group) group.push(contact);
    else groups.set(contact.counterparty, [contact]);
  }
  return groups;
}
