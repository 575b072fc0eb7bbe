import { printDay, today } from "../../../domain/day.js";
import { KINDS } from "../../api/relation-kinds.js";
import { captionOf } from "../../charts/caption.js";
import { drawNetwork, type Network } from "../../charts/network.js";
import type { Picture, PictureData } from "../../charts/picture.js";
import { sentence } from "../../components/sentence.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { drawnEntities, drawnLines } from "./drawn.js";
import { type Drawing, markOf } from "./lines.js";
import type { Point } from "./point.js";
import type { Scene } from "./scene.js";
import type { Step } from "./steps.js";

export interface CanvasPictureTerms {
  readonly steps: readonly Step[];
  readonly scene: Scene;
  readonly drawing: Drawing;
  readonly places: ReadonlyMap<string, Point>;
  readonly day: number;
  /** Null: today. */
  readonly knownAt: string | null;
  /** What was answered to what is alleged. */
  readonly notes: readonly string[];
}

const NAME_LENGTH = 34;
const PUBLISHERS = 8;

/** What the canvas shows, whole, as a picture that stands alone. */
export function canvasPicture(terms: CanvasPictureTerms): Picture {
  const { scene, drawing, day, knownAt, notes } = terms;
  const relations = drawing.lines.flatMap((line) => line.relations);
  const { ended, later, kinds } = drawing.hidden;
  const hidden = ended + later + kinds;
  const say = exploreTexts.picture;
  const publishers = [...new Set(relations.flatMap((relation) => relation.publishers))];
  const ways = scene.ways.flatMap((one) => one.ways.map(({ text }) => sentence(text)));
  return {
    name: "connections",
    title: titleOf(terms),
    description: [say.describe(drawing.entities.length, relations.length), ...ways].join(" "),
    draw: (width, palette) => drawNetwork(networkOf(terms), width, palette),
    notes: [...notes, ...(hidden > 0 ? [say.hidden(hidden)] : [])],
    caption: captionOf({
      dossiers: [...new Set(relations.map(({ dossier }) => dossier))].sort(),
      publishers:
        publishers.length > PUBLISHERS
          ? [...publishers.slice(0, PUBLISHERS), texts.pictures.more(publishers.length - PUBLISHERS)]
          : publishers,
      validAt: printDay(day),
      knownAt: knownAt ?? printDay(today()),
      graphVersion: scene.graphVersion,
    }),
    data: dataOf(scene, day),
  };
}

/** Named after the ends of the ways on it, else after the first entity. */
function titleOf({ steps, scene }: CanvasPictureTerms): string {
  const say = exploreTexts.picture;
  const name = (id: string) => scene.entities.get(id)?.shortName;
  const joined = steps.find((step) => step.act === "chain" || step.act === "connect");
  if (joined?.act === "chain" || joined?.act === "connect") {
    const ends = joined.act === "chain" ? [joined.university, joined.target] : [joined.from, joined.to];
    return say.title(ends.flatMap((id) => name(id) ?? []));
  }
  const [first] = scene.entities.values();
  return first === undefined ? say.title([]) : say.around(first.shortName);
}

/** What is drawn, as the picture needs it. */
export function networkOf({
  scene,
  drawing,
  places,
}: Pick<CanvasPictureTerms, "scene" | "drawing" | "places">): Network {
  const { legend } = exploreTexts;
  return {
    entities: drawnEntities({ scene, drawing, places }, NAME_LENGTH).map(
      ({ id, kind, name, place, radius }) => ({
        id,
        kind,
        name,
        ...place,
        radius,
      }),
    ),
    lines: drawnLines(drawing),
    words: { families: legend.families, marks: legend, kinds: texts.kinds, arrow: legend.arrow },
  };
}

/** Columns of days, by their places. */
const BEGINS = 4;
const ENDS = 5;

function dataOf(scene: Scene, day: number): PictureData {
  const name = (id: string) => scene.entities.get(id)?.name ?? id;
  return {
    columns: exploreTexts.picture.columns,
    inPage: [2, 1, 3, BEGINS, ENDS, 6, 7],
    inWords: (cell, column) =>
      typeof cell === "string" && (column === BEGINS || column === ENDS) ? texts.on(cell) : cell,
    rows: scene.relations.map((relation) => [
      relation.text,
      KINDS[relation.kind].title,
      name(relation.from),
      name(relation.to),
      relation.start,
      relation.end,
      texts.status[relation.status],
      exploreTexts.marks[markOf(relation, day) ?? "none"],
      relation.publishers.join("; "),
      relation.dossier,
      relation.id,
    ]),
  };
}
