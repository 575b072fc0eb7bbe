import type { WholeFindingFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { chain } from "./chain.js";
import { claimText } from "./claim.js";
import { dayText } from "./day.js";
import { dealings } from "./dealings.js";
import { decisionList } from "./decisions.js";
import { explanation } from "./explanation.js";
import { flagsAndReplies } from "./flags-and-replies.js";
import { type Child, h, type Markup } from "./markup.js";
import { rulesTable } from "./rules-table.js";
import { moneyText } from "./sums.js";
import { timingText } from "./timing-mark.js";
import { toldPath } from "./told-path.js";

export interface ProofOptions {
  /** The day asked about. */
  readonly validAt: string;
  /** The level of its headings, one below what stands above. */
  readonly level: 2 | 5;
}

/**
 * A finding with all that it stands on, in the order in which a reader doubts: the chain, what passed, what governments
 * say beside what was answered, the university's own decision, the rules, what carries it, all of it in one paragraph.
 */
export function findingProof(finding: WholeFindingFragment, { validAt, level }: ProofOptions): Markup {
  const part = (title: string, ...children: readonly Child[]) =>
    h("section", { class: "part" }, h(`h${level}`, { class: "part-title" }, title), ...children);
  const say = texts.open;
  const [first, ...others] = finding.paths;
  return h(
    "div",
    { class: "proof stack" },
    part(
      say.chain,
      first !== undefined && [h("p", { class: "prose" }, toldPath(first)), chain(first)],
      others.length > 0 &&
        h(
          "details",
          {},
          h("summary", {}, say.others(others.length)),
          h(
            "div",
            { class: "stack" },
            others.map((path) => h("div", {}, h("p", { class: "prose" }, toldPath(path)), chain(path))),
          ),
        ),
    ),
    part(
      say.dealings,
      dealings(finding.counterparties.flatMap(({ transactions }) => transactions)),
      finding.lookThrough.map((amount) => h("p", { class: "small" }, say.lookThrough(moneyText(amount)))),
    ),
    finding.flags.length > 0 &&
      part(
        say.allegations,
        flagsAndReplies(
          finding.flags.map(({ flag, state, timing, role }) => ({
            flag,
            state,
            phrases: [texts.role[role], timingText(timing)],
          })),
          { validAt, level: level + 1 },
        ),
      ),
    finding.decisions.length > 0 && part(say.decisions, decisionList(finding.decisions)),
    part(
      say.rules,
      finding.counterparties.map(({ counterparty, asOf, ofac, eu, uk, bis }) =>
        rulesTable(say.rulesOf(counterparty.name, dayText(asOf)), [ofac, eu, uk, bis]),
      ),
    ),
    part(
      say.carries,
      finding.criticalClaims.length === 0
        ? h("p", {}, say.carriesNone)
        : [
            h("p", {}, say.carriesHelp, " ", say.restsOn(texts.status[finding.restsOn])),
            h(
              "ol",
              { class: "plain stack tight" },
              finding.criticalClaims.map((claim) => h("li", {}, claimText(claim))),
            ),
          ],
    ),
    part(say.paragraph, explanation(finding.explanation, finding.citations, "source")),
  );
}
