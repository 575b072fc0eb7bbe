import type { ComponentChildren, JSX } from "preact";
import type { ClaimedFragment, FindingLineFragment, WhatIfQuery } from "../../api/documents.generated.js";
import { ClaimText } from "../../components/claim.js";
import { Details } from "../../components/details.js";
import { PlainTable } from "../../components/plain-table.js";
import { ScopeNote } from "../../components/scope-note.js";
import { sumList } from "../../components/sum-list.js";
import { sumLines } from "../../components/sums.js";
import { TimingText } from "../../components/timing-mark.js";
import { toldPath } from "../../components/told-path.js";
import { texts } from "../../texts/english.js";
import { whatIf as whatIfTexts } from "../../texts/what-if.js";

type Difference = NonNullable<WhatIfQuery["whatIf"]>;

const say = whatIfTexts;

/** What a supposition adds, removes and changes, each with the claims that make the difference, and the answer if so. */
export function DifferenceList({
  difference: { before, after, added, removed, changed },
}: {
  readonly difference: Difference;
}): JSX.Element {
  const none = added.length + removed.length + changed.length === 0;
  return (
    <section class="card stack tight" aria-live="polite">
      <h2>{say.result}</h2>
      {none && (
        <p>
          <strong>{say.none}</strong>
        </p>
      )}
      <SideBySide before={before} after={after} />
      <List
        title={say.removed(removed.length)}
        kind="removed"
        items={removed.map(({ finding, because }) => [<Line finding={finding} />, <Why because={because} />])}
      />
      <List
        title={say.added(added.length)}
        kind="added"
        items={added.map(({ finding, because }) => [<Line finding={finding} />, <Why because={because} />])}
      />
      <List
        title={say.changed(changed.length)}
        kind="changed"
        items={changed.map((one) => [
          <p>
            <strong>
              {texts.channels[one.after.channel]}, {one.after.target.name}
            </strong>
          </p>,
          <PlainTable
            columns={[say.compared, say.asItIs, say.ifSo]}
            rows={[
              [
                one.what.map((what) => say.what[what]).join(", "),
                <State findingLine={one.before} />,
                <State findingLine={one.after} />,
              ],
            ]}
          />,
          <Why because={one.because} />,
        ])}
      />
      <ScopeNote scope={after.scope} />
    </section>
  );
}

/** The answer as it is and the answer if so, in figures and in words. */
function SideBySide({ before, after }: Pick<Difference, "before" | "after">): JSX.Element {
  const both = [before, after];
  return (
    <PlainTable
      columns={[say.compared, say.asItIs, say.ifSo]}
      rows={[
        [texts.ask.findings, ...both.map(({ findings }) => findings.totalCount)],
        [texts.ask.money, ...both.map(({ totals }) => sumList(totals) ?? texts.ask.noMoney)],
        [say.inWords, ...both.map(({ summary }) => summary)],
      ]}
    />
  );
}

function List({
  title,
  kind,
  items,
}: {
  readonly title: string;
  readonly kind: string;
  readonly items: readonly ComponentChildren[];
}): ComponentChildren {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class={`plain differences ${kind}`}>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  );
}

function Line({ finding }: { readonly finding: FindingLineFragment }): ComponentChildren {
  const { channel, target, path } = finding;
  return (
    <>
      <p>
        <strong>
          {texts.channels[channel]}, {target.name}
        </strong>
        : {texts.channelSays[channel](target.shortName)}
      </p>
      <p class="small">{toldPath(path)}</p>
      <p class="small">
        <State findingLine={finding} />
      </p>
    </>
  );
}

function State({
  findingLine: { timing, control, totals, counterparties, target },
}: {
  readonly findingLine: FindingLineFragment;
}): ComponentChildren {
  const sums = sumLines(totals).map(
    ({ amount, timing: when }) => `${amount}${when === null ? "" : ` ${texts.timingShort[when]}`}`,
  );
  const shares = [
    ...new Set(counterparties.map(({ economicShare }) => economicShare?.text ?? texts.ask.noShare)),
  ];
  const isSame = counterparties.every(({ counterparty }) => counterparty.id === target.id);
  return (
    <>
      {`${texts.ask.amount}: ${sums.join(", ") || texts.ask.noMoney}; `}
      {!isSame &&
        `${texts.ask.share}: ${shares.join(", ")}; ${texts.ask.control}: ${texts.verdict[control]}; `}
      <TimingText timing={timing} />
    </>
  );
}

function Why({ because }: { readonly because: readonly ClaimedFragment[] }): ComponentChildren {
  if (because.length === 0) return null;
  return (
    <Details class="small">
      <summary>{say.because}</summary>
      {because.map((claim) => (
        <ClaimText key={claim.id} claim={claim} />
      ))}
    </Details>
  );
}
