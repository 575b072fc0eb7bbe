import { BILLION } from "../../domain/share.js";
import type { ShareGraph } from "./share-graph.js";

/**
 * What a node's holders make of their own chances `of`: the sums of shares times chances by which both ends of integrated
 * ownership are defined. Sums are compensated (T. Ogita, S. M. Rump and S. Oishi 2005, Accurate sum and dot product, SIAM
 * Journal on Scientific Computing 26): they come out the same in whatever order the holders stand, so that names and the
 * order of rows change no digit of a share.
 */
export type ChanceValue = (graph: ShareGraph, node: number, of: Float64Array) => number;

/** On the lower bounds. */
export function leastValue({ starts, holders, lower }: ShareGraph, node: number, of: Float64Array): number {
  const end = starts[node + 1] as number;
  let sum = 0;
  let lost = 0;
  for (let stake = starts[node] as number; stake < end; stake += 1) {
    const part = (lower[stake] as number) * (of[holders[stake] as number] as number);
    const next = sum + part;
    lost += lostIn(sum, part, next);
    sum = next;
  }
  return Math.min(1, (sum + lost) / BILLION);
}

/** At best: lower bounds are filled, and the room is given to those with the greatest chances. */
export function greatestValue(graph: ShareGraph, node: number, of: Float64Array): number {
  const { starts, holders, lower, upper, room } = graph;
  const end = starts[node + 1] as number;
  let sum = 0;
  let lost = 0;
  let open = 0;
  let best = 0;
  let bestChance = 0;
  for (let stake = starts[node] as number; stake < end; stake += 1) {
    const chance = of[holders[stake] as number] as number;
    const part = (lower[stake] as number) * chance;
    const next = sum + part;
    lost += lostIn(sum, part, next);
    sum = next;
    if (lower[stake] === upper[stake] || chance === 0) continue;
    open += 1;
    if (chance <= bestChance) continue;
    best = stake;
    bestChance = chance;
  }
  if (open === 0) return Math.min(1, (sum + lost) / BILLION);
  // Mostly one holder may take all of the room.
  const most = (upper[best] as number) - (lower[best] as number);
  const left = room[node] as number;
  const more = open === 1 || most >= left ? Math.min(most, left) * bestChance : roomValue(graph, node, of);
  const whole = sum + more;
  lost += lostIn(sum, more, whole);
  return Math.min(1, (whole + lost) / BILLION);
}

/** What rounding lost in a sum of two, exactly and without asking which is the greater (D. E. Knuth 1969, TAOCP 2, 4.2.2). */
function lostIn(sum: number, part: number, rounded: number): number {
  const added = rounded - sum;
  return sum - (rounded - added) + (part - added);
}

/** What the room of a node is worth where several holders share it: those of the greatest chance first. */
function roomValue(
  { starts, holders, lower, upper, room }: ShareGraph,
  node: number,
  of: Float64Array,
): number {
  const chance = (stake: number) => of[holders[stake] as number] as number;
  const open: number[] = [];
  for (let stake = starts[node] as number; stake < (starts[node + 1] as number); stake += 1)
    if (lower[stake] !== upper[stake]) open.push(stake);
  let left = room[node] as number;
  let sum = 0;
  for (const stake of open.sort((a, b) => chance(b) - chance(a))) {
    const more = Math.min(left, (upper[stake] as number) - (lower[stake] as number));
    sum += more * chance(stake);
    left -= more;
    if (left === 0) break;
  }
  return sum;
}
