import type { AskUniversityQuery, WalkFragment, WhyNotQuery } from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { chain, entityLink } from "../../looks/chain.js";
import { claimText } from "../../looks/claim.js";
import { dayText } from "../../looks/day.js";
import { dealings } from "../../looks/dealings.js";
import { facts } from "../../looks/facts.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { scopeNote } from "../../looks/scope-note.js";
import { sumList } from "../../looks/sum-list.js";
import { afterDecision } from "../../looks/sums.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { groups } from "./groups.js";
import { onlyNote, whyNotCard } from "./narrowed.js";
import { ownFlags } from "./own-flags.js";

type University = NonNullable<AskUniversityQuery["university"]>;
type Report = NonNullable<AskUniversityQuery["exposure"]>;

export interface AnswerOptions {
  /** The chain on which the headline rests; null: it is being asked. */
  readonly path: WalkFragment | null;
  readonly place: Place;
  /** What stands under the finding that the address opens; null: none is open, or it is being asked. */
  readonly proof: Child;
  /** The title of the only probe or listing that counts; null: all that count by default do. */
  readonly onlyFlag: string | null;
  /** The parties that alone were asked about, each with why there is no finding on it; empty: all were. */
  readonly onlyTargets: readonly WhyNotQuery[];
  /** How to cite the whole answer. */
  readonly cite: Child;
}

/** On what the headline rests, as a chain; null: it is being asked. */
export function restsOn(path: WalkFragment | null): Child {
  return [
    h("h2", { class: "label" }, texts.ask.restsOn),
    path === null ? h("p", { class: "soft" }, texts.shell.loading) : chain(path),
  ];
}

/** The answer of a university: its sentence, its figures, its groups with their findings, what is denied, what was searched. */
export function answer(
  university: University,
  report: Report,
  { path, place, proof, onlyFlag, onlyTargets, cite }: AnswerOptions,
): Markup {
  const { scope } = report;
  return h(
    "div",
    { class: "stack answer" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, university.name, university.region !== null && `, ${university.region}`),
      h("h1", { tabindex: "-1" }, report.headline),
    ),
    onlyTargets.length > 0 &&
      onlyNote(
        texts.ask.onlyTarget(onlyTargets.length),
        onlyTargets.map(({ entity }) => entity && entityLink(entity)),
        texts.ask.allTargets,
        { place, without: "target" },
      ),
    onlyFlag !== null &&
      onlyNote(
        texts.ask.onlyFlag,
        h("a", { href: hrefOf("/", { flag: place.values.flag }) }, onlyFlag),
        texts.ask.allFlags,
        { place, without: "flag" },
      ),
    h(
      "div",
      { class: "opening" },
      report.groups.totalCount > 0 && h("section", { class: "rests" }, restsOn(path)),
      h(
        "section",
        {},
        h("h2", { class: "label" }, texts.ask.inOne),
        h("p", { class: "prose" }, report.summary),
        h("p", { class: "small soft" }, texts.scope.asked(dayText(scope.validAt), dayText(scope.knownAt))),
      ),
    ),
    figures(report),
    onlyTargets.map(whyNotCard),
    report.groups.nodes.length > 0 && groups(report, place, proof),
    report.afterDecision.nodes.length > 0 &&
      card(texts.open.afterDecision, dealings(report.afterDecision.nodes)),
    report.ownFlags.length > 0 && card(texts.ask.ownFlags, ownFlags(report.ownFlags)),
    report.denied.length > 0 &&
      card(
        texts.ask.denied,
        h(
          "ul",
          { class: "plain stack tight" },
          report.denied.map((claim) => h("li", {}, claimText(claim))),
        ),
      ),
    h(
      "section",
      { class: "card" },
      report.groups.nodes.length === 0 && h("p", {}, texts.ask.searchedNone),
      scopeNote(scope),
      cite,
    ),
  );
}

function figures(report: Report): Markup {
  const after = afterDecision(report.totals);
  return facts(
    {
      [texts.ask.findings]: texts.ask.findingsOf(report.findings.totalCount, report.groups.totalCount),
      [texts.ask.money]: sumList(report.totals) ?? texts.ask.noMoney,
      [texts.ask.after]:
        report.afterDecision.totalCount === 0
          ? texts.ask.afterNone
          : [texts.ask.afterOf(report.afterDecision.totalCount), after.length > 0 && `: ${after.join(", ")}`],
      [texts.ask.own]:
        report.ownFlags.length === 0
          ? texts.ask.ownNone
          : report.ownFlags.map(({ title }) => title).join("; "),
    },
    "facts figures",
  );
}
