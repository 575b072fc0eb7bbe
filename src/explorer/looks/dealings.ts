import type { DealtFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { claimText } from "./claim.js";
import { dayText } from "./day.js";
import { h, type Markup } from "./markup.js";
import { timingText } from "./timing-mark.js";

/**
 * What passed between a university and others: each dealing with its words, how it stands in time, and a mark where it
 * came after the university's own decision. `target`: the name of the one for whom a probe or listing opened (it may have
 * opened earlier for others); null where dealings of several targets stand together.
 */
export function dealings(dealt: readonly DealtFragment[], target: string | null = null): Markup {
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
        h(
          "p",
          { class: "row small" },
          timingText(one.timing, timingSentence(one, target)),
          one.lastStated !== null &&
            h("span", { class: "soft" }, texts.open.lastStated(dayText(one.lastStated))),
        ),
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

/** How a dealing stands to the flag that gives its timing: "13 months before “…” opened". */
function timingSentence({ timing, days, flag, flagState }: DealtFragment, target: string | null): string {
  const say = texts.open;
  if (flag === null || timing === "UNDATED") return timing === "UNDATED" ? say.undated : texts.timing[timing];
  if (timing === "CONCURRENT") return say.during(flag.title);
  if (timing === "POSSIBLY_CONCURRENT") return say.possibly(flag.title);
  if (days === null) return texts.timing[timing];
  return timing === "BEFORE"
    ? say.before(texts.span(days), flag.title, target)
    : say.afterIt(texts.span(days), flag.title, flagState === null ? null : texts.flagState[flagState]);
}
