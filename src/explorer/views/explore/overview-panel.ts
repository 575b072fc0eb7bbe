import { type Child, h } from "../../looks/markup.js";
import { sentence } from "../../looks/sentence.js";
import type { LineMark } from "../../pictures/network-terms.js";
import { texts } from "../../texts/english.js";
import { legend } from "./marks.js";
import type { Shown } from "./shown.js";

const MARKS: readonly LineMark[] = ["certain", "uncertain", "alleged", "ended"];

/** Where nothing is selected: the ways that were found, what a step could not do, and how the canvas is read. */
export function overviewPanel(shown: Shown): readonly Child[] {
  const { scene, drawing } = shown;
  const say = texts.explore.panel;
  const ways = scene.ways.flatMap((one) => one.ways);
  const families = [...new Set(drawing.lines.map(({ family }) => family))].sort();
  const marks = MARKS.filter((mark) => drawing.lines.some((line) => line.mark === mark));
  return [
    h("h2", { id: "selected", tabindex: "-1" }, say.overview),
    scene.entities.size === 0 && h("p", {}, texts.explore.canvas.empty),
    scene.notes.map(({ text }) => h("p", { class: "note" }, text)),
    ways.length > 0 && [
      h("h3", {}, say.ways(ways.length)),
      h(
        "ol",
        { class: "ways" },
        ways.map(({ text }) => h("li", {}, sentence(text))),
      ),
    ],
    scene.entities.size > 0 && legend(families, marks),
  ];
}
