import type { RuledFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";
import { plainTable } from "./plain-table.js";

/** What the legal rules say of one company, one beside the other; a table that becomes a list on a narrow page. */
export function rulesTable(caption: string, rules: readonly RuledFragment[]): Markup {
  const { rule, verdict, held, threshold, why } = texts.open;
  return plainTable({
    look: "early",
    caption,
    columns: [rule, verdict, held, threshold, why],
    rows: rules.map((one) => [
      texts.regimes[one.regime],
      [
        h("strong", {}, texts.rule[one.verdict]),
        one.wouldBe !== null &&
          h("span", { class: "soft" }, ` (${texts.open.wouldBe(texts.rule[one.wouldBe])})`),
      ],
      one.aggregateShare.text,
      `${Math.round(one.threshold * 1000) / 10} %`,
      {
        show: [one.explanation, h("span", { class: "soft" }, " ", texts.open.law(one.citation))],
        class: "small",
      },
    ]),
  });
}
