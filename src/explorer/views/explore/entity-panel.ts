import type { ExploreFlagsQuery } from "../../api/documents.generated.js";
import { entityLink } from "../../looks/chain.js";
import { countryName } from "../../looks/country-name.js";
import { flagBriefs } from "../../looks/flag-briefs.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";
import { kindMark, lineSample } from "./marks.js";
import { countsByKind } from "./neighbours.js";
import type { SceneEntity } from "./scene.js";
import { nameOf, pointOf, type Shown, togglePin } from "./shown.js";
import { LARGEST_LIMIT } from "./steps.js";
import { arrows } from "./toolbar.js";

/** Pixels of the layout by which a button moves what is pinned. */
const NUDGE = 40;
const LIMITS = [10, 25, 50, 100, LARGEST_LIMIT];

/** What was asked about an entity; null while it is asked. */
export type AskedEntity = Extract<ExploreFlagsQuery["nodes"][number], { flags: unknown }> | null;

export interface EntityPanelOptions {
  readonly entity: SceneEntity;
  readonly asked: AskedEntity;
  /** How many neighbours come at most. */
  readonly limit: number;
  readonly setLimit: (limit: number) => void;
  readonly connectFrom: (party: { readonly id: string; readonly name: string }) => void;
}

/** An entity: what is on record about it by kind before anything is drawn, and a button for each gesture. */
export function entityPanel(shown: Shown, options: EntityPanelOptions): readonly Child[] {
  const { entity, asked, connectFrom } = options;
  const { id, kind, name, country } = entity;
  const say = texts.explore.panel;
  const isPinned = shown.scene.pinned.has(id);
  return [
    h(
      "div",
      { class: "row" },
      h("h2", { id: "selected", tabindex: "-1" }, name),
      h(
        "button",
        { type: "button", class: "quiet small", id: "let-go", onclick: () => shown.select() },
        say.close,
      ),
    ),
    h(
      "p",
      { class: "row small soft" },
      h("span", { class: "row tight" }, kindMark(kind), texts.kinds[kind]),
      country !== null && h("span", {}, countryName(country)),
      asked !== null && h("span", {}, entityLinkNamed(asked, say.page)),
    ),
    asked?.summary != null && h("p", { class: "small" }, asked.summary),
    counts(shown, options),
    h(
      "div",
      { class: "row" },
      button("pin", isPinned ? say.unpin : say.pin, () => togglePin(shown, id)),
      button("remove", say.remove, () => shown.act({ act: "remove", id })),
      button("connect-from", say.connectFrom, () => connectFrom({ id, name })),
      isPinned &&
        arrows("entity", say.move(nameOf(shown, id)), (dx, dy) => {
          const { x, y } = pointOf(shown, id);
          shown.act({ act: "pin", id, x: x + dx * NUDGE, y: y + dy * NUDGE });
        }),
    ),
    lines(shown, id),
    asked === null
      ? h("p", { class: "small soft" }, texts.shell.loading)
      : flagBriefs(asked.flags.nodes, say.flags(asked.flags.totalCount)),
  ];
}

function entityLinkNamed(entity: { readonly id: string; readonly kind: string }, name: string): Markup {
  return entityLink({ ...entity, name });
}

function button(id: string, name: string, onclick: () => void): Markup {
  return h("button", { type: "button", class: "quiet small", id, onclick }, name);
}

/** Counts by kind, each with what of it does not stand on the canvas and a button that brings it. */
function counts(shown: Shown, { entity, limit, setLimit }: EntityPanelOptions): Markup {
  const { id, onRecord } = entity;
  const say = texts.explore.panel;
  const read = shown.reader.entity(id, shown.asked.knownAt);
  const relations = read?.relations ?? [];
  const isShown = (other: string) => shown.scene.entities.has(other);
  const byKind = countsByKind(id, relations, isShown);
  const bring = (kinds: Parameters<typeof countsByKind>[1][number]["kind"][]) =>
    shown.act({ act: "expand", id, limit, kinds });
  return h(
    "div",
    { class: "stack tight" },
    h(
      "h3",
      {},
      say.onRecord(onRecord),
      relations.length < onRecord && h("span", { class: "small soft" }, ` (${say.readOf(relations.length)})`),
    ),
    h(
      "ul",
      { class: "plain counts" },
      byKind.map(({ kind, relations: n, others, absent }) =>
        h(
          "li",
          {},
          h("span", {}, texts.relationKinds[kind]),
          h("span", { class: "small soft" }, say.ofKind(n, others)),
          absent === 0
            ? h("span", { class: "small soft" }, say.allHere)
            : h(
                "button",
                {
                  type: "button",
                  class: "quiet small",
                  id: `bring-${kind}`,
                  "aria-label": say.bringOf(texts.relationKinds[kind], Math.min(absent, limit)),
                  onclick: () => bring([kind]),
                },
                say.bring(Math.min(absent, limit)),
              ),
        ),
      ),
    ),
    h(
      "div",
      { class: "row" },
      h("label", { for: "limit" }, say.most),
      h(
        "select",
        {
          id: "limit",
          onchange: (event: Event) => setLimit(Number((event.target as HTMLSelectElement).value)),
        },
        LIMITS.map((n) => h("option", { value: n, selected: n === limit }, n)),
      ),
      byKind.some(({ absent }) => absent > 0) &&
        h("button", { type: "button", class: "small", id: "bring-all", onclick: () => bring([]) }, say.all),
    ),
  );
}

function lines(shown: Shown, id: string): Markup {
  const say = texts.explore.panel;
  const own = shown.drawing.lines.filter(({ from, to }) => from === id || to === id);
  return h(
    "div",
    { class: "stack tight" },
    h("h3", {}, say.drawn),
    own.length === 0
      ? h("p", { class: "small soft" }, say.noLines)
      : h(
          "ul",
          { class: "plain own-lines small" },
          own.map(({ id: line, from, to, kind, family, mark, relations }) => {
            const other = from === id ? to : from;
            return h(
              "li",
              {},
              h(
                "button",
                { type: "button", class: "link", id: `line-${line}`, onclick: () => shown.select(from, to) },
                lineSample(family, mark),
                say.line(nameOf(shown, other), texts.relationShort[kind], relations.length),
              ),
            );
          }),
        ),
  );
}
