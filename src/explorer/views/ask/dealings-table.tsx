import type { JSX } from "preact";
import { PlainTable } from "../../components/plain-table.js";
import { StrongestSource } from "../../components/sources.js";
import { TimingText } from "../../components/timing-mark.js";
import { texts } from "../../texts/english.js";
import type { Rest } from "./asked.js";

type Dealings = NonNullable<Rest["dealings"]>;

const say = texts.ask.dealings;

/** Each dealing once, in order of date: the sentence of its claim, how it stands in time, and its strongest source. */
export function DealingsTable({
  dealings: { totalCount, nodes },
}: {
  readonly dealings: Dealings;
}): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say.title(totalCount)}>
      <PlainTable
        {...(nodes.length < totalCount && { caption: say.first(nodes.length, totalCount) })}
        columns={say.columns}
        rows={nodes.map(({ timing, relation: { text, start, status, citations } }) => [
          start === null ? say.noDay : texts.published(start),
          text,
          <TimingText timing={timing} />,
          texts.status[status],
          <Source citations={citations} />,
        ])}
      />
    </div>
  );
}

type Citations = Dealings["nodes"][number]["relation"]["citations"];

function Source({ citations }: { readonly citations: Citations }): JSX.Element {
  const others = citations.length - 1;
  return (
    <span class="small">
      <StrongestSource citations={citations} />
      {others > 0 && ` ${say.others(others)}`}
    </span>
  );
}
