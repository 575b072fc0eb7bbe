import type {
  AskUniversityQuery,
  ChainClaimsQuery,
  Channel,
  FlaggedFragment,
  WhyNotQuery,
} from "../../api/documents.generated.js";
import { chain, entityLink } from "../../looks/chain.js";
import { claimText } from "../../looks/claim.js";
import { dealings } from "../../looks/dealings.js";
import { facts } from "../../looks/facts.js";
import { findingRow } from "../../looks/finding-row.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { scopeNote } from "../../looks/scope-note.js";
import { sumList } from "../../looks/sum-list.js";
import { afterDecision } from "../../looks/sums.js";
import { timingText } from "../../looks/timing-mark.js";
import { changed, hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { Lead } from "./headline.js";

type University = NonNullable<AskUniversityQuery["university"]>;
type Report = NonNullable<AskUniversityQuery["exposure"]>;
type Group = Report["groups"]["nodes"][number];

export interface AnswerOptions {
  readonly lead: Lead;
  /** The claims of the lead's chain; null: they are being asked. */
  readonly claims: readonly ClaimOfChain[] | null;
  readonly place: Place;
  /** What stands under the finding that the address opens; null: none is open, or it is being asked. */
  readonly proof: Child;
  /** The title of the only probe or listing that counts; null: all that count by default do. */
  readonly onlyFlag: string | null;
  /** The only party that was asked about, and why there is no finding on it; null: all were. */
  readonly onlyTarget: WhyNotQuery | null;
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

/** The answer of a university: its sentence, its figures, its groups with their findings, what is denied, what was searched. */
export function answer(
  university: University,
  report: Report,
  { lead, claims, place, proof, onlyFlag, onlyTarget, cite }: AnswerOptions,
): Markup {
  return h(
    "div",
    { class: "stack answer" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, university.name, university.region !== null && `, ${university.region}`),
      h("h1", { tabindex: "-1" }, lead.sentence),
      lead.flag !== null && replies(lead.flag),
    ),
    onlyTarget?.entity &&
      onlyNote(texts.ask.onlyTarget, entityLink(onlyTarget.entity), texts.ask.allTargets, {
        place,
        without: "target",
      }),
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
      lead.steps.length > 0 &&
        h(
          "section",
          { class: "rests" },
          h("h2", { class: "label" }, texts.ask.restsOn),
          claims === null ? h("p", { class: "soft" }, texts.shell.loading) : chain(chainOf(lead, claims)),
        ),
      h(
        "section",
        {},
        h("h2", { class: "label" }, texts.ask.inOne),
        h("p", { class: "prose" }, report.summary),
      ),
    ),
    figures(report),
    onlyTarget !== null && whyNotCard(onlyTarget),
    report.groups.nodes.length > 0 && groups(report, place, proof),
    report.afterDecision.nodes.length > 0 &&
      section(texts.open.afterDecision, dealings(report.afterDecision.nodes)),
    report.ownFlags.length > 0 && section(texts.ask.ownFlags, ownFlags(report.ownFlags)),
    report.denied.length > 0 &&
      section(
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

/** What became of the probe or listing that the headline names, and what was answered to it last. */
function replies({ title, outcome, responses, id }: NonNullable<Lead["flag"]>): Markup {
  const last = responses.at(-1);
  return h(
    "p",
    { class: "replied" },
    title,
    ": ",
    outcome?.text ?? texts.open.noOutcome,
    " ",
    last?.text ?? texts.open.noReply,
    " ",
    h("a", { href: hrefOf("/", { flag: id }) }, texts.ask.allReplies(responses.length)),
  );
}

/** That the address narrows the question, and the way back to all of it. */
function onlyNote(
  words: string,
  what: Markup,
  all: string,
  { place, without }: { readonly place: Place; readonly without: "flag" | "target" },
): Markup {
  const there = changed(place, { [without]: null, open: null });
  return h(
    "p",
    { class: "row only" },
    words,
    " ",
    what,
    h("a", { class: "button quiet small", href: hrefOf(there.path, there.values) }, all),
  );
}

/** Why nothing was found on the party asked about. */
function whyNotCard({ whyNot }: WhyNotQuery): Child {
  if (whyNot === null || whyNot.found) return null;
  return section(
    texts.ask.whyNot,
    h("p", { class: "prose" }, whyNot.explanation),
    whyNot.missing.length > 0 && [
      h("p", { class: "label" }, texts.ask.missing),
      h(
        "ul",
        {},
        whyNot.missing.map((sentence) => h("li", {}, sentence)),
      ),
    ],
    [...whyNot.denied, ...whyNot.successions].map((claim) => claimText(claim)),
  );
}

function section(title: string, ...children: readonly Child[]): Markup {
  return h("section", { class: "card" }, h("h2", {}, title), ...children);
}

function figures(report: Report): Markup {
  const all = report.groups.nodes.flatMap(({ findings, repeats }) => [...findings, ...repeats]);
  const targets = new Set(all.map(({ target }) => target.id)).size;
  const after = afterDecision(report.totals);
  return facts(
    {
      [texts.ask.findings]: texts.ask.findingsOf(all.length, targets, report.groups.totalCount),
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

function groups(report: Report, place: Place, proof: Child): Markup {
  return h(
    "section",
    { class: "stack" },
    h("div", { class: "row spread" }, h("h2", {}, texts.ask.groupsTitle), channelFilter(report, place)),
    report.groups.nodes.map((group) => groupCard(group, place, proof)),
    report.groups.nodes.length < report.groups.totalCount && moreGroups(report, place),
  );
}

function moreGroups({ groups: { nodes, totalCount } }: Report, place: Place): Markup {
  const there = changed(place, { groups: String(Math.min(nodes.length * 2, MOST_GROUPS)) });
  return h(
    "p",
    { class: "row" },
    texts.ask.shownGroups(nodes.length, totalCount),
    nodes.length < MOST_GROUPS &&
      h("a", { href: hrefOf(there.path, there.values), "data-stay": true }, texts.ask.moreGroups),
  );
}

function groupCard({ group, timing, totals, findings, repeats }: Group, place: Place, proof: Child): Markup {
  return h(
    "section",
    { class: "card group" },
    h(
      "header",
      { class: "row spread" },
      h("h3", { class: "group-name" }, h("a", { href: hrefOf("/company", { id: group.id }) }, group.name)),
      h(
        "p",
        { class: "row small" },
        h("span", {}, texts.ask.groupOf(findings.length, repeats.length)),
        timingText(timing),
        sumList(totals),
      ),
    ),
    findings.map((finding) => {
      const isOpen = place.values.open === finding.key;
      const there = changed(place, { open: isOpen ? null : finding.key });
      return findingRow(finding, { href: hrefOf(there.path, there.values), isOpen, proof });
    }),
    repeats.length > 0 &&
      h(
        "div",
        { class: "repeats small" },
        h("p", { class: "soft" }, texts.ask.repeats),
        h(
          "ul",
          {},
          repeats.map(({ key, channel, target }) => {
            const isOpen = place.values.open === key;
            const there = changed(place, { open: isOpen ? null : key });
            return h(
              "li",
              {},
              h(
                "a",
                {
                  id: `repeat-${key}`,
                  href: hrefOf(there.path, there.values),
                  "data-stay": true,
                  "aria-expanded": isOpen ? "true" : "false",
                },
                texts.channels[channel],
                ": ",
                target.name,
              ),
              isOpen && proof,
            );
          }),
        ),
      ),
  );
}

/** More than these would be a hairball; a channel or a probe narrows the answer. */
export const MOST_GROUPS = 60;

const CHANNELS: readonly Channel[] = ["DIRECT", "SUBSIDIARY", "PARENT", "PROGRAM", "HOLDING"];

/** Links that ask again for one channel only. */
function channelFilter(report: Report, place: Place): Markup {
  const asked = place.values.channels;
  const met = new Map<Channel, number>();
  for (const { findings, repeats } of report.groups.nodes) {
    for (const { channel } of [...findings, ...repeats]) met.set(channel, (met.get(channel) ?? 0) + 1);
  }
  const link = (name: string, channels: string | null, isOn: boolean) => {
    const there = changed(place, { channels, open: null });
    return h(
      "a",
      {
        class: "chip",
        href: hrefOf(there.path, there.values),
        "data-stay": true,
        "aria-current": isOn ? "true" : null,
      },
      name,
    );
  };
  const offered = CHANNELS.filter((channel) => met.has(channel));
  return h(
    "nav",
    { class: "row screen-only", "aria-label": texts.ask.filter },
    link(texts.ask.allChannels, null, asked === undefined),
    offered.map((channel) =>
      link(
        asked === undefined ? `${texts.channels[channel]} ${met.get(channel)}` : texts.channels[channel],
        channel,
        asked === channel,
      ),
    ),
  );
}

/** Flags of the university itself: state, outcome and replies in a few lines each. */
function ownFlags(flags: readonly FlaggedFragment[]): Markup {
  return h(
    "ul",
    { class: "plain stack tight" },
    flags.map((flag) =>
      h(
        "li",
        {},
        h(
          "p",
          {},
          h("a", { href: hrefOf("/", { flag: flag.id }) }, flag.title),
          flag.state !== null && [" ", h("span", { class: "tag" }, texts.flagState[flag.state])],
        ),
        h(
          "p",
          { class: "small" },
          h("strong", {}, texts.open.outcome, ": "),
          flag.outcome?.text ?? texts.open.noOutcome,
        ),
        h(
          "p",
          { class: "small" },
          h("strong", {}, texts.open.replies, ": "),
          flag.responses.length === 0 ? texts.open.noReply : flag.responses.map(({ text }) => text).join(" "),
        ),
      ),
    ),
  );
}
