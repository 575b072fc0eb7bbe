import type { JSX } from "preact";
import type { OpenFindingQuery, WholeFindingFragment } from "../api/documents.generated.js";
import { dayText } from "../components/day.js";
import { Explanation } from "../components/explanation.js";
import { Facts } from "../components/facts.js";
import { FindingProof } from "../components/finding-proof.js";
import { KnownNote } from "../components/known-note.js";
import { sumList } from "../components/sum-list.js";
import { TimingText } from "../components/timing-mark.js";
import { texts } from "../texts/english.js";
import { review as reviewTexts } from "../texts/review.js";
import { SnapshotFooter } from "./snapshot-footer.js";

type Exposure = NonNullable<OpenFindingQuery["exposure"]>;

export interface SnapshotFindingProps {
  readonly finding: WholeFindingFragment;
  /** The answer to a question about the finding alone. */
  readonly exposure: Exposure;
  /** Where the living answer is. */
  readonly address: string;
  /** The day on which it was taken, as ISO text. */
  readonly taken: string;
}

/** What a snapshot of a finding is called. */
export function snapshotTitle({ university, target, channel }: WholeFindingFragment): string {
  return `${university.name} and ${target.name} (${texts.channels[channel]})`;
}

/** A finding as one page: all that it stands on, with replies and sources, and as of when it was asked. */
export function SnapshotFinding({ finding, exposure, address, taken }: SnapshotFindingProps): JSX.Element {
  const { timing, totals } = finding;
  const { headline, groups, scope } = exposure;
  return (
    <main class="stack">
      <header class="lead">
        <p class="eyebrow">{snapshotTitle(finding)}</p>
        <h1>{headline}</h1>
        <Facts
          values={{
            [texts.ask.inTime]: <TimingText timing={timing} />,
            [texts.ask.amount]: sumList(totals) ?? texts.ask.noMoney,
            [texts.clocks.at]: dayText(scope.validAt),
            [texts.clocks.known]: dayText(scope.knownAt),
            [reviewTexts.version]: scope.graphVersion,
          }}
        />
        <KnownNote knownAt={scope.knownAt} now={taken} />
      </header>
      {groups.nodes.map((group) => (
        <Explanation text={group.explanation} citations={group.citations} prefix="group" />
      ))}
      <FindingProof finding={finding} validAt={scope.validAt} level={2} />
      <SnapshotFooter address={address} taken={taken} />
    </main>
  );
}
