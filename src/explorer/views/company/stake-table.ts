import type { StakeFragment } from "../../api/documents.generated.js";
import { entityLink } from "../../looks/chain.js";
import { h, type Markup } from "../../looks/markup.js";
import { shareBar } from "../../looks/share-bar.js";
import { texts } from "../../texts/english.js";

const SHOWN = 12;

/** Who stands above or below, with direct and integrated share, control and the shortest chain: what the picture says. */
export function stakeTable(caption: string, stakes: readonly StakeFragment[]): Markup {
  const [shown, rest] = [stakes.slice(0, SHOWN), stakes.slice(SHOWN)];
  return h(
    "div",
    {},
    table(caption, shown),
    rest.length > 0 &&
      h("details", {}, h("summary", {}, texts.company.more(rest.length)), table(caption, rest)),
  );
}

function table(caption: string, stakes: readonly StakeFragment[]): Markup {
  const { party, direct, integrated, bar, control, chain } = texts.company;
  const columns = [party, direct, integrated, bar, control, chain];
  return h(
    "table",
    { class: "early" },
    h("caption", {}, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      stakes.map((stake) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, entityLink(stake.party)),
          h("td", { "data-label": direct }, stake.direct?.text ?? "–"),
          h("td", { "data-label": integrated }, integratedText(stake)),
          h("td", { "data-label": bar }, shareBar(stake.integrated)),
          h("td", { "data-label": control }, texts.verdict[stake.control]),
          h("td", { "data-label": chain, class: "small soft" }, stake.path.text),
        ),
      ),
    ),
  );
}

function integratedText({ closedLoop, integrated }: StakeFragment): string {
  return closedLoop ? texts.ask.closedLoop : (integrated?.text ?? "–");
}
