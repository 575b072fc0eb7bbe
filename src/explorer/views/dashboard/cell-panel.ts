import { type Child, h, type Markup } from "../../looks/markup.js";
import { sentence } from "../../looks/sentence.js";
import { timingText } from "../../looks/timing-mark.js";
import { toldPath } from "../../looks/told-path.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { chainHref } from "../explore/explore-href.js";
import type { PanelTerms } from "./panel-terms.js";
import type { Cell } from "./questions.js";

export interface CellPanelOptions {
  readonly university: string;
  readonly column: string;
  readonly columnKey: string;
  /** Null: it is being asked. */
  readonly answer: Cell | null;
}

/** What an opened cell counts: each finding in words, with the ways to its proof. */
export function cellPanel(
  { place, go }: PanelTerms,
  { university, column, columnKey, answer }: CellPanelOptions,
): Markup {
  const say = texts.dashboard.heat;
  return h(
    "section",
    { class: "opened stack tight", "aria-labelledby": "opened" },
    h(
      "div",
      { class: "row spread" },
      h("h3", { id: "opened", tabindex: "-1" }, say.opened(university, column)),
      h(
        "button",
        { type: "button", class: "quiet small", id: "close-cell", onclick: () => go({ cell: null }) },
        say.close,
      ),
    ),
    answer === null
      ? h("p", { class: "soft" }, texts.shell.loading)
      : findings(answer, columnKey, { at: place.values.at, known: place.values.known }),
  );
}

function findings(
  answer: Cell,
  key: string,
  clocks: { readonly at: string | undefined; readonly known: string | undefined },
): Child {
  const say = texts.dashboard.heat;
  const column = answer.columns.findIndex((one) => one.key === key);
  const found = answer.cells.filter((cell) => cell.column === column).flatMap((cell) => cell.findings);
  return h(
    "ol",
    { class: "plain events" },
    found.map(({ key: finding, channel, timing, university, target, path }) => {
      const what = say.finding(texts.channels[channel], target.name);
      const ask = hrefOf("/", { university: university.id, open: finding, ...clocks });
      const canvas = chainHref({ university: university.id, target: target.id, channel }, clocks);
      return h(
        "li",
        {},
        h("p", {}, h("strong", {}, what), " ", timingText(timing)),
        h("p", { class: "sentence" }, sentence(toldPath(path))),
        h(
          "p",
          { class: "row small" },
          h("a", { href: ask, "aria-label": say.askOf(what) }, say.ask),
          h("a", { href: canvas, "aria-label": say.canvasOf(what) }, say.canvas),
        ),
      );
    }),
  );
}
