import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CompanyOwnershipQuery } from "../../api/documents.generated.js";
import { STYLED } from "../../charts/palette.js";
import type { Picture } from "../../charts/picture.js";
import { TakeBar } from "../../charts/take-bar.js";
import { Card } from "../../components/card.js";
import { EntityLink } from "../../components/chain.js";
import { countryName } from "../../components/country-name.js";
import { dayText } from "../../components/day.js";
import { Details } from "../../components/details.js";
import { Facts } from "../../components/facts.js";
import { FlagTimeline } from "../../components/flag-timeline.js";
import { Link } from "../../components/link.js";
import { RulesTable } from "../../components/rules-table.js";
import { ScopeNote } from "../../components/scope-note.js";
import { Hatching, percent } from "../../components/share-bar.js";
import { CitedWords, webAddress } from "../../components/sources.js";
import { hrefOf, type Place } from "../../state/place.js";
import { company as companyTexts } from "../../texts/company.js";
import { texts } from "../../texts/english.js";
import { aroundHref } from "../explore/explore-href.js";
import type { CompanyAnswer } from "./company-answer.js";
import { ExposedTable } from "./exposed-table.js";
import { ownershipPicture, ownershipWidth } from "./ownership-picture.js";
import { StakeTable } from "./stake-table.js";

type Entity = NonNullable<CompanyOwnershipQuery["entity"]>;
type Ownership = NonNullable<CompanyOwnershipQuery["ownership"]>;

interface PageOptions extends CompanyAnswer {
  readonly entity: Entity;
  readonly ownership: Ownership;
  readonly place: Place;
  readonly cite: ComponentChildren;
}

const say = companyTexts;

/** The page about a company, from what it is to who is exposed to it. */
export function CompanyPage({
  entity,
  ownership,
  owned,
  flags,
  exposed,
  dealings,
  place,
  cite,
}: PageOptions): JSX.Element {
  const rules = [owned.ofac, owned.eu, owned.uk, owned.bis].filter((rule) => rule !== null);
  const { validAt } = ownership.scope;
  return (
    <div class="stack">
      <Hatching />
      <Lead entity={entity} place={place} />
      <OwnershipCard entity={entity} ownership={ownership} />
      <Card title={say.exposed(exposed.totalCount)}>
        {exposed.nodes.length === 0 ? (
          <p>{say.exposedNone}</p>
        ) : (
          <ExposedTable entity={entity} exposed={exposed} dealings={dealings} place={place} />
        )}
      </Card>
      <Card title={say.flagged(flags.flagged.totalCount)}>
        {flags.flagged.nodes.length === 0 ? (
          <p>{say.flaggedNone}</p>
        ) : (
          <FlagTimeline flags={flags.flagged.nodes} validAt={validAt} />
        )}
      </Card>
      {flags.named.nodes.length > 0 && (
        <Card title={say.named(flags.named.totalCount)}>
          <FlagTimeline flags={flags.named.nodes} validAt={validAt} />
        </Card>
      )}
      {rules.length > 0 && (
        <Card title={say.rules}>
          <RulesTable caption={texts.open.rulesOf(entity.name, dayText(validAt))} rules={rules} />
        </Card>
      )}
      <Program entity={entity} />
      {entity.decisions.nodes.length > 0 && <Decisions entity={entity} />}
      <section class="card">
        <ScopeNote scope={exposed.scope} />
        {cite}
      </section>
    </div>
  );
}

function Lead({ entity, place }: { readonly entity: Entity; readonly place: Place }): JSX.Element {
  const { kind, region, country, name, summary, aliases, identifiers, founded, dissolved, website } = entity;
  return (
    <header class="lead">
      <p class="eyebrow">{[texts.kinds[kind], ...placesOf({ region, country })].join(", ")}</p>
      <h1 tabIndex={-1}>{name}</h1>
      {summary !== null && <p class="prose">{summary}</p>}
      <Facts
        values={{
          [say.aliases]: aliases.length > 0 && <Names aliases={aliases} />,
          [say.identifiers]: identifiers.length > 0 && <Numbers identifiers={identifiers} />,
          [say.founded]: founded !== null && texts.published(founded),
          [say.dissolved]: dissolved !== null && texts.published(dissolved),
          [say.website]: website !== null && <WebLink url={website} words={website} />,
        }}
      />
      <p class="row screen-only">
        {kind === "UNIVERSITY" && (
          <Link class="button" href={hrefOf("/", { university: entity.id })}>
            {say.askUniversity}
          </Link>
        )}
        <Link class="button quiet" href={aroundHref(entity.id, place.values)}>
          {say.onCanvas}
        </Link>
      </p>
    </header>
  );
}

