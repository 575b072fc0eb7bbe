/** A symbol with a name under it, in pixels. */
export interface Named {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Of the symbol. */
  readonly radius: number;
  /** Of the name. */
  readonly width: number;
}

export const NAME_HEIGHT = 17;
const CELL = 80;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Whose names are shown: in the order given, each that lies on no name before it and on no other symbol. What is left out
 * must stand elsewhere: in a table, or on coming nearer.
 */
export function namesShown(items: readonly Named[]): ReadonlySet<string> {
  const taken = new Map<string, { readonly id: string; readonly box: Box }[]>();
  const put = (id: string, box: Box) => {
    for (const cell of cellsOf(box)) taken.set(cell, [...(taken.get(cell) ?? []), { id, box }]);
  };
  for (const { id, x, y, radius } of items) {
    put(id, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  const shown = new Set<string>();
  for (const { id, x, y, radius, width } of items) {
    const box = {
      left: x - width / 2,
      right: x + width / 2,
      top: y + radius + 2,
      bottom: y + radius + 2 + NAME_HEIGHT,
    };
    const isFree = cellsOf(box).every((cell) =>
      (taken.get(cell) ?? []).every((other) => other.id === id || !overlap(other.box, box)),
    );
    if (!isFree) continue;
    shown.add(id);
    put(`${id} name`, box);
  }
  return shown;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function cellsOf({ left, right, top, bottom }: Box): readonly string[] {
  const cells: string[] = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++)
      cells.push(`${column} ${row}`);
  }
  return cells;
}
