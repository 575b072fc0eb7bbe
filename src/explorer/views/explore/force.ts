/// <reference path="./forceatlas2.d.ts" />
import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { Point } from "./point.js";

/** Pixels of the canvas in a unit of the forces. */
const UNIT = 24;
const NODE_FIELDS = 10;
const EDGE_FIELDS = 3;
const SETTINGS = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  scalingRatio: 12,
  strongGravityMode: false,
  gravity: 0.4,
  slowDown: 4,
  barnesHutOptimize: false,
  barnesHutTheta: 0.5,
};

/**
 * Draws free places together along their ties and apart otherwise (ForceAtlas2, Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679); fixed ones act and do not move. Without chance: equal places give equal results.
 */
export function drawTogether(
  free: ReadonlyMap<string, Point>,
  fixed: ReadonlyMap<string, Point>,
  pairs: readonly (readonly [string, string])[],
  iterations: number,
): Map<string, Point> {
  const ids = [...free.keys(), ...[...fixed.keys()].filter((id) => !free.has(id))];
  const indexOf = new Map(ids.map((id, at) => [id, at]));
  const ties = pairs.flatMap(([a, b]) => {
    const [from, to] = [indexOf.get(a), indexOf.get(b)];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
  const nodes = nodeMatrix(ids, free, fixed, ties);
  const edges = new Float32Array(ties.flatMap(([a, b]) => [a * NODE_FIELDS, b * NODE_FIELDS, 1]));
  if (edges.length !== ties.length * EDGE_FIELDS) throw new Error("a tie lost an end");
  const settings = { ...SETTINGS, barnesHutOptimize: ids.length > 200 };
  for (let round = 0; round < iterations; round++) iterate(settings, nodes, edges);
  return new Map(
    [...free.keys()].map((id, at) => [
      id,
      { x: (nodes[at * NODE_FIELDS] as number) * UNIT, y: (nodes[at * NODE_FIELDS + 1] as number) * UNIT },
    ]),
  );
}

/** Per node: x, y, forces now and before, mass, convergence, size, whether it is fixed. */
function nodeMatrix(
  ids: readonly string[],
  free: ReadonlyMap<string, Point>,
  fixed: ReadonlyMap<string, Point>,
  ties: readonly (readonly [number, number])[],
): Float32Array {
  const nodes = new Float32Array(ids.length * NODE_FIELDS);
  for (const [at, id] of ids.entries()) {
    const place = free.get(id) ?? fixed.get(id) ?? { x: 0, y: 0 };
    nodes.set([place.x / UNIT, place.y / UNIT, 0, 0, 0, 0, 1, 1, 1, free.has(id) ? 0 : 1], at * NODE_FIELDS);
  }
  for (const end of ties.flat()) {
    const mass = end * NODE_FIELDS + 6;
    nodes[mass] = (nodes[mass] as number) + 1;
  }
  return nodes;
}
