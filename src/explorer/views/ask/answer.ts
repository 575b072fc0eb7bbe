import { NEVER } from "../../../domain/day.js";
import { parseUncertainDate } from "../../../domain/uncertain-date.js";
import type { AskUniversityQuery, ChainClaimsQuery, WhyNotQuery } from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { chain, entityLink } from "../../looks/chain.js";
import { claimText } from "../../looks/claim.js";
import { dealings } from "../../looks/dealings.js";
import { facts } from "../../looks/facts.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { outcomeText } from "../../looks/outcome-text.js";
import { scopeNote } from "../../looks/scope-note.js";
import { sumList } from "../../looks/sum-list.js";
import { afterDecision } from "../../looks/sums.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { groups } from "./groups.js";
import type { Lead } from "./headline.js";
import { onlyNote, whyNotCard } from "./narrowed.js";
import { ownFlags } from "./own-flags.js";

type University = NonNullable<AskUniversityQuery["university"]>;
type Report = NonNullable<AskUniversityQuery["exposure"]>;

export interface AnswerOptions {
  readonly lead: Lead;
  /** The claims of the lead's chain; null: they are being asked. */
  readonly claims: readonly ClaimOfChain[] | null;
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

/** A claim of the chain as the API gives it. */
export type ClaimOfChain = Extract<
  NonNullable<ChainClaimsQuery["nodes"][number]>,
  { readonly from: unknown }
>;

function chainOf({ steps }: Lead, claims: readonly ClaimOfChain[]) {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    steps: steps.flatMap(({ claim, forward }) => {
      const relation = byId.get(claim);
      if (relation === undefined) return [];
      const [from, to] = forward ? [relation.from, relation.to] : [relation.to, relation.from];
      return [{ relation, forward, from, to }];
    }),
  };
}

/** On what the lead rests, as a chain; null: its claims are being asked. */
export function restsOn(lead: Lead, claims: readonly ClaimOfChain[] | null): Child {
  return [
    h("h2", { class: "label" }, texts.ask.restsOn),
    claims === null ? h("p", { class: "soft" }, texts.shell.loading) : chain(chainOf(lead, claims)),
  ];
}

/** The answer of a university: its sentence, its figures, its groups with their findings, what is denied, what was searched. */
export function answer(
  university: University,
  report: Report,
  { lead, claims, place, proof, onlyFlag, onlyTargets, cite }: AnswerOptions,
): Markup {
  return h(
    "div",
    { class: "stack answer" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, university.name, university.region !== null && `, ${university.region}`),
      h("h1", { tabindex: "-1" }, lead.sentence),
      lead.flag !== null && replies(lead.flag, report.scope.validAt),
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
      lead.steps.length > 0 && h("section", { class: "rests" }, restsOn(lead, claims)),
      h(
        "section",
        {},
        h("h2", { class: "label" }, texts.ask.inOne),
        h("p", { class: "prose" }, report.summary),
      ),
    ),
    figures(report),
    onlyTargets.map(whyNotCard),
    report.groups.nodes.length > 0 && groups(report, place, proof),
    report.afterDecision.nodes.length > 0 &&
      card(texts.open.afterDecision, dealings(report.afterDecision.nodes)),
    report.ownFlags.length > 0 && card(texts.ask.ownFlags, ownFlags(report.ownFlags, report.scope.validAt)),
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
      scopeNote(report.scope),
      cite,
    ),
  );
}

/** What became of the probe or listing that the headline names, and what was answered to it first. */
function replies(flag: NonNullable<Lead["flag"]>, validAt: string): Markup {
  const { title, responses, id } = flag;
  return h(
    "p",
    { class: "replied" },
    title,
    ": ",
    outcomeText(flag, validAt),
    " ",
    firstReply(responses)?.text ?? texts.open.noReply,
    " ",
    h("a", { href: hrefOf("/", { flag: id }) }, texts.ask.allReplies(responses.length)),
  );
}

type Reply = NonNullable<Lead["flag"]>["responses"][number];

/**
 * The first reply by the day on which each had certainly been given, those of no day last; so one of after the day asked
 * about stands only where none precedes it.
 */
function firstReply(replies: readonly Reply[]): Reply | undefined {
  const given = ({ date }: Reply) => (date === null ? NEVER : parseUncertainDate(date).latest);
  return [...replies].sort((a, b) => given(a) - given(b))[0];
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
