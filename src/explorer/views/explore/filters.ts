import type { EntityKind, RelationKind } from "../../api/documents.generated.js";
import { FAMILY_OF, KIND_ORDER } from "../../api/relation-kinds.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { SHAPE_OF } from "../../pictures/shape.js";
import { texts } from "../../texts/english.js";
import { kindMark, lineSample } from "./marks.js";
import type { Shown } from "./shown.js";

/** What is drawn by kind, each with its number on the canvas; and what is hidden in time, one click away. */
export function filters(shown: Shown): Markup {
  const { scene, asked } = shown;
  const relations = KIND_ORDER.map((kind) => ({
    kind,
    n: scene.relations.filter((relation) => relation.kind === kind && relation.status !== "DENIED").length,
  })).filter(({ n }) => n > 0);
  const entities = (Object.keys(SHAPE_OF) as EntityKind[])
    .map((kind) => ({
      kind,
      n: [...scene.entities.values()].filter((entity) => entity.kind === kind).length,
    }))
    .filter(({ n }) => n > 0);
  const say = texts.explore.filter;
  const box = (kind: RelationKind | EntityKind, name: string, mark: Child) => {
    const toggle = (event: Event) => {
      const without = new Set(shown.now().without);
      if ((event.target as HTMLInputElement).checked) without.delete(kind);
      else without.add(kind);
      shown.set({ without: [...without].join(",") || null });
    };
    return h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        id: `kind-${kind}`,
        checked: !asked.without.has(kind),
        onchange: toggle,
      }),
      mark,
      name,
    );
  };
  return h(
    "div",
    { class: "filters" },
    h(
      "fieldset",
      {},
      h("legend", {}, say.relations),
      relations.map(({ kind, n }) =>
        box(kind, say.of(texts.relationKinds[kind], n), lineSample(FAMILY_OF[kind], "certain")),
      ),
    ),
    h(
      "fieldset",
      {},
      h("legend", {}, say.entities),
      entities.map(({ kind, n }) => box(kind, say.of(texts.explore.kindTitle[kind], n), kindMark(kind))),
    ),
  );
}

/** What is not drawn and why, with the button that draws what has ended. */
export function hiddenNote(shown: Shown): Markup {
  const { drawing, asked } = shown;
  const { ended, later, kinds } = drawing.hidden;
  const say = texts.explore.hidden;
  const toggle = (name: string, value: string | null) =>
    h(
      "button",
      {
        type: "button",
        id: "toggle-ended",
        class: "quiet small",
        onclick: () => shown.set({ ended: value }),
      },
      name,
    );
  return h(
    "div",
    { class: "hidden-note row small" },
    asked.withEnded
      ? [h("span", {}, say.endedShown), toggle(say.hideEnded, null)]
      : ended > 0 && [h("span", {}, say.ended(ended)), toggle(say.showEnded, "shown")],
    later > 0 && h("span", {}, say.later(later)),
    kinds > 0 && h("span", {}, say.kinds(kinds)),
    drawing.denied > 0 && h("span", {}, say.denied(drawing.denied)),
    shown.answered.length > 0 &&
      h(
        "details",
        { class: "answered", id: "answered" },
        h("summary", {}, texts.explore.picture.answeredTitle),
        shown.answered.map((sentence) => h("p", {}, sentence)),
      ),
  );
}
