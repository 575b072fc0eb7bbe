import type { ComponentChildren, JSX } from "preact";
import { highestGradeFirst } from "../../explain/source-text.js";
import type { CitedFragment, DealingFragment, DealtFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { StatusTag } from "./claim.js";
import { Details } from "./details.js";
import { PlainTable } from "./plain-table.js";
import { CitedWords } from "./sources.js";
import { moneyText } from "./sums.js";
import { TimingText } from "./timing-mark.js";

/** What passed, and, where it was asked for, how it stands in time in words and to the university's own decisions. */
type Row = DealingFragment & Partial<Pick<DealtFragment, "timingText" | "afterDecision">>;

const say = texts.dealings;

/**
 * What passed between universities and others: each dealing once, in order of date, with its amount, its words, how it
 * stands in time, its sources and what they say, and a mark where it came after the university's own decision.
 */
export function DealingsTable({
  dealings: { totalCount, nodes },
}: {
  readonly dealings: { readonly totalCount: number; readonly nodes: readonly Row[] };
}): JSX.Element | null {
  if (nodes.length === 0) return null;
  const caption = nodes.length < totalCount ? say.some(nodes.length, totalCount) : say.title(totalCount);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <PlainTable
        caption={caption}
        columns={[say.date, say.amount, say.dealing, say.timing, say.source]}
        rows={nodes.toSorted(byDate).map((row) => [
          {
            show: row.relation.start === null ? say.noDay : texts.published(row.relation.start),
            class: "day",
          },
          { show: amountOf(row), class: "amount" },
          <Told row={row} />,
          <TimingText timing={row.timing} {...(row.timingText && { words: row.timingText })} />,
          { show: <Sources citations={row.relation.citations} />, class: "small" },
        ])}
      />
    </div>
  );
}

/** By date as far as it is given; those without one last. */
function byDate({ relation: a }: Row, { relation: b }: Row): number {
  return (a.start ?? "~").localeCompare(b.start ?? "~");
}

function amountOf({ relation }: Row): string {
  if (!("amount" in relation)) return "–";
  return relation.amount === null ? say.noAmount : moneyText(relation.amount);
}

function Told({ row: { relation, afterDecision } }: { readonly row: Row }): JSX.Element {
  const { text, status, note } = relation;
  return (
    <div class={afterDecision ? `decided covers-${afterDecision.covers.toLowerCase()}` : undefined}>
      <p class="sentence">
        {text} <StatusTag status={status} />
      </p>
      {note !== null && <p class="small soft">{note}</p>}
      {afterDecision && (
        <p class="mark-decision small">
          <strong>{texts.open.afterVerdict[afterDecision.covers]}. </strong>
          {afterDecision.decision.text} {afterDecision.explanation}
        </p>
      )}
    </div>
  );
}

/** The strongest source with its words; the others fold. */
function Sources({ citations }: { readonly citations: readonly CitedFragment[] }): ComponentChildren {
  const [strongest, ...others] = highestGradeFirst(citations, ({ source }) => source);
  if (strongest === undefined) return null;
  return (
    <>
      <CitedWords citations={[strongest]} />
      {others.length > 0 && (
        <Details>
          <summary>{say.others(others.length)}</summary>
          <CitedWords citations={others} />
        </Details>
      )}
    </>
  );
}
