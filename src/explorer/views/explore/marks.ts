import type { EntityKind } from "../../api/documents.generated.js";
import type { RelationFamily } from "../../api/relation-kinds.js";
import { h, type Markup } from "../../looks/markup.js";
import { DASH_OF, type LineMark } from "../../pictures/network-terms.js";
import { STYLED } from "../../pictures/palette.js";
import { shapeOf } from "../../pictures/shape.js";
import { texts } from "../../texts/english.js";

/** The mark of a kind of entity; words must stand beside it. */
export function kindMark(kind: EntityKind): Markup {
  return h(
    "svg",
    {
      class: "sample",
      viewBox: "-9 -9 18 18",
      width: 16,
      height: 16,
      "aria-hidden": "true",
      focusable: "false",
    },
    shapeOf(kind, { x: 0, y: 0, radius: 7.5, fill: STYLED.kind[kind] }),
  );
}

/** A line as the canvas draws it; words must stand beside it. */
export function lineSample(family: RelationFamily, mark: LineMark): Markup {
  return h(
    "svg",
    {
      class: "sample",
      viewBox: "0 0 34 10",
      width: 34,
      height: 10,
      "aria-hidden": "true",
      focusable: "false",
    },
    h("line", {
      x1: 1,
      y1: 5,
      x2: 33,
      y2: 5,
      stroke: mark === "ended" ? STYLED.soft : STYLED.family[family],
      "stroke-width": mark === "ended" ? 1 : 2.5,
      "stroke-dasharray": DASH_OF[mark],
    }),
  );
}

/** What shapes, colours and dashes say. */
export function legend(families: readonly RelationFamily[], marks: readonly LineMark[]): Markup {
  const say = texts.explore.legend;
  return h(
    "details",
    { class: "legend small", open: true },
    h("summary", {}, say.title),
    h(
      "ul",
      { class: "plain legend-list" },
      families.map((family) => h("li", {}, lineSample(family, "certain"), say.families[family])),
      marks.map((mark) => h("li", {}, lineSample("other", mark), say[mark])),
    ),
    h("p", { class: "soft" }, say.arrow),
  );
}
