import type { Point } from "./point.js";

/** The room that an entity and its name need: names are wider than high. */
const WIDTH = 150;
const HEIGHT = 46;
const ROUNDS = 80;

interface Moving {
  x: number;
  y: number;
}

/**
 * Moves fresh places until none lies in the room of another; those that stand do not move. Pairs push each other along the
 * shorter way out, in the order of their coming, so equal places give equal results.
 */
export function nudgeApart(
  fresh: ReadonlyMap<string, Point>,
  standing: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> {
  const ids = [...fresh.keys()];
  const places: Moving[] = [...fresh.values()].map(({ x, y }) => ({ x, y }));
  const fixed = [...standing].filter(([id]) => !fresh.has(id)).map(([, place]) => place);
  const fixedCells = cellsOf(fixed);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    const cells = cellsOf(places);
    for (const [at, place] of places.entries()) {
      for (const other of near(place, fixedCells)) moved = push(place, fixed[other] as Point, 1, at) || moved;
      for (const other of near(place, cells)) {
        if (other > at) moved = pushBoth(place, places[other] as Moving, at) || moved;
      }
    }
    if (!moved) break;
  }
  return new Map(ids.map((id, at) => [id, rounded(places[at] as Point)]));
}

/** Places by the room in which they lie. */
function cellsOf(places: readonly Point[]): ReadonlyMap<string, readonly number[]> {
  const cells = new Map<string, number[]>();
  for (const [at, place] of places.entries()) {
    const key = cellKey(Math.floor(place.x / WIDTH), Math.floor(place.y / HEIGHT));
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [at]);
    else cell.push(at);
  }
  return cells;
}

function cellKey(column: number, row: number): string {
  return `${column} ${row}`;
}

/** Who lies in the same room or in one beside it. */
function near(place: Point, cells: ReadonlyMap<string, readonly number[]>): readonly number[] {
  const [column, row] = [Math.floor(place.x / WIDTH), Math.floor(place.y / HEIGHT)];
  const found: number[] = [];
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) found.push(...(cells.get(cellKey(column + dx, row + dy)) ?? []));
  }
  return found.sort((a, b) => a - b);
}

function pushBoth(place: Moving, other: Moving, at: number): boolean {
  const before = { ...place };
  if (!push(place, other, 0.5, at)) return false;
  other.x -= place.x - before.x;
  other.y -= place.y - before.y;
  return true;
}

/** Pushes a place out of another's room by a part of what is missing; whether it had to. */
function push(place: Moving, other: Point, part: number, at: number): boolean {
  const [dx, dy] = [place.x - other.x, place.y - other.y];
  const [missingX, missingY] = [WIDTH - Math.abs(dx), HEIGHT - Math.abs(dy)];
  if (missingX <= 0.5 || missingY <= 0.5) return false;
  // Relative to the room the smaller move; two on one point part by their order.
  if (missingY / HEIGHT <= missingX / WIDTH || Math.abs(dx) < 1) {
    place.y += (dy === 0 ? (at % 2 === 0 ? 1 : -1) : Math.sign(dy)) * missingY * part;
  } else place.x += Math.sign(dx) * missingX * part;
  return true;
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
