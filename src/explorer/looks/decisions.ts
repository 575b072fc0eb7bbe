import type { WholeFindingFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";
import { citedWords } from "./sources.js";

type Coverage = WholeFindingFragment["decisions"][number];

/** Decisions, each with whether it speaks of the counterparty, why, and its words. */
export function decisionList(decisions: readonly Coverage[]): Markup {
  return h(
    "ol",
    { class: "plain stack tight" },
    decisions.map(({ decision, covers, explanation }) =>
      h(
        "li",
        {},
        h(
          "p",
          { class: "sentence" },
          decision.text,
          " ",
          h("span", { class: "tag" }, texts.open.covers[covers]),
        ),
        h("p", { class: "small soft" }, explanation),
        citedWords(decision.citations),
      ),
    ),
  );
}