/** Region and country in words; a place that is both stands once. */
function placesOf({ region, country }: Pick<Entity, "region" | "country">): readonly string[] {
  const name = country === null ? null : countryName(country);
  return [region, name === region ? null : name].filter((place) => place !== null);
}

const FEW = 5;

function Names({ aliases }: { readonly aliases: readonly string[] }): ComponentChildren {
  const [few, rest] = [aliases.slice(0, FEW), aliases.slice(FEW)];
  return (
    <>
      {few.join(", ")}
      {rest.length > 0 && (
        <Details>
          <summary>{say.more(rest.length)}</summary>
          {rest.join(", ")}
        </Details>
      )}
    </>
  );
}

function Numbers({ identifiers }: { readonly identifiers: Entity["identifiers"] }): ComponentChildren {
  return (
    <ul class="plain">
      {identifiers.map(({ scheme, value, url }) => (
        <li>
          {scheme} <WebLink url={url} words={value} />
        </li>
      ))}
    </ul>
  );
}

function WebLink({ url, words }: { readonly url: string | null; readonly words: string }): ComponentChildren {
  const address = webAddress(url);
  if (address === null) return words;
  return (
    <Link href={address} rel="noopener noreferrer" target="_blank">
      {words}
    </Link>
  );
}

function OwnershipCard({
  entity,
  ownership: { holders, holdings, known, problems, scope },
}: {
  readonly entity: Entity;
  readonly ownership: Ownership;
}): JSX.Element {
  if (holders.length + holdings.length === 0)
    return (
      <Card title={say.ownership}>
        <p>{say.noOwnership}</p>
      </Card>
    );
  const owned = { company: entity, holders, holdings, scope };
  const picture = ownershipPicture(owned);
  return (
    <Card title={say.ownership}>
      <p class="small">{known === 0 ? say.attributedNone : say.attributed(`${percent(known)}%`)}</p>
      {problems.map((problem) => (
        <p class="small">{problem}</p>
      ))}
      <DrawnOnPage key={entity.id} picture={picture} width={ownershipWidth(owned)} />
      <p class="small soft">{say.legend}</p>
      <TakeBar id="ownership" title={picture.title} picture={() => picture} embed={null} />
      {holders.length > 0 && <StakeTable caption={say.above(holders.length)} stakes={holders} />}
      {holdings.length > 0 && <StakeTable caption={say.below(holdings.length)} stakes={holdings} />}
    </Card>
  );
}

/**
 * The drawing alone, in the colours of the page: title and caption stand beside it. On a narrow page it scrolls, with what
 * was asked about in its middle at first.
 */
function DrawnOnPage({ picture, width }: { readonly picture: Picture; readonly width: number }): JSX.Element {
  const { height, body } = picture.draw(width, STYLED);
  const scrolled = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = scrolled.current?.querySelector(".root");
    if (!scrolled.current || !root) return;
    const [around, box] = [scrolled.current.getBoundingClientRect(), root.getBoundingClientRect()];
    scrolled.current.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
  }, []);
  return (
    <div ref={scrolled} class="picture scroll" tabIndex={0} role="region" aria-label={say.ownership}>
      <svg
        class="ownership-picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={picture.description}
      >
        {body}
      </svg>
    </div>
  );
}

function Program({ entity }: { readonly entity: Entity }): ComponentChildren {
  if (!("backers" in entity)) return null;
  const { backers, participants } = entity;
  return (
    <>
      <Card title={say.backers}>
        <ul>
          {backers.map((one) => (
            <li key={one.id}>
              <EntityLink entity={one} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say.participants(participants.totalCount)}>
        <ul class="columns">
          {participants.nodes.map((one) => (
            <li key={one.id}>
              <EntityLink entity={one} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Decisions({
  entity: {
    decisions: { totalCount, nodes },
  },
}: {
  readonly entity: Entity;
}): JSX.Element {
  return (
    <Card title={say.decisions(totalCount)}>
      <ol class="plain">
        {nodes.map(({ text, citations }) => (
          <li>
            <Details>
              <summary>{text}</summary>
              <CitedWords citations={citations} />
            </Details>
          </li>
        ))}
      </ol>
    </Card>
  );
}
