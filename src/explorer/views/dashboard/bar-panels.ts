import type { Markup } from "../../looks/markup.js";
import { type Amount, fullAmount } from "../../pictures/amount.js";
import { figure } from "../../pictures/figure.js";
import { totalOf } from "../../pictures/stacked-bars.js";
import { TIMINGS } from "../../pictures/timing-fill.js";
import { texts } from "../../texts/english.js";
import { barsOf, partiesPicture, yearBars, yearsPicture } from "./bar-pictures.js";
import { embedOf, type PanelTerms, panelTable } from "./panel-terms.js";
import type { Matrix } from "./questions.js";

const say = texts.dashboard;

/** Money per year. */
export function yearsPanel(terms: PanelTerms, matrix: Matrix): Markup {
  return figure({
    picture: yearsPicture(terms.asked, matrix),
    empty: say.empty,
    embed: embedOf(terms, "years"),
    below: [amountTable(terms, "years", say.years.year, yearBars(matrix))],
  });
}

/** Who gave the most. */
export function partiesPanel(terms: PanelTerms, matrix: Matrix): Markup {
  return figure({
    picture: partiesPicture(terms.asked, matrix),
    empty: say.empty,
    embed: embedOf(terms, "counterparties"),
    below: [amountTable(terms, "parties", say.parties.party, barsOf(matrix))],
  });
}

function amountTable(terms: PanelTerms, id: string, first: string, bars: ReturnType<typeof barsOf>): Markup {
  const timings = TIMINGS.filter((timing) => bars.some(({ parts }) => parts[timing] !== undefined));
  const amount = (value: Amount | undefined) =>
    value === undefined ? { show: "", value: null } : { show: fullAmount(value), value: value.min };
  return panelTable(terms, {
    id,
    caption: texts.pictures.tableBy(first),
    columns: [
      { key: "name", title: first },
      ...timings.map((timing) => ({
        key: timing.toLowerCase(),
        title: texts.timingShort[timing],
        isNumber: true,
      })),
      { key: "total", title: say.years.total, isNumber: true },
    ],
    rows: bars
      .filter(({ parts }) => Object.keys(parts).length > 0)
      .map((bar) => ({
        cells: [
          { show: bar.label, value: bar.label },
          ...timings.map((timing) => amount(bar.parts[timing])),
          amount(totalOf(bar)),
        ],
      })),
  });
}
