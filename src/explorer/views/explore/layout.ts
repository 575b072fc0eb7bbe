import { drawTogether } from "./force.js";
import { nudgeApart } from "./nudge-apart.js";
import type { Point } from "./point.js";
import type { Scene, Stage } from "./scene.js";

/** What a layout needs of a scene; plain data, so that it can be handed to a worker. */
export type LayoutTask = Pick<Scene, "stages" | "pairs">;

/** Between the ends of a way for each relation of the shortest one, and between ways. */
const STEP = 240;
const BETWEEN_WAYS = 120;
/** The first ring of neighbours, the distance of the next, and the room of each neighbour on it. */
const RING = 190;
const BETWEEN_RINGS = 95;
const ROOM = 64;
const TIDY_ROUNDS = 300;
const FULL_TURN = 2 * Math.PI;

/**
 * Places entities stage by stage. What stands stays where it is when others arrive; equal stages give equal places, in
 * any browser and on the server. Units are pixels at the first zoom.
 */
export function layOut({ stages, pairs }: LayoutTask): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const pinned = new Set<string>();
  for (const stage of stages) apply(stage, places, pinned, pairs);
  return places;
}

function apply(
  stage: Stage,
  places: Map<string, Point>,
  pinned: Set<string>,
  pairs: LayoutTask["pairs"],
): void {
  switch (stage.rule) {
    case "ways":
      settle(alongWays(stage.ways, places), places);
      return;
    case "around":
      settle(aroundAnchor(stage, places, pairs), places);
      return;
    case "alone":
      settle(new Map([[stage.id, besideAll(places)]]), places);
      return;
    case "pin":
      if (places.has(stage.id)) {
        places.set(stage.id, { x: stage.x, y: stage.y });
        pinned.add(stage.id);
      }
      return;
    case "unpin":
      pinned.delete(stage.id);
      return;
    case "remove":
      places.delete(stage.id);
      pinned.delete(stage.id);
      return;
    case "tidy": {
      const fixed = new Map([...places].filter(([id]) => pinned.has(id)));
      const free = new Map([...places].filter(([id]) => !pinned.has(id)));
      for (const id of free.keys()) places.delete(id);
      settle(drawTogether(free, fixed, pairs, TIDY_ROUNDS), places);
    }
  }
}

/** Puts fresh places among those that stand, with room for a name between any two. */
function settle(fresh: ReadonlyMap<string, Point>, places: Map<string, Point>): void {
  for (const [id, place] of nudgeApart(fresh, places)) places.set(id, place);
}

/** Ways lie side by side between their ends; an entity of several ways lies on the first. */
function alongWays(
  ways: readonly (readonly string[])[],
  places: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const fresh = new Map<string, Point>();
  const at = (id: string) => places.get(id) ?? fresh.get(id);
  const isDirect = ways.some((way) => way.length === 2);
  const shortest = Math.max(2, ...ways.map((way) => way.length)) - 1;
  let lane = isDirect ? 1 : 0;
  for (const way of ways) {
    const [first, last] = [way[0], way.at(-1)];
    if (first === undefined || last === undefined) continue;
    const from = at(first) ?? besideAll(places);
    if (at(first) === undefined) fresh.set(first, from);
    const to = at(last) ?? { x: from.x + shortest * STEP, y: from.y };
    if (at(last) === undefined) fresh.set(last, to);
    const inner = way.slice(1, -1).filter((id) => at(id) === undefined);
    if (inner.length === 0) continue;
    const aside = BETWEEN_WAYS * Math.ceil(lane / 2) * (lane % 2 === 1 ? -1 : 1);
    lane += 1;
    for (const id of inner) {
      const part = way.indexOf(id) / (way.length - 1);
      fresh.set(id, aside === 0 ? between(from, to, part, 0) : between(from, to, part, aside));
    }
  }
  return fresh;
}

/** A point on the line from one to another, put aside to its left. */
function between(from: Point, to: Point, part: number, aside: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: from.x + dx * part - (dy / length) * aside,
    y: from.y + dy * part + (dx / length) * aside,
  };
}

/** Neighbours on rings about their anchor, on the side where nothing stands yet; those with ties to each other side by side. */
function aroundAnchor(
  { anchor, fresh }: Extract<Stage, { rule: "around" }>,
  places: ReadonlyMap<string, Point>,
  pairs: LayoutTask["pairs"],
): Map<string, Point> {
  const centre = places.get(anchor) ?? { x: 0, y: 0 };
  const others = [...places].filter(([id]) => id !== anchor).map(([, place]) => place);
  const sector = others.length === 0 ? FULL_TURN : FULL_TURN * 0.7;
  const away = others.length === 0 ? 0 : awayFrom(centre, others);
  const ordered = besideTheirTies(
    fresh.filter((id) => !places.has(id)),
    pairs,
  );
  const ringed = new Map<string, Point>();
  let [ring, from] = [0, 0];
  while (from < ordered.length) {
    const radius = RING + ring * BETWEEN_RINGS;
    const room = Math.max(4, Math.floor((sector * radius) / ROOM));
    const onRing = ordered.slice(from, from + room);
    for (const [at, id] of onRing.entries()) {
      const part = sector === FULL_TURN ? at / onRing.length : (at + 0.5) / onRing.length - 0.5;
      const angle = away + part * sector + ring * 0.35;
      // Names are wide: rings are too.
      ringed.set(id, {
        x: centre.x + 1.6 * radius * Math.cos(angle),
        y: centre.y + radius * Math.sin(angle),
      });
    }
    from += room;
    ring += 1;
  }
  return ringed;
}

/** The same entities, each followed by those to which it is tied, in their order. */
function besideTheirTies(ids: readonly string[], pairs: LayoutTask["pairs"]): readonly string[] {
  const waiting = new Set(ids);
  const tied = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    if (!waiting.has(a) || !waiting.has(b)) continue;
    tied.set(a, [...(tied.get(a) ?? []), b]);
    tied.set(b, [...(tied.get(b) ?? []), a]);
  }
  const ordered: string[] = [];
  const take = (id: string) => {
    if (!waiting.delete(id)) return;
    ordered.push(id);
    for (const other of tied.get(id) ?? []) take(other);
  };
  for (const id of ids) take(id);
  return ordered;
}

/** The direction from the middle of the others to the centre; to the right where they surround it. */
function awayFrom(centre: Point, others: readonly Point[]): number {
  const dx = others.reduce((sum, { x }) => sum + centre.x - x, 0);
  const dy = others.reduce((sum, { y }) => sum + centre.y - y, 0);
  return Math.hypot(dx, dy) < 1 ? 0 : Math.atan2(dy, dx);
}

/** The middle, or a place below everything that stands. */
function besideAll(places: ReadonlyMap<string, Point>): Point {
  const all = [...places.values()];
  if (all.length === 0) return { x: 0, y: 0 };
  const x = all.reduce((sum, place) => sum + place.x, 0) / all.length;
  return { x: Math.round(x), y: Math.max(...all.map(({ y }) => y)) + 160 };
}
