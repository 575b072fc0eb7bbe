import { ask } from "../../api/ask.js";
import {
  companyExposedQuestion,
  companyFlagsQuestion,
  companyOwnershipQuestion,
  type FlaggedCompaniesQuery,
  flaggedCompaniesQuestion,
} from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { citeBar } from "../../looks/cite-bar.js";
import { clockFields } from "../../looks/clock-fields.js";
import { countryName } from "../../looks/country-name.js";
import { h, type Markup } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { searchBox } from "../../looks/search-box.js";
import { givePageColours } from "../../pictures/page-colours.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { OpenView, Stage } from "../view.js";
import type { CompanyAnswer } from "./company-answer.js";
import { companyPage } from "./company-page.js";
import "./company.css";

const FIRST_EXPOSED = 25;
const MOST_EXPOSED = 200;

/** As many as a reader may look over on a page that offers where to begin. */
const BEGINNINGS = 48;

/** One company, program or other party: who owns it, what it owns, its probes and listings, who is exposed to it. */
export function open(): OpenView {
  return {
    async show(place, stage) {
      const { id } = place.values;
      if (id === undefined) {
        stage.title(texts.views.company);
        const { companies } = await ask(flaggedCompaniesQuestion, {}, stage.signal);
        if (stage.signal.aborted) return;
        mount(stage.host, controls(place, stage, null), nobody(companies?.nodes ?? [], place));
        return;
      }
      const answer = await answerTo(id, place, stage.signal);
      if (stage.signal.aborted) return;
      const { entity, ownership } = answer.owned;
      if (entity === null || ownership === null) throw badEntity(id);
      stage.title(entity.name);
      const cite = citeBar({
        title: entity.name,
        scope: ownership.scope,
        place,
        citation: null,
        embed: null,
      });
      mount(
        stage.host,
        controls(place, stage, ownership.scope),
        companyPage({ ...answer, entity, ownership, place, cite }),
      );
      givePageColours();
      showRoot(stage.host);
    },
  };
}

/** On a narrow page the picture scrolls: what was asked about stands in its middle. */
function showRoot(host: HTMLElement): void {
  const picture = host.querySelector(".picture");
  const root = picture?.querySelector(".root");
  if (!picture || !root) return;
  const [around, box] = [picture.getBoundingClientRect(), root.getBoundingClientRect()];
  picture.scrollLeft += box.left + box.width / 2 - around.left - around.width / 2;
}

async function answerTo(id: string, place: Place, signal: AbortSignal): Promise<CompanyAnswer> {
  const clocks = clocksOf(place);
  const asked = Math.trunc(Number(place.values.exposed)) || FIRST_EXPOSED;
  const first = Math.min(Math.max(asked, 1), MOST_EXPOSED);
  const [owned, flags, exposed] = await Promise.all([
    ask(companyOwnershipQuestion, { id, ...clocks }, signal),
    ask(companyFlagsQuestion, { id, ...clocks }, signal),
    ask(companyExposedQuestion, { id, ...clocks, first }, signal),
  ]);
  if (flags.entity === null || exposed.exposedUniversities === null) throw badEntity(id);
  return { owned, flags: flags.entity, exposed: exposed.exposedUniversities };
}

function badEntity(id: string): BadPlace {
  return new BadPlace(texts.trouble.noEntity(id), { id: null });
}

function controls(
  place: Place,
  stage: Stage,
  asked: { readonly validAt: string; readonly knownAt: string } | null,
): Markup {
  return h(
    "div",
    { class: "controls screen-only" },
    searchBox({
      id: "find",
      label: texts.company.find,
      choose: ({ id }) => {
        const { at, known } = stage.now().values;
        stage.leaveTo(hrefOf("/company", { id, at, known }));
      },
    }),
    asked !== null && clockFields({ clocks: clocksOf(place), asked, go: stage.go }),
  );
}

type Flagged = NonNullable<FlaggedCompaniesQuery["companies"]>["nodes"];

/** What one may begin with: those with most probes and listings. */
function nobody(flagged: Flagged, { values: { at, known } }: Place): Markup {
  const most = flagged.toSorted(
    (a, b) => b.flags.totalCount - a.flags.totalCount || a.name.localeCompare(b.name, "en"),
  );
  const item = ({ id, name, country, flags }: Flagged[number]) =>
    h(
      "li",
      {},
      h("a", { href: hrefOf("/company", { id, at, known }) }, name),
      h(
        "span",
        { class: "soft" },
        [
          country === null ? "" : `, ${countryName(country)}`,
          ": ",
          texts.company.flagsOf(flags.totalCount),
        ].join(""),
      ),
    );
  return h(
    "div",
    { class: "stack" },
    h("h1", { tabindex: "-1" }, texts.company.title),
    h("p", {}, texts.company.none),
    card(
      texts.company.flaggedCompanies(Math.min(most.length, BEGINNINGS), most.length),
      h("ul", { class: "columns" }, most.slice(0, BEGINNINGS).map(item)),
    ),
  );
}
