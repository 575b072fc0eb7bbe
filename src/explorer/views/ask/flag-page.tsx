import type { JSX } from "preact";
import type { AskFlagQuery, WholeFlagFragment } from "../../api/documents.generated.js";
import { EntityLink, type Linked } from "../../components/chain.js";
import { Details } from "../../components/details.js";
import { FlagsAndReplies, kindOf } from "../../components/flags-and-replies.js";
import { Link } from "../../components/link.js";
import { ScopeNote } from "../../components/scope-note.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Matrix = NonNullable<AskFlagQuery["exposureMatrix"]>;
type Concerned = {
  readonly role: keyof typeof texts.role;
  readonly entity: Linked;
};
type Flag = WholeFlagFragment & {
  readonly subjects: { readonly totalCount: number; readonly nodes: readonly Concerned[] };
};

const SHOWN = 12;

/** A probe or a listing: what is said beside what was answered, whom it concerns, and which universities it reaches. */
export function FlagPage({
  flag,
  matrix,
  place,
}: {
  readonly flag: Flag;
  readonly matrix: Matrix;
  readonly place: Place;
}): JSX.Element {
  return (
    <div class="stack">
      <header class="lead">
        <p class="eyebrow">
          {kindOf(flag)}
          {flag.authorities.map(({ name }) => `, ${name}`)}
        </p>
        <h1 tabIndex={-1}>{flag.title}</h1>
      </header>
      <section class="card">
        <h2>{texts.open.allegations}</h2>
        <FlagsAndReplies
          flags={[{ flag, state: flag.state, phrases: [] }]}
          options={{
            validAt: matrix.scope.validAt,
            level: 3,
          }}
        />
      </section>
      <section class="card">
        <h2>{texts.flag.concerns(flag.subjects.totalCount)}</h2>
        <Concerned flag={flag} />
      </section>
      <section class="card">
        <h2>{texts.flag.exposed(matrix.rows.length)}</h2>
        {matrix.rows.length === 0 ? (
          <p>{texts.flag.exposedNone}</p>
        ) : (
          <Exposed flag={flag.id} matrix={matrix} place={place} />
        )}
        <ScopeNote scope={matrix.scope} />
      </section>
    </div>
  );
}

function Concerned({ flag: { subjects } }: { readonly flag: Flag }): JSX.Element {
  const item = ({ role, entity }: Concerned) => (
    <li>
      <EntityLink entity={entity} />
      <span class="soft">{`, ${texts.role[role]}`}</span>
    </li>
  );
  const [shown, rest] = [subjects.nodes.slice(0, SHOWN), subjects.nodes.slice(SHOWN)];
  return (
    <div>
      <ul class="columns">{shown.map(item)}</ul>
      {rest.length > 0 && (
        <Details>
          <summary>{texts.flag.more(subjects.totalCount - SHOWN)}</summary>
          <ul class="columns">{rest.map(item)}</ul>
        </Details>
      )}
    </div>
  );
}

/** Each university with how many findings by channel. */
function Exposed({
  flag,
  matrix: { rows, columns, cells },
  place: {
    values: { at, known },
  },
}: {
  readonly flag: string;
  readonly matrix: Matrix;
  readonly place: Place;
}): JSX.Element {
  const found = new Map(cells.map(({ row, column, min }) => [`${row} ${column}`, min]));
  const channelsOf = (row: number) =>
    columns.flatMap(({ key }, column) => {
      const n = found.get(`${row} ${column}`) ?? 0;
      const name = texts.channels[key as keyof typeof texts.channels];
      return n === 0 ? [] : [n === 1 ? name : `${name} (${n})`];
    });
  return (
    <ul class="columns">
      {rows.map(({ key, label }, row) => (
        <li key={key}>
          <Link href={hrefOf("/", { university: key, flag, at, known })}>{label}</Link>
          <span class="soft">{`: ${channelsOf(row).join(", ")}`}</span>
        </li>
      ))}
    </ul>
  );
}
