import { BILLION } from "../../domain/share.js";
import { componentsOf } from "./components.js";

/** A stake that may be so much, in billionths, is much. */
const MUCH = BILLION / 5;

/** Who holds much of a node: numbers, whatever order nodes stand in. */
export type HoldersOfMuch = (node: number) => readonly number[];

/** Whether a stake counts as much of a company. */
export function isMuch(upper: number): boolean {
  return upper >= MUCH;
}

/**
 * An order of nodes in which those that hold much of each other in circles stand together, at the place of their first:
 * the numbers of the nodes, and for the first of each knot how many it has, 1 for a node that is none (0 elsewhere).
 */
export function inKnots(
  order: readonly number[],
  holdersOfMuch: HoldersOfMuch,
): { readonly order: Int32Array; readonly knots: Int32Array } {
  const knotOf = new Map<number, readonly number[]>();
  for (const knot of componentsOf(order.length, holdersOfMuch))
    if (knot.length > 1) for (const node of knot) knotOf.set(node, knot);
  const knotted = new Int32Array(order.length);
  const knots = new Int32Array(order.length);
  const isPlaced = new Uint8Array(order.length);
  let place = 0;
  for (const node of order) {
    if (isPlaced[node] === 1) continue;
    const knot = knotOf.get(node) ?? [node];
    knots[place] = knot.length;
    for (const each of knot) {
      isPlaced[each] = 1;
      knotted[place] = each;
      place += 1;
    }
  }
  return { order: knotted, knots };
}
