import type { JSX } from "preact";
import { dayText } from "../components/day.js";
import { Facts } from "../components/facts.js";
import { FlagList } from "../components/flag-briefs.js";
import { KnownNote } from "../components/known-note.js";
import { Link } from "../components/link.js";
import { sumList } from "../components/sum-list.js";
import { TimingText } from "../components/timing-mark.js";
import { texts } from "../texts/english.js";
import type { SnapshotFindingProps } from "./snapshot-finding.js";

/** More would be no card; the whole snapshot has them all. */
const FLAGS = 2;

/** A finding as a card: its sentence, three lines, what was answered, how many sources, and where the live version is. */
export function FindingCard({ finding, exposure, address, taken }: SnapshotFindingProps): JSX.Element {
  const { timing, totals, flags, citations } = finding;
  const { headline, scope } = exposure;
  const more = flags.length - FLAGS;
  return (
    <main class="stack tight snapshot-card">
      <h1>{headline}</h1>
      <Facts
        values={{
          [texts.ask.inTime]: <TimingText timing={timing} />,
          [texts.ask.amount]: sumList(totals) ?? texts.ask.noMoney,
          [texts.clocks.at]: texts.cite.bothDays(dayText(scope.validAt), dayText(scope.knownAt)),
        }}
      />
      <KnownNote knownAt={scope.knownAt} now={taken} />
      {flags.length > 0 && <FlagList flags={flags.slice(0, FLAGS).map(({ flag }) => flag)} />}
      {more > 0 && <p class="small">{texts.cite.moreFlags(more)}</p>}
      <footer class="small soft">
        <p>
          {texts.open.sources(new Set(citations.map(({ source }) => source.id)).size)}.{" "}
          <Link href={address} target="_blank" rel="noopener">
            {texts.cite.live}
          </Link>
          . {texts.cite.snapshotOf(dayText(taken))}
        </p>
      </footer>
    </main>
  );
}
