import type { ComponentChildren, JSX } from "preact";
import type {
  AskSeveralQuery,
  ComparedRowFragment,
  FlaggedPartyFragment,
} from "../../api/documents.generated.js";
import { Card } from "../../components/card.js";
import { EntityLink } from "../../components/chain.js";
import { FlagBriefs } from "../../components/flag-briefs.js";
import { Link } from "../../components/link.js";
import { PlainTable } from "../../components/plain-table.js";
import { ScopeNote } from "../../components/scope-note.js";
import { sumList } from "../../components/sum-list.js";
import { TimingText } from "../../components/timing-mark.js";
import { toldPath } from "../../components/told-path.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Shared = NonNullable<AskSeveralQuery["sharedExposures"]>;

/** A university that is compared with others. */
export type Compared = Extract<NonNullable<AskSeveralQuery["nodes"][number]>, { readonly exposure: unknown }>;

export interface SeveralAnswer {
  readonly universities: readonly Compared[];
  /** The parties that the address names; empty: it names none. */
  readonly named: readonly FlaggedPartyFragment[];
  readonly shared: Shared;
  /** How to cite it. */
  readonly cite: ComponentChildren;
}

const say = texts.several;

/** "What MIT and Stanford have to do with ZTE", "What MIT and Stanford have in common". */
export function severalTitle({ universities, named }: Pick<SeveralAnswer, "universities" | "named">): string {
  const who = texts.list(universities.map(({ shortName }) => shortName));
  return named.length === 0
    ? say.common(who)
    : say.toDo(who, texts.list(named.map(({ shortName }) => shortName)));
}

/**
 * Several universities: what each is exposed to in figures; then the parties that the address names, or else those that
 * at least two of them have findings on, each with the findings, the decisions about it, and what was said and answered.
 */
export function Several({
  answer,
  place,
}: {
  readonly answer: SeveralAnswer;
  readonly place: Place;
}): JSX.Element {
  const { universities, named, shared, cite } = answer;
  const { at, known } = place.values;
  return (
    <div class="stack answer">
      <header class="lead">
        <h1 tabIndex={-1}>{severalTitle(answer)}</h1>
      </header>
      <div class="row chosen screen-only">
        {[...universities, ...named].map((one) => (
          <Chosen key={one.id} one={one} place={place} />
        ))}
      </div>
      <Card title={say.each}>
        <PlainTable
          columns={[say.university, texts.ask.findings, texts.ask.money]}
          rows={universities.map(({ id, name, exposure }) => [
            <Link href={hrefOf("/", { university: id, target: place.values.target, at, known })}>
              {name}
            </Link>,
            say.findings(exposure?.findings.totalCount ?? 0, exposure?.groups.totalCount ?? 0),
            sumList(exposure?.totals ?? []) ?? texts.ask.noMoney,
          ])}
        />
        <p class="small soft">{say.neverAdd}</p>
      </Card>
      {partiesOf(answer).map((party) => (
        <PartyCard key={party.party.id} partyOf={party} severalAnswer={answer} place={place} />
      ))}
      <section class="card">
        {named.length === 0 && shared.shared.length === 0 && <p>{say.none}</p>}
        <ScopeNote scope={shared.scope} />
        {cite}
      </section>
    </div>
  );
}

interface Party {
  readonly party: FlaggedPartyFragment;
  readonly findings: readonly ComparedRowFragment[];
}

function partiesOf({ universities, named, shared }: SeveralAnswer): readonly Party[] {
  if (named.length === 0) return shared.shared.map(({ target, findings }) => ({ party: target, findings }));
  const all = universities.flatMap(({ exposure }) => exposure?.findings.nodes ?? []);
  return named.map((party) => ({ party, findings: all.filter(({ target }) => target.id === party.id) }));
}

/** A party: which of the universities have findings on it, how, and which have none; what they decided; what was answered. */
function PartyCard({
  partyOf: { party, findings },
  severalAnswer: { universities },
  place,
}: {
  readonly partyOf: Party;
  readonly severalAnswer: SeveralAnswer;
  readonly place: Place;
}): JSX.Element {
  const replies = party.flags.nodes.flatMap(({ responses }) => responses).length;
  const decided = universities.flatMap(({ decisions }) =>
    decisions.nodes.filter(
      ({ by, counterparties }) =>
        universities.some(({ id }) => id === by.id) && counterparties.some(({ id }) => id === party.id),
    ),
  );
  return (
    <Card title=<EntityLink entity={party} />>
      <ul class="plain stack tight">
        {universities.map((university) => (
          <OfUniversity
            key={university.id}
            university={university}
            findings={findings.filter((finding) => finding.university.id === university.id)}
            party={party.id}
            place={place}
          />
        ))}
      </ul>
      {decided.length > 0 && (
        <>
          <h3 class="label">{say.decided}</h3>
          <ul>
            {decided.map(({ text, responses }) => (
              <li>{[text, ...responses.map((reply) => reply.text)].join(" ")}</li>
            ))}
          </ul>
        </>
      )}
      <FlagBriefs
        flags={party.flags.nodes}
        title={say.flags(party.flags.totalCount, replies)}
        id={`flags-${party.id}`}
      />
    </Card>
  );
}

function OfUniversity({
  university,
  findings,
  party,
  place,
}: { readonly party: string; readonly place: Place } & {
  readonly university: Compared;
  readonly findings: readonly ComparedRowFragment[];
}): JSX.Element {
  const { at, known } = place.values;
  const name = <strong>{university.name}</strong>;
  if (findings.length === 0) {
    const why = hrefOf("/", { university: university.id, target: party, at, known });
    return (
      <li>
        <p>
          {name}: {say.findings(0, 0)}.{" "}
          <Link href={why} aria-label={say.whyOf(university.name)}>
            {say.why}
          </Link>
        </p>
      </li>
    );
  }
  return (
    <li>
      {findings.map(({ key, channel, timing, path, totals }) => (
        <div key={key} class="compared">
          <p class="row">
            <Link
              href={hrefOf("/", { university: university.id, open: key, at, known })}
            >{`${university.name}: ${texts.channels[channel]}`}</Link>
            <TimingText timing={timing} />
          </p>
          <p class="soft">{toldPath(path)}</p>
          {sumList(totals)}
        </div>
      ))}
    </li>
  );
}

/** One of those that are compared, or asked about, and the way to leave it out. */
function Chosen({
  one,
  place,
}: {
  readonly one: Compared | FlaggedPartyFragment;
  readonly place: Place;
}): JSX.Element {
  const without = (list: string | undefined) =>
    (list ?? "")
      .split(",")
      .filter((id) => id.trim() !== one.id)
      .join(",");
  const { university, target } = place.values;
  const link = linkTo(place, { university: without(university), target: without(target) });
  return (
    <Link class="chip" {...link} aria-label={say.leaveOut(one.shortName)}>
      {`${one.shortName} `}
      <span aria-hidden="true">×</span>
    </Link>
  );
}
