import type { ComponentChildren, JSX } from "preact";
import { Details } from "../../components/details.js";
import { Link } from "../../components/link.js";
import { PlainTable, type TableCell } from "../../components/plain-table.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { screen as screenTexts } from "../../texts/screen.js";
import { type Candidate, isNear, type Screened } from "./screening.js";

const say = screenTexts;

/** Each name with its candidates, the reasons of their scores, their probes and listings, and the exposure beside. */
export function ScreenTable({
  screened,
  place: {
    values: { at, known },
  },
}: {
  readonly screened: readonly Screened[];
  readonly place: Place;
}): JSX.Element {
  return (
    <PlainTable
      look="folding screened"
      columns={[say.name, say.candidate, say.score, say.flags, say.exposure]}
      rows={screened.map((one, index) => row(one, index, { at, known }))}
    />
  );
}

interface ClockValues {
  readonly at: string | undefined;
  readonly known: string | undefined;
}

function row(
  { name, candidates, exposure }: Screened,
  index: number,
  clocks: ClockValues,
): readonly TableCell[] {
  const [first, ...others] = candidates ?? [];
  if (first === undefined) {
    const show = candidates === null ? texts.shell.loading : say.none;
    return [name, { show, class: "soft", span: 4 }];
  }
  if (!isNear(first)) {
    const nearest = (
      <Details class="small" id={`far-${index}`}>
        <summary>{say.far(candidates?.length ?? 0)}</summary>
        {[first, ...others].map((one) => (
          <div key={one.entity.id}>
            <CandidateLink candidate={one} clock={clocks} />
            <Reasons candidate={one} row={index} />
          </div>
        ))}
      </Details>
    );
    return [name, { show: [say.none, nearest], class: "soft", span: 4 }];
  }
  return [
    name,
    [
      <CandidateLink candidate={first} clock={clocks} />,
      others.length > 0 && (
        <Details class="small" id={`others-${index}`}>
          <summary>{say.more(others.length)}</summary>
          {others.map((other) => (
            <div key={other.entity.id}>
              <CandidateLink candidate={other} clock={clocks} />
              <Reasons candidate={other} row={index} />
            </div>
          ))}
        </Details>
      ),
    ],
    <Reasons candidate={first} row={index} />,
    say.flagsOf(first.entity.flags.totalCount),
    { show: exposure ?? texts.shell.loading, class: exposure === null ? "soft" : undefined },
  ];
}

function CandidateLink({
  candidate: { entity, matchedName },
  clock: { at, known },
}: {
  readonly candidate: Candidate;
  readonly clock: ClockValues;
}): ComponentChildren {
  const href =
    entity.kind === "UNIVERSITY"
      ? hrefOf("/", { university: entity.id, at, known })
      : hrefOf("/company", { id: entity.id, at, known });
  return (
    <p>
      <Link href={href}>{entity.name}</Link>
      <span class="small soft">{` ${texts.kinds[entity.kind]}`}</span>
      {matchedName !== entity.name && <span class="small soft">{` ${say.matched(matchedName)}`}</span>}
    </p>
  );
}

/** The score, and what it is made of. */
function Reasons({
  candidate: { entity, score, features },
  row,
}: {
  readonly candidate: Candidate;
  readonly row: number;
}): JSX.Element {
  return (
    <Details class="small" id={`why-${row}-${entity.id}`}>
      <summary>{say.scored(score.toFixed(2))}</summary>
      <ul class="plain">
        {features.map(({ id, value }) => (
          <li key={id}>
            {`${Math.round(value * 100)}% `}
            {say.feature[id] ?? id}
          </li>
        ))}
      </ul>
    </Details>
  );
}
