import { KINDS } from "../../api/relation-kinds.js";
import type { DrawnEntity, DrawnLine } from "./canvas-terms.js";
import type { Drawing, Line } from "./lines.js";
import type { Point } from "./point.js";
import type { Scene } from "./scene.js";

const NAME_LENGTH = 32;

/** Entities as canvas and picture draw them: the more is on record, the larger. */
export function drawnEntities(
  { scene, drawing, places }: { scene: Scene; drawing: Drawing; places: ReadonlyMap<string, Point> },
  nameLength: number = NAME_LENGTH,
): readonly DrawnEntity[] {
  return drawing.entities.flatMap((id) => {
    const [entity, place] = [scene.entities.get(id), places.get(id)];
    if (entity === undefined || place === undefined) return [];
    const { kind, shortName, onRecord } = entity;
    const name =
      shortName.length <= nameLength ? shortName : `${shortName.slice(0, nameLength - 1).trimEnd()}…`;
    const radius = Math.round(6 + Math.min(8, Math.log2(1 + onRecord)));
    return [{ id, kind, name, place, radius, isPinned: scene.pinned.has(id) }];
  });
}

/** Lines as canvas and picture draw them: the more relations, the wider; ended ones thin. */
export function drawnLines(drawing: Drawing): readonly DrawnLine[] {
  return drawing.lines.map((line) => {
    const { id, from, to, family, mark, hasDirection, relations } = line;
    const width = mark === "ended" ? 1.2 : 2 + Math.min(2.5, Math.log2(relations.length) / 1.5);
    return { id, from, to, family, mark, hasDirection, label: lineLabel(line), width };
  });
}

/** What a line says, in a word or two. */
export function lineLabel({ kind, relations }: Line): string {
  const word = KINDS[kind].label;
  return relations.length === 1 ? word : `${word} ×${relations.length}`;
}
