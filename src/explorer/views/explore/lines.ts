import type { Day } from "../../../domain/day.js";
import type { EntityKind, RelationKind } from "../../api/documents.generated.js";
import { FAMILY_OF, type RelationFamily } from "../../api/relation-kinds.js";
import type { LineMark } from "../../charts/network-terms.js";
import { type Reading, readingOn } from "./reading.js";
import type { Scene, SceneRelation } from "./scene.js";

/** All relations of one kind from one entity to another that are drawn, as one line under its strongest mark. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly family: RelationFamily;
  readonly mark: LineMark;
  readonly relations: readonly SceneRelation[];
  /** False for a collaboration, which has no direction. */
  readonly hasDirection: boolean;
}

export interface LineTerms {
  /** The day looked at. */
  readonly day: Day;
  readonly withEnded: boolean;
  /** Kinds of relations and of entities that are not drawn. */
  readonly without: ReadonlySet<RelationKind | EntityKind>;
}

/** What is drawn on a day, and how many relations are not, by reason; each relation counts under one. */
export interface Drawing {
  readonly lines: readonly Line[];
  /** In the order in which they came onto the canvas. */
  readonly entities: readonly string[];
  readonly hidden: { readonly ended: number; readonly later: number; readonly kinds: number };
  /** What a source states to be not so; never a line. */
  readonly denied: number;
}

const STRENGTH: readonly LineMark[] = ["certain", "uncertain", "alleged", "ended"];

/** Chooses what is drawn of a scene on a day. */
export function drawingOf(scene: Scene, terms: LineTerms): Drawing {
  const { day, withEnded, without } = terms;
  const entities = [...scene.entities.values()].filter(({ kind }) => !without.has(kind)).map(({ id }) => id);
  const shown = new Set(entities);
  const hidden = { ended: 0, later: 0, kinds: 0 };
  let denied = 0;
  const bundles = new Map<string, SceneRelation[]>();
  for (const relation of scene.relations) {
    const reading = readingOn(relation.span, day);
    if (relation.status === "DENIED") denied += 1;
    else if (without.has(relation.kind) || !shown.has(relation.from) || !shown.has(relation.to))
      hidden.kinds += 1;
    else if (reading === "later") hidden.later += 1;
    else if (reading === "ended" && !withEnded) hidden.ended += 1;
    else {
      const key = bundleKey(relation);
      bundles.set(key, [...(bundles.get(key) ?? []), relation]);
    }
  }
  return {
    lines: [...bundles].map(([id, relations]) => lineOf(id, relations, day)),
    entities,
    hidden,
    denied,
  };
}

/** How one relation is drawn on a day; null: not at all. */
export function markOf(relation: SceneRelation, day: Day): LineMark | null {
  const reading: Reading = readingOn(relation.span, day);
  if (relation.status === "DENIED" || reading === "later") return null;
  if (reading === "ended") return "ended";
  if (relation.status === "ALLEGED") return "alleged";
  return reading === "certain" && relation.isShareCertain ? "certain" : "uncertain";
}

/** A collaboration is one line whichever side a source names first. */
function bundleKey({ from, to, kind }: SceneRelation): string {
  const [a, b] = kind === "COLLABORATION" && to < from ? [to, from] : [from, to];
  return `${a} ${b} ${kind}`;
}

function lineOf(id: string, relations: readonly SceneRelation[], day: Day): Line {
  const [from = "", to = "", kind = ""] = id.split(" ");
  const marks = new Set(relations.map((relation) => markOf(relation, day)));
  return {
    id,
    from,
    to,
    kind: kind as RelationKind,
    family: FAMILY_OF[kind as RelationKind],
    mark: STRENGTH.find((mark) => marks.has(mark)) ?? "ended",
    relations,
    hasDirection: kind !== "COLLABORATION",
  };
}
