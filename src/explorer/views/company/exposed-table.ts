import type { CompanyExposedQuery } from "../../api/documents.generated.js";
import { type Child, h } from "../../looks/markup.js";
import { plainTable } from "../../looks/plain-table.js";
import { sumList } from "../../looks/sum-list.js";
import { timingText } from "../../looks/timing-mark.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Exposed = NonNullable<CompanyExposedQuery["exposedUniversities"]>;

/** Which universities have a finding on a party: through which channels, how in time, with what money. */
export function exposedTable(id: string, exposed: Exposed, place: Place): Child {
  const { at, known } = place.values;
  const more = linkTo(place, { exposed: String(exposed.nodes.length * 2) });
  return [
    plainTable({
      columns: [texts.company.university, texts.company.how, texts.ask.inTime, texts.ask.amount],
      rows: [
        ...exposed.nodes.map(({ university, findings, totals, countedIn }) => [
          [
            h(
              "a",
              { href: hrefOf("/", { university: university.id, target: id, at, known }) },
              university.name,
            ),
            countedIn.length > 0 && h("div", { class: "small soft" }, texts.company.countedIn(countedIn)),
          ],
          [...new Set(findings.map(({ channel }) => texts.channels[channel]))].join(", "),
          findings[0] && timingText(findings[0].timing),
          sumList(totals) ?? texts.ask.noMoney,
        ]),
        [
          texts.company.allUniversities(exposed.totalCount),
          "",
          "",
          sumList(exposed.totals) ?? texts.ask.noMoney,
        ],
      ],
    }),
    exposed.nodes.length < exposed.totalCount &&
      h("p", {}, h("a", { id: "more-exposed", ...more, "data-stay": true }, texts.company.showMore)),
  ];
}
