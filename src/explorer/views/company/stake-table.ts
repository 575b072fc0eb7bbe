import type { StakeFragment } from "../../api/documents.generated.js";
import { entityLink } from "../../looks/chain.js";
import { h, type Markup } from "../../looks/markup.js";
import { plainTable } from "../../looks/plain-table.js";
import { shareBar } from "../../looks/share-bar.js";
import { toldPath } from "../../looks/told-path.js";
import { texts } from "../../texts/english.js";
import { directWords, integratedWords } from "./held-words.js";

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
  return plainTable({
    look: "early",
    caption,
    columns: [party, direct, integrated, bar, control, chain],
    rows: stakes.map((stake) => [
      entityLink(stake.party),
      directWords(stake) ?? "–",
      integratedText(stake),
      shareBar(stake.integrated),
      texts.verdict[stake.control],
      { show: toldPath(stake.path), class: "small soft" },
    ]),
  });
}

function integratedText(stake: StakeFragment): string {
  return stake.closedLoop ? texts.ask.closedLoop : (integratedWords(stake) ?? "–");
}
