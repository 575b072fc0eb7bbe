import { bothHold, holdingOf, untilDay } from "../../graph/days/clock.js";
import { PART_OF } from "../../graph/relation-table.js";
import type { View } from "../../graph/view.js";
import { addLayer, type Layers } from "../../graph/walk/bfs-layers.js";

/** A university with what belongs to it. */
export interface Institution {
  readonly university: number;
  /** The university (0 hops) and, where asked for, its parts, with the days on which they are parts. */
  readonly parts: Layers;
  /** The university and whatever a counted PartOf ever placed in it: never target, counterparty or step of a chain. */
  readonly own: ReadonlySet<number>;
}

/** Reads PartOf, at any depth, from the university down. */
export function institution(
  view: View,
  university: number,
  options: { includeParts: boolean; maxHops: number },
): Institution {
  const parts: Layers = new Map();
  addLayer(parts, university, 0, untilDay(view.terms.validAt));
  if (options.includeParts) addParts(view, parts, options.maxHops);
  return { university, parts, own: everParts(view, university) };
}

function addParts(view: View, parts: Layers, maxHops: number): void {
  const { relations } = view.projection;
  for (let hops = 1; hops < maxHops; hops += 1) {
    for (const [whole, layers] of [...parts]) {
      const layer = layers.find((each) => each.hops === hops - 1);
      if (!layer) continue;
      for (const relation of partsWithin(view, whole)) {
        const unit = view.partyOf(relations.lower(relation));
        const holding = bothHold(layer.holding, holdingOf(relations, relation));
        if (holding.may.length > 0 && !parts.get(unit)?.some((each) => each.hops === 0))
          addLayer(parts, unit, hops, holding);
      }
    }
  }
}

function everParts(view: View, university: number): ReadonlySet<number> {
  const own = new Set([university]);
  const { budget } = view;
  for (const whole of own) {
    budget.spend();
    for (const relation of partsWithin(view, whole))
      own.add(view.partyOf(view.projection.relations.lower(relation)));
  }
  return own;
}

/** Some parties and everything of which a counted PartOf ever made them a part, at any depth. */
export function withWholes(view: View, parties: Iterable<number>): ReadonlySet<number> {
  const { relations } = view.projection;
  const found = new Set(parties);
  for (const unit of found) {
    for (const member of view.members(unit)) {
      for (const relation of relations.up.of(member)) {
        if (relations.kind[relation] === PART_OF && view.has(relation))
          found.add(view.partyOf(relations.upper(relation)));
      }
    }
  }
  return found;
}

/** The PartOf claims by which units belong to a party. */
export function* partsWithin(view: View, party: number): Iterable<number> {
  const { relations } = view.projection;
  for (const member of view.members(party)) {
    for (const relation of relations.down.of(member)) {
      if (relations.kind[relation] === PART_OF && view.has(relation)) yield relation;
    }
  }
}
