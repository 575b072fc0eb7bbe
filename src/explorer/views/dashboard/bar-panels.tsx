import type { JSX } from "preact";
import { type Amount, fullAmount } from "../../charts/amount.js";
import { Figure } from "../../charts/figure.js";
import { totalOf } from "../../charts/stacked-bars.js";
import { TIMINGS } from "../../charts/timing-fill.js";
import { DealingsTable } from "../../components/dealings-table.js";
import { texts } from "../../texts/english.js";
import { barsOf, type OpenBar, partiesPicture, yearBars, yearsPicture } from "./bar-pictures.js";
import { currencyName } from "./currency-name.js";
import { embedOf, PanelTable, type PanelTerms } from "./panel-terms.js";
import { type BarGifts, dealingsOf, type Matrix } from "./questions.js";

const say = texts.dashboard;

type BarRows = "YEAR" | "COUNTERPARTY";

export interface BarPanel {
  readonly terms: PanelTerms;
  readonly matrix: Matrix;
  /** The dealings behind the bars; null: no bar is open, or they are being asked for. */
  readonly gifts: BarGifts | null;
  /** The currencies in which there is money under the same filters; asked for where the picture is empty. */
  readonly currencies: readonly string[];
}

/** Money per year. */
export function YearsPanel({ terms, matrix, gifts, currencies }: BarPanel): JSX.Element {
  const open = openBar(terms, "YEAR");
  return (
    <Figure
      picture={yearsPicture(terms.asked, matrix, open)}
      empty={<Empty terms={terms} currencies={currencies} />}
      embed={embedOf(terms, "years")}
      opened={<OpenedBar terms={terms} rows="YEAR" gifts={gifts} />}
      below={[
        <AmountTable terms={terms} id="years" first={say.years.year} bars={yearBars(matrix)} open={open} />,
      ]}
    />
  );
}

/** Who gave the most. */
export function PartiesPanel({ terms, matrix, gifts, currencies }: BarPanel): JSX.Element {
  const open = openBar(terms, "COUNTERPARTY");
  return (
    <Figure
      picture={partiesPicture(terms.asked, matrix, open)}
      empty={<Empty terms={terms} currencies={currencies} />}
      embed={embedOf(terms, "counterparties")}
      opened={<OpenedBar terms={terms} rows="COUNTERPARTY" gifts={gifts} />}
      below={[
        <AmountTable
          terms={terms}
          id="parties"
          first={say.parties.party}
          bars={barsOf(matrix)}
          open={open}
        />,
      ]}
    />
  );
}

function openBar({ go }: PanelTerms, rows: BarRows): OpenBar {
  return (key) => go({ bar: `${rows}|${key}` });
}

/** In which currencies there is money, where there is none in the one that is asked for. */
function Empty({ terms, currencies }: Pick<BarPanel, "terms" | "currencies">): JSX.Element {
  const others = currencies.filter((currency) => currency !== terms.asked.currency);
  return (
    <>
      {say.empty}
      {others.length > 0 && (
        <>
          {` ${say.otherCurrencies} `}
          {others.map((currency) => (
            <button type="button" class="quiet small" key={currency} onClick={() => terms.go({ currency })}>
              {currencyName(currency)}
            </button>
          ))}
        </>
      )}
    </>
  );
}

/** The dealings behind the bar that is open, if it is one of this picture. */
function OpenedBar({
  terms: { asked, go },
  rows,
  gifts,
}: Pick<BarPanel, "terms" | "gifts"> & { readonly rows: BarRows }): JSX.Element | null {
  if (asked.bar?.rows !== rows) return null;
  const { key } = asked.bar;
  const row = gifts?.rows.findIndex((one) => one.key === key) ?? -1;
  return (
    <section class="opened stack tight" aria-labelledby="opened-bar">
      <div class="row spread">
        <h3 id="opened-bar" tabIndex={-1}>
          {gifts?.rows[row]?.label ?? key}
        </h3>
        <button type="button" class="quiet small" onClick={() => go({ bar: null })}>
          {say.heat.close}
        </button>
      </div>
      {gifts === null ? (
        <p class="soft">{texts.shell.loading}</p>
      ) : (
        <DealingsTable dealings={dealingsOf(gifts.cells.filter((cell) => cell.row === row))} />
      )}
    </section>
  );
}

function AmountTable({
  terms,
  id,
  first,
  bars,
  open,
}: {
  readonly terms: PanelTerms;
  readonly id: string;
  readonly first: string;
  readonly bars: ReturnType<typeof barsOf>;
  readonly open: OpenBar;
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
            actions: (
              <button
                type="button"
                class="quiet small"
                aria-label={say.openBar(bar.label)}
                onClick={() => open(bar.key)}
              >
                {say.heat.open}
              </button>
            ),
          })),
      }}
    />
  );
}
