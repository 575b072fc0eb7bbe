import type { OpenFindingQuery, WholeFindingFragment } from "../api/documents.generated.js";
import { dayText } from "../looks/day.js";
import { facts } from "../looks/facts.js";
import { findingProof } from "../looks/finding-proof.js";
import { knownNote } from "../looks/known-note.js";
import { h, type Markup } from "../looks/markup.js";
import { sumList } from "../looks/sum-list.js";
import { timingText } from "../looks/timing-mark.js";
import { toldPath } from "../looks/told-path.js";
import { texts } from "../texts/english.js";

type Scope = NonNullable<OpenFindingQuery["exposure"]>["scope"];

export interface FrozenFinding {
  readonly finding: WholeFindingFragment;
  readonly scope: Scope;
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
export function frozenFinding({ finding, scope, address, frozen }: FrozenFinding): Markup {
  const { path, timing, totals } = finding;
  return h(
    "main",
    { class: "stack frozen" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, frozenTitle(finding)),
      h("h1", {}, toldPath(path)),
      facts({
        [texts.ask.inTime]: timingText(timing),
        [texts.ask.amount]: sumList(totals) ?? texts.ask.noMoney,
        [texts.clocks.at]: dayText(scope.validAt),
        [texts.clocks.known]: dayText(scope.knownAt),
        [texts.review.version]: scope.graphVersion,
      }),
      knownNote(scope.knownAt, frozen),
    ),
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
