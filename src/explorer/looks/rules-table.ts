import type { RuledFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/** What the legal rules say of one company, one beside the other; a table that becomes a list on a narrow page. */
export function rulesTable(caption: string, rules: readonly RuledFragment[]): Markup {
  const { rule, verdict, held, threshold, why } = texts.open;
  return h(
    "table",
    { class: "early" },
    h("caption", {}, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        [rule, verdict, held, threshold, why].map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      rules.map((one) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, texts.regimes[one.regime]),
          h(
            "td",
            { "data-label": verdict },
            h("strong", {}, texts.rule[one.verdict]),
            one.wouldBe !== null &&
              h("span", { class: "soft" }, ` (${texts.open.wouldBe(texts.rule[one.wouldBe])})`),
          ),
          h("td", { "data-label": held }, one.aggregateShare.text),
          h("td", { "data-label": threshold }, `${Math.round(one.threshold * 1000) / 10} %`),
          h(
            "td",
            { "data-label": why, class: "small" },
            one.explanation,
            h("span", { class: "soft" }, " ", texts.open.law(one.citation)),
          ),
        ),
      ),
    ),
  );
}
