import type { ComponentChildren, JSX } from "preact";
import { DealingsTable } from "../../components/dealings-table.js";
import { Link } from "../../components/link.js";
import { sentence } from "../../components/sentence.js";
import { TimingText } from "../../components/timing-mark.js";
import { toldPath } from "../../components/told-path.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { chainHref } from "../explore/explore-href.js";
import type { PanelTerms } from "./panel-terms.js";
import { type Cell, dealingsOf } from "./questions.js";

export interface CellPanelOptions {
  readonly university: string;
  readonly column: string;
  readonly columnKey: string;
  /** Null: it is being asked. */
  readonly answer: Cell | null;
}

/** What an opened cell counts: each finding in words, with the ways to its proof. */
export function CellPanel({
  place,
  go,
  university,
  column,
  columnKey,
  answer,
}: PanelTerms & CellPanelOptions): JSX.Element {
  const say = texts.dashboard.heat;
  return (
    <section class="opened stack tight" aria-labelledby="opened">
      <div class="row spread">
        <h3 id="opened" tabIndex={-1}>
          {say.opened(university, column)}
        </h3>
        <button type="button" class="quiet small" id="close-cell" onClick={() => go({ cell: null })}>
          {say.close}
        </button>
      </div>
      {answer === null ? (
        <p class="soft">{texts.shell.loading}</p>
      ) : (
        <Findings
          answer={answer}
          item={columnKey}
          clocks={{ at: place.values.at, known: place.values.known }}
        />
      )}
    </section>
  );
}

function Findings({
  answer,
  item: key,
  clocks,
}: {
  readonly answer: Cell;
  readonly item: string;
  readonly clocks: { readonly at: string | undefined; readonly known: string | undefined };
}): ComponentChildren {
  const say = texts.dashboard.heat;
  const column = answer.columns.findIndex((one) => one.key === key);
  const cells = answer.cells.filter((cell) => cell.column === column);
  const found = cells.flatMap((cell) => cell.findings);
  return (
    <>
      <DealingsTable dealings={dealingsOf(cells)} />
      <ol class="plain events">
        {found.map(({ key: finding, channel, timing, university, target, path }) => {
          const what = say.finding(texts.channels[channel], target.name);
          const ask = hrefOf("/", { university: university.id, open: finding, ...clocks });
          const canvas = chainHref({ university: university.id, target: target.id, channel }, clocks);
          return (
            <li key={finding}>
              <p>
                <strong>{what}</strong> <TimingText timing={timing} />
              </p>
              <p class="sentence">{sentence(toldPath(path))}</p>
              <p class="row small">
                <Link href={ask} aria-label={say.askOf(what)}>
                  {say.ask}
                </Link>
                <Link href={canvas} aria-label={say.canvasOf(what)}>
                  {say.canvas}
                </Link>
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}
