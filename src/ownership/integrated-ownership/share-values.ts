import { BILLION } from "../../domain/share.js";
import type { ShareGraph } from "./share-graph.js";

/** Which bound of integrated ownership: on the lower bounds, or at best. */
export type Bound = "least" | "greatest";

/**
 * What a node's holders make of their own chances: the sums of shares times chances by which both bounds of integrated
 * ownership are defined. At best lower bounds are filled and the room is given to those with the greatest chances. Sums are
 * compensated (T. Ogita, S. M. Rump and S. Oishi 2005, Accurate sum and dot product, SIAM Journal on Scientific Computing
 * 26): they come out the same in whatever order the holders stand, so that names and the order of rows change no digit of
 * a share.
 *
 * For several owners side by side: `of` has their chances for one node after another, `width` each, and so has the
 * answer for a node, which the next one overwrites.
 */
export function shareValues(
  graph: ShareGraph,
  bound: Bound,
  of: Float64Array,
  width = 1,
): (node: number) => Float64Array {
  const { starts, lower, upper } = graph;
  const values = new Float64Array(width);
  const isOpen = (node: number) => {
    const end = starts[node + 1] as number;
    for (let stake = starts[node] as number; stake < end; stake += 1)
      if (lower[stake] !== upper[stake]) return true;
    return false;
  };
  const value = bound === "least" ? leastValue : greatestValue;
  if (width === 1)
    return (node) => {
      values[0] = value(graph, node, of, 1, 0);
      return values;
    };
  return (node) => {
    const together = bound === "greatest" && isOpen(node) ? 0 : width & ~3;
    for (let owner = 0; owner < together; owner += 4) fourValues(graph, node, of, width, owner, values);
    for (let owner = together; owner < width; owner += 1)
      values[owner] = value(graph, node, of, width, owner);
    return values;
  };
}

function leastValue(
  { starts, holders, lower }: ShareGraph,
  node: number,
  of: Float64Array,
  width: number,
  owner: number,
): number {
  const end = starts[node + 1] as number;
  let sum = 0;
  let lost = 0;
  for (let stake = starts[node] as number; stake < end; stake += 1) {
    const part = (lower[stake] as number) * (of[width * (holders[stake] as number) + owner] as number);
    const next = sum + part;
    lost += lostIn(sum, part, next);
    sum = next;
  }
  return Math.min(1, (sum + lost) / BILLION);
}

/** The same for four owners at once: the processor adds up one while it waits for another, half as long for each. */
function fourValues(
  { starts, holders, lower }: ShareGraph,
  node: number,
  of: Float64Array,
  width: number,
  owner: number,
  values: Float64Array,
): void {
  const end = starts[node + 1] as number;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let lost0 = 0;
  let lost1 = 0;
  let lost2 = 0;
  let lost3 = 0;
  for (let stake = starts[node] as number; stake < end; stake += 1) {
    const share = lower[stake] as number;
    const at = width * (holders[stake] as number) + owner;
    const part0 = share * (of[at] as number);
    const part1 = share * (of[at + 1] as number);
    const part2 = share * (of[at + 2] as number);
    const part3 = share * (of[at + 3] as number);
    const next0 = sum0 + part0;
    const next1 = sum1 + part1;
    const next2 = sum2 + part2;
    const next3 = sum3 + part3;
    lost0 += lostIn(sum0, part0, next0);
    lost1 += lostIn(sum1, part1, next1);
    lost2 += lostIn(sum2, part2, next2);
    lost3 += lostIn(sum3, part3, next3);
    sum0 = next0;
    sum1 = next1;
    sum2 = next2;
    sum3 = next3;
  }
  values[owner] = Math.min(1, (sum0 + lost0) / BILLION);
  values[owner + 1] = Math.min(1, (sum1 + lost1) / BILLION);
  values[owner + 2] = Math.min(1, (sum2 + lost2) / BILLION);
  values[owner + 3] = Math.min(1, (sum3 + lost3) / BILLION);
}

function greatestValue(
  graph: ShareGraph,
  node: number,
  of: Float64Array,
  width: number,
  owner: number,
): number {
  const { starts, holders, lower, upper, room } = graph;
  const end = starts[node + 1] as number;
  let sum = 0;
  let lost = 0;
  let open = 0;
  let best = 0;
  let bestChance = 0;
  for (let stake = starts[node] as number; stake < end; stake += 1) {
    const chance = of[width * (holders[stake] as number) + owner] as number;
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
  const more =
    open === 1 || most >= left
      ? Math.min(most, left) * bestChance
      : roomValue(graph, node, (holder) => of[width * holder + owner] as number);
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
  chanceOf: (holder: number) => number,
): number {
  const chance = (stake: number) => chanceOf(holders[stake] as number);
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
