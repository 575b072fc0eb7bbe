import type { AskUniversityQuery, Channel } from "../../api/documents.generated.js";
import { explanation } from "../../looks/explanation.js";
import { anchorOf, findingRow } from "../../looks/finding-row.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { sumList } from "../../looks/sum-list.js";
import { timingText } from "../../looks/timing-mark.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Report = NonNullable<AskUniversityQuery["exposure"]>;
type Group = Report["groups"]["nodes"][number];

/** More than these would be a hairball; a channel or a probe narrows the answer. */
export const MOST_GROUPS = 60;

const CHANNELS: readonly Channel[] = ["DIRECT", "SUBSIDIARY", "PARENT", "PROGRAM", "HOLDING"];

/** The findings, those of one group on one card; `proof` stands under the one that the address opens. */
export function groups(report: Report, place: Place, proof: Child): Markup {
  return h(
    "section",
    { class: "stack" },
    h("div", { class: "row spread" }, h("h2", {}, texts.ask.groupsTitle), channelFilter(report, place)),
    report.groups.nodes.map((group) => groupCard(group, place, proof)),
    report.groups.nodes.length < report.groups.totalCount && moreGroups(report, place),
  );
}

function moreGroups({ groups: { nodes, totalCount } }: Report, place: Place): Markup {
  const more = { groups: String(Math.min(nodes.length * 2, MOST_GROUPS)) };
  return h(
    "p",
    { class: "row" },
    texts.ask.shownGroups(nodes.length, totalCount),
    nodes.length < MOST_GROUPS && h("a", { ...linkTo(place, more), "data-stay": true }, texts.ask.moreGroups),
  );
}

function groupCard(one: Group, place: Place, proof: Child): Markup {
  const { group, timing, totals, findings, repeats } = one;
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
    explanation(one.explanation, one.citations, anchorOf(group.id)),
    findings.map((finding) => {
      const isOpen = place.values.open === finding.key;
      const link = linkTo(place, { open: isOpen ? null : finding.key });
      return findingRow(finding, { link, isOpen, proof });
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
            return h(
              "li",
              {},
              h(
                "a",
                {
                  id: `repeat-${key}`,
                  ...linkTo(place, { open: isOpen ? null : key }),
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

/** Links that ask again for one channel only. */
function channelFilter(report: Report, place: Place): Markup {
  const asked = place.values.channels;
  const met = new Map<Channel, number>();
  for (const { findings, repeats } of report.groups.nodes) {
    for (const { channel } of [...findings, ...repeats]) met.set(channel, (met.get(channel) ?? 0) + 1);
  }
  const link = (name: string, channels: string | null, isOn: boolean) =>
    h(
      "a",
      {
        id: `channel-${channels ?? "all"}`,
        class: "chip",
        ...linkTo(place, { channels, open: null }),
        "data-stay": true,
        "aria-current": isOn ? "true" : null,
      },
      name,
    );
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
