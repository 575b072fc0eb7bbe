import type { Canvas } from "./canvas.js";
import type { Point } from "./point.js";

export interface KeyActions {
  /** The entity at which the keyboard is; null: at none. */
  readonly at: () => string | null;
  readonly go: (id: string | null) => void;
  /** Selects it, or brings its neighbours where it is selected. */
  readonly open: (id: string) => void;
  /** The next line of the entity, selected. */
  readonly nextLine: (id: string) => void;
  readonly pin: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly undo: () => void;
  readonly fit: () => void;
  readonly letGo: () => void;
  /** Entities in view, in the order in which they came. */
  readonly ids: () => readonly string[];
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const STEP = 60;

/** What a key does on the canvas; false: nothing, and the browser may do what it does. */
export function pressed(event: KeyboardEvent, canvas: Canvas, actions: KeyActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const direction = DIRECTIONS[event.key];
  if (direction !== undefined) {
    if (event.shiftKey) canvas.pan(direction.x * STEP, direction.y * STEP);
    else move(direction, canvas, actions);
    return true;
  }
  if (event.key === "+" || event.key === "=") canvas.zoom(1.4);
  else if (event.key === "-") canvas.zoom(1 / 1.4);
  else if (event.key === "0") actions.fit();
  else if (event.key === "Escape") actions.letGo();
  else if (event.key === "z" || event.key === "u") actions.undo();
  else return pressedAt(event.key, actions);
  return true;
}

function pressedAt(key: string, actions: KeyActions): boolean {
  const id = actions.at();
  if (id === null) return false;
  if (key === "Enter" || key === " ") actions.open(id);
  else if (key === "l") actions.nextLine(id);
  else if (key === "p") actions.pin(id);
  else if (key === "Delete" || key === "Backspace") actions.remove(id);
  else return false;
  return true;
}

function move(direction: Point, canvas: Canvas, { at, go, ids }: KeyActions): void {
  const here = at();
  const all = ids();
  if (here === null || !all.includes(here)) {
    go(all[0] ?? null);
    return;
  }
  const next = nearest(here, direction, new Map(all.map((id) => [id, canvas.placeOnScreen(id)])));
  if (next !== null) go(next);
}

/**
 * The nearest in a direction: within 60 degrees of it, by distance along it and twice the distance aside; null: none
 * lies there.
 */
export function nearest(from: string, direction: Point, places: ReadonlyMap<string, Point>): string | null {
  const origin = places.get(from);
  if (origin === undefined) return null;
  let best: { readonly id: string; readonly far: number } | null = null;
  for (const [id, { x, y }] of places) {
    if (id === from) continue;
    const [dx, dy] = [x - origin.x, y - origin.y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x);
    if (along <= 0 || aside > along * Math.sqrt(3)) continue;
    const far = along + 2 * aside;
    if (best === null || far < best.far) best = { id, far };
  }
  return best?.id ?? null;
}
