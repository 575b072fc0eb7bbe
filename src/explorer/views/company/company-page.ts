import type { CompanyOwnershipQuery } from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { entityLink } from "../../looks/chain.js";
import { countryName } from "../../looks/country-name.js";
import { dayText } from "../../looks/day.js";
import { facts } from "../../looks/facts.js";
import { flagTimeline } from "../../looks/flag-timeline.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { rulesTable } from "../../looks/rules-table.js";
import { scopeNote } from "../../looks/scope-note.js";
import { hatching, percent } from "../../looks/share-bar.js";
import { citedWords, webAddress } from "../../looks/sources.js";
import { STYLED } from "../../pictures/palette.js";
import type { Picture } from "../../pictures/picture.js";
import { takeBar } from "../../pictures/take-bar.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { aroundHref } from "../explore/explore-href.js";
import type { CompanyAnswer } from "./company-answer.js";
import { exposedTable } from "./exposed-table.js";
import { ownershipPicture, ownershipWidth } from "./ownership-picture.js";
import { stakeTable } from "./stake-table.js";

type Entity = NonNullable<CompanyOwnershipQuery["entity"]>;
type Ownership = NonNullable<CompanyOwnershipQuery["ownership"]>;

interface PageOptions extends CompanyAnswer {
  readonly entity: Entity;
  readonly ownership: Ownership;
  readonly place: Place;
  readonly cite: Child;
}

const say = texts.company;

/** The page about a company, from what it is to who is exposed to it. */
export function companyPage({ entity, ownership, owned, flags, exposed, place, cite }: PageOptions): Markup {
  const rules = [owned.ofac, owned.eu, owned.uk, owned.bis].filter((rule) => rule !== null);
  const { validAt } = ownership.scope;
  return h(
    "div",
    { class: "stack" },
    hatching(),
    lead(entity, place),
    ownershipCard(entity, ownership),
    card(
      say.exposed(exposed.totalCount),
      exposed.nodes.length === 0 ? h("p", {}, say.exposedNone) : exposedTable(entity.id, exposed, place),
    ),
    card(
      say.flagged(flags.flagged.totalCount),
      flags.flagged.nodes.length === 0
        ? h("p", {}, say.flaggedNone)
        : flagTimeline(flags.flagged.nodes, validAt),
    ),
    flags.named.nodes.length > 0 &&
      card(say.named(flags.named.totalCount), flagTimeline(flags.named.nodes, validAt)),
    rules.length > 0 && card(say.rules, rulesTable(texts.open.rulesOf(entity.name, dayText(validAt)), rules)),
    program(entity),
    entity.decisions.nodes.length > 0 && decisions(entity),
    h("section", { class: "card" }, scopeNote(exposed.scope), cite),
  );
}

function lead(entity: Entity, place: Place): Markup {
  const { kind, region, country, name, summary, aliases, identifiers, founded, dissolved, website } = entity;
  return h(
    "header",
    { class: "lead" },
    h("p", { class: "eyebrow" }, [texts.kinds[kind], ...placesOf({ region, country })].join(", ")),
    h("h1", { tabindex: "-1" }, name),
    summary !== null && h("p", { class: "prose" }, summary),
    facts({
      [say.aliases]: aliases.length > 0 && names(aliases),
      [say.identifiers]: identifiers.length > 0 && numbers(identifiers),
      [say.founded]: founded !== null && texts.published(founded),
      [say.dissolved]: dissolved !== null && texts.published(dissolved),
      [say.website]: website !== null && webLink(website, website),
    }),
    h(
      "p",
      { class: "row screen-only" },
      kind === "UNIVERSITY" &&
        h("a", { class: "button", href: hrefOf("/", { university: entity.id }) }, say.askUniversity),
      h("a", { class: "button quiet", href: aroundHref(entity.id, place.values) }, say.onCanvas),
    ),
  );
}

/** Region and country in words; a place that is both stands once. */
function placesOf({ region, country }: Pick<Entity, "region" | "country">): readonly string[] {
  const name = country === null ? null : countryName(country);
  return [region, name === region ? null : name].filter((place) => place !== null);
}

const FEW = 5;

function names(aliases: readonly string[]): Child {
  const [few, rest] = [aliases.slice(0, FEW), aliases.slice(FEW)];
  return [
    few.join(", "),
    rest.length > 0 && h("details", {}, h("summary", {}, say.more(rest.length)), rest.join(", ")),
  ];
}

function numbers(identifiers: Entity["identifiers"]): Child {
  return h(
    "ul",
    { class: "plain" },
    identifiers.map(({ scheme, value, url }) => h("li", {}, scheme, " ", webLink(url, value))),
  );
}

function webLink(url: string | null, words: string): Child {
  const address = webAddress(url);
  if (address === null) return words;
  return h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, words);
}

function ownershipCard(entity: Entity, { holders, holdings, known, problems, scope }: Ownership): Markup {
  if (holders.length + holdings.length === 0) return card(say.ownership, h("p", {}, say.noOwnership));
  const owned = { company: entity, holders, holdings, scope };
  const picture = ownershipPicture(owned);
  return card(
    say.ownership,
    h("p", { class: "small" }, known === 0 ? say.attributedNone : say.attributed(`${percent(known)} %`)),
    problems.map((problem) => h("p", { class: "small" }, problem)),
    h(
      "div",
      { class: "picture scroll", tabindex: "0", role: "region", "aria-label": say.ownership },
      drawnOnPage(picture, ownershipWidth(owned)),
    ),
    h("p", { class: "small soft" }, say.legend),
    takeBar({ id: "ownership", title: picture.title, picture: () => picture, embed: null }),
    holders.length > 0 && stakeTable(say.above(holders.length), holders),
    holdings.length > 0 && stakeTable(say.below(holdings.length), holdings),
  );
}

/** The drawing alone, in the colours of the page: title and caption stand beside it. */
function drawnOnPage(picture: Picture, width: number): Markup {
  const { height, body } = picture.draw(width, STYLED);
  return h(
    "svg",
    {
      class: "ownership-picture",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": picture.description,
    },
    body,
  );
}

function program(entity: Entity): Child {
  if (!("backers" in entity)) return null;
  const { backers, participants } = entity;
  return [
    card(
      say.backers,
      h(
        "ul",
        {},
        backers.map((one) => h("li", {}, entityLink(one))),
      ),
    ),
    card(
      say.participants(participants.totalCount),
      h(
        "ul",
        { class: "columns" },
        participants.nodes.map((one) => h("li", {}, entityLink(one))),
      ),
    ),
  ];
}

function decisions({ decisions: { totalCount, nodes } }: Entity): Markup {
  return card(
    say.decisions(totalCount),
    h(
      "ol",
      { class: "plain" },
      nodes.map(({ text, citations }) =>
        h("li", {}, h("details", {}, h("summary", {}, text), citedWords(citations))),
      ),
    ),
  );
}
