import type { JSX } from "preact";
import { type Amount, fullAmount } from "../../charts/amount.js";
import { Figure } from "../../charts/figure.js";
import { totalOf } from "../../charts/stacked-bars.js";
import { TIMINGS } from "../../charts/timing-fill.js";
import { texts } from "../../texts/english.js";
import { barsOf, partiesPicture, yearBars, yearsPicture } from "./bar-pictures.js";
import { embedOf, PanelTable, type PanelTerms } from "./panel-terms.js";
import type { Matrix } from "./questions.js";

const say = texts.dashboard;

/** Money per year. */
export function YearsPanel({
  terms,
  matrix,
}: {
  readonly terms: PanelTerms;
  readonly matrix: Matrix;
}): JSX.Element {
  return (
    <Figure
      picture={yearsPicture(terms.asked, matrix)}
      empty={say.empty}
      embed={embedOf(terms, "years")}
      below={[<AmountTable terms={terms} id="years" first={say.years.year} bars={yearBars(matrix)} />]}
    />
  );
}

/** Who gave the most. */
export function PartiesPanel({
  terms,
  matrix,
}: {
  readonly terms: PanelTerms;
  readonly matrix: Matrix;
}): JSX.Element {
  return (
    <Figure
      picture={partiesPicture(terms.asked, matrix)}
      empty={say.empty}
      embed={embedOf(terms, "counterparties")}
      below={[<AmountTable terms={terms} id="parties" first={say.parties.party} bars={barsOf(matrix)} />]}
    />
  );
}

function AmountTable({
  terms,
  id,
  first,
  bars,
}: {
  readonly terms: PanelTerms;
  readonly id: string;
  readonly first: string;
  readonly bars: ReturnType<typeof barsOf>;
}): JSX.Element {
  const timings = TIMINGS.filter((timing) => bars.some(({ parts }) => parts[timing] !== undefined));
  const amount = (value: Amount | undefined) =>
    value === undefined ? { show: "", value: null } : { show: fullAmount(value), value: value.min };
  return (
    <PanelTable
      {...terms}
      options={{
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
      }}
    />
  );
}
