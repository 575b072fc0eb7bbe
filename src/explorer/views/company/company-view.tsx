import type { JSX } from "preact";
import { ask } from "../../api/ask.js";
import {
  companyDealingsQuestion,
  companyExposedQuestion,
  companyFlagsQuestion,
  companyOwnershipQuestion,
  type FlaggedCompaniesQuery,
  flaggedCompaniesQuestion,
} from "../../api/documents.generated.js";
import { givePageColours } from "../../charts/page-colours.js";
import { Card } from "../../components/card.js";
import { CiteBar } from "../../components/cite-bar.js";
import { ClockFields } from "../../components/clock-fields.js";
import { countryName } from "../../components/country-name.js";
import { Link } from "../../components/link.js";
import { SearchBox } from "../../components/search-box.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import { hrefOf, type Place } from "../../state/place.js";
import { company as companyTexts } from "../../texts/company.js";
import { texts } from "../../texts/english.js";
import type { OpenView, Stage } from "../view.js";
import type { CompanyAnswer } from "./company-answer.js";
import { CompanyPage } from "./company-page.js";
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
        stage.draw(
          <>
            <Controls place={place} stage={stage} asked={null} />
            <NoCompany flagged={companies?.nodes ?? []} place={place} />
          </>,
        );
        return;
      }
      const answer = await answerTo(id, place, stage.signal);
      if (stage.signal.aborted) return;
      const { entity, ownership } = answer.owned;
      if (entity === null || ownership === null) throw badEntity(id);
      stage.title(entity.name);
      const cite = (
        <CiteBar title={entity.name} scope={ownership.scope} place={place} citation={null} embed={null} />
      );
      givePageColours();
      stage.draw(
        <>
          <Controls place={place} stage={stage} asked={ownership.scope} />
          <CompanyPage {...answer} entity={entity} ownership={ownership} place={place} cite={cite} />
        </>,
      );
    },
  };
}

async function answerTo(id: string, place: Place, signal: AbortSignal): Promise<CompanyAnswer> {
  const clocks = clocksOf(place);
  const asked = Math.trunc(Number(place.values.exposed)) || FIRST_EXPOSED;
  const first = Math.min(Math.max(asked, 1), MOST_EXPOSED);
  const university = place.values.dealings;
  const noUniversity = new BadPlace(texts.trouble.noUniversity(university ?? ""), { dealings: null });
  const [owned, flags, exposed, dealings] = await Promise.all([
    ask(companyOwnershipQuestion, { id, ...clocks }, signal),
    ask(companyFlagsQuestion, { id, ...clocks }, signal),
    ask(companyExposedQuestion, { id, ...clocks, first }, signal),
    university === undefined
      ? null
      : explained(ask(companyDealingsQuestion, { id, university, ...clocks }, signal), {
          NOT_FOUND: noUniversity,
          WRONG_KIND: noUniversity,
        }),
  ]);
  if (flags.entity === null || exposed.exposedUniversities === null) throw badEntity(id);
  if (dealings !== null && dealings.exposure === null) throw noUniversity;
  return {
    owned,
    flags: flags.entity,
    exposed: exposed.exposedUniversities,
    dealings: dealings?.exposure?.transactions ?? null,
  };
}

function badEntity(id: string): BadPlace {
  return new BadPlace(texts.trouble.noEntity(id), { id: null });
}

function Controls({
  place,
  stage,
  asked,
}: {
  readonly place: Place;
  readonly stage: Stage;
  readonly asked: { readonly validAt: string; readonly knownAt: string } | null;
}): JSX.Element {
  return (
    <div class="controls screen-only">
      <SearchBox
        id="find"
        label={companyTexts.find}
        choose={({ id }) => {
          const { at, known } = stage.now().values;
          stage.leaveTo(hrefOf("/company", { id, at, known }));
        }}
      />
      {asked !== null && <ClockFields clocks={clocksOf(place)} asked={asked} go={stage.go} />}
    </div>
  );
}

type Flagged = NonNullable<FlaggedCompaniesQuery["companies"]>["nodes"];

/** What one may begin with: those with most probes and listings. */
function NoCompany({
  flagged,
  place: {
    values: { at, known },
  },
}: {
  readonly flagged: Flagged;
  readonly place: Place;
}): JSX.Element {
  const most = flagged.toSorted(
    (a, b) => b.flags.totalCount - a.flags.totalCount || a.name.localeCompare(b.name, "en"),
  );
  const item = ({ id, name, country, flags }: Flagged[number]) => (
    <li>
      <Link href={hrefOf("/company", { id, at, known })}>{name}</Link>
      <span class="soft">
        {[
          country === null ? "" : `, ${countryName(country)}`,
          ": ",
          companyTexts.flagsOf(flags.totalCount),
        ].join("")}
      </span>
    </li>
  );
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{companyTexts.title}</h1>
      <p>{companyTexts.none}</p>
      <Card title={companyTexts.flaggedCompanies(Math.min(most.length, BEGINNINGS), most.length)}>
        <ul class="columns">{most.slice(0, BEGINNINGS).map(item)}</ul>
      </Card>
    </div>
  );
}
