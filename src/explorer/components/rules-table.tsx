import type { JSX } from "preact";
import type { RuledFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { PlainTable } from "./plain-table.js";

/** What the legal rules say of one company, one beside the other; a table that becomes a list on a narrow page. */
export function RulesTable({
  caption,
  rules,
}: {
  readonly caption: string;
  readonly rules: readonly RuledFragment[];
}): JSX.Element {
  const { rule, verdict, held, threshold, why } = texts.open;
  return (
    <PlainTable
      look="early"
      caption={caption}
      columns={[rule, verdict, held, threshold, why]}
      rows={rules.map((one) => [
        texts.regimes[one.regime],
        [
          <strong>{texts.rule[one.verdict]}</strong>,
          one.wouldBe !== null && (
            <span class="soft">{` (${texts.open.wouldBe(texts.rule[one.wouldBe])})`}</span>
          ),
        ],
        one.aggregateShare.text,
        `${Math.round(one.threshold * 1000) / 10}%`,
        {
          show: [one.explanation, <span class="soft"> {texts.open.law(one.citation)}</span>],
          class: "small",
        },
      ])}
    />
  );
}
