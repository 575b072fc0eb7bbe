import type { OpenFindingQuery, WholeFindingFragment } from "../api/documents.generated.js";
import { dayText } from "../looks/day.js";
import { explanation } from "../looks/explanation.js";
import { facts } from "../looks/facts.js";
import { findingProof } from "../looks/finding-proof.js";
import { knownNote } from "../looks/known-note.js";
import { h, type Markup } from "../looks/markup.js";
import { sumList } from "../looks/sum-list.js";
import { timingText } from "../looks/timing-mark.js";
import { texts } from "../texts/english.js";

type Exposure = NonNullable<OpenFindingQuery["exposure"]>;

export interface FrozenFinding {
  readonly finding: WholeFindingFragment;
  /** The answer to a question about the finding alone. */
  readonly exposure: Exposure;
  /** Where the living answer is. */
  readonly address: string;
  /** The day on which the page was frozen, as ISO text. */
  readonly frozen: string;
}

/** What a frozen page of a finding is called. */
export function frozenTitle({ university, target, channel }: WholeFindingFragment): string {
  return `${university.name} and ${target.name} (${texts.channels[channel]})`;
}

/** A finding as one page: all that it stands on, with replies and sources, and as of when it was asked. */
export function frozenFinding({ finding, exposure, address, frozen }: FrozenFinding): Markup {
  const { timing, totals } = finding;
  const { headline, groups, scope } = exposure;
  return h(
    "main",
    { class: "stack frozen" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, frozenTitle(finding)),
      h("h1", {}, headline),
      facts({
        [texts.ask.inTime]: timingText(timing),
        [texts.ask.amount]: sumList(totals) ?? texts.ask.noMoney,
        [texts.clocks.at]: dayText(scope.validAt),
        [texts.clocks.known]: dayText(scope.knownAt),
        [texts.review.version]: scope.graphVersion,
      }),
      knownNote(scope.knownAt, frozen),
    ),
    groups.nodes.map((group) => explanation(group.explanation, group.citations, "group")),
    findingProof(finding, { validAt: scope.validAt, level: 2 }),
    h(
      "footer",
      { class: "small soft" },
      h("p", {}, texts.shell.footer),
      h(
        "p",
        {},
        texts.cite.frozenOn(dayText(frozen)),
        " ",
        h("a", { href: address, rel: "noopener" }, address),
      ),
    ),
  );
}
