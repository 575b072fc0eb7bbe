import type { DealtFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { claimText } from "./claim.js";
import { h, type Markup } from "./markup.js";
import { timingText } from "./timing-mark.js";

/**
 * What passed between a university and others: each dealing with its words, how it stands in time, and a mark where it
 * came after the university's own decision.
 */
export function dealings(dealt: readonly DealtFragment[]): Markup {
  return h(
    "ol",
    { class: "plain dealings" },
    dealt.map((one) =>
      h(
        "li",
        {
          class: one.afterDecision === null ? "" : `decided covers-${one.afterDecision.covers.toLowerCase()}`,
        },
        claimText(one.relation),
        h("p", { class: "row small" }, timingText(one.timing, one.timingText)),
        one.afterDecision !== null &&
          h(
            "p",
            { class: "mark-decision small" },
            h("strong", {}, texts.open.afterVerdict[one.afterDecision.covers], ". "),
            one.afterDecision.decision.text,
            " ",
            one.afterDecision.explanation,
          ),
      ),
    ),
  );
}
