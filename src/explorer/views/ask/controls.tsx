import type { JSX } from "preact";
import type { AskUniversityQuery, ScopeFragment } from "../../api/documents.generated.js";
import { entityHref } from "../../components/chain.js";
import { ClockFields } from "../../components/clock-fields.js";
import { dayText } from "../../components/day.js";
import { Details } from "../../components/details.js";
import { Link } from "../../components/link.js";
import { SearchBox } from "../../components/search-box.js";
import type { Choice } from "../../components/search-choices.js";
import { type Clocks, clocksOf, withClocks } from "../../state/clocks.js";
import { hrefOf, idsOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { Stage } from "../view.js";
import { STORY } from "./story.js";

type University = NonNullable<AskUniversityQuery["university"]>;

/** What stands above an answer: the search, both clocks, and links to the days that matter to the university. */
export function Controls({
  university,
  scope,
  place,
  stage,
}: {
  readonly university: University | null;
  readonly scope?: ScopeFragment;
  readonly place: Place;
  readonly stage: Stage;
}): JSX.Element {
  const clocks = clocksOf(place);
  return (
    <>
      <SearchBox
        id="find"
        label={texts.search.label}
        withFlags
        choose={(choice) => stage.leaveTo(hrefOfChoice(choice, stage.now()))}
      />
      {(university !== null || idsOf(place.values.university).length > 1) && <Compare stage={stage} />}
      <ClockFields
        clocks={clocks}
        {...(scope && { asked: scope })}
        go={stage.go}
        shortcuts={
          university === null ? null : <Shortcuts university={university} place={place} clocks={clocks} />
        }
      />
    </>
  );
}

/** Whom one may ask about. */
const PARTIES = ["COMPANY", "ORGANIZATION", "PUBLIC_BODY", "PROGRAM", "PERSON"] as const;

/** Adds a university to those that are asked about, and a party to those that alone are. */
function Compare({ stage }: { readonly stage: Stage }): JSX.Element {
  const more = (name: "university" | "target", id: string) => {
    const asked = idsOf(stage.now().values[name] ?? (name === "university" ? STORY.university : undefined));
    stage.go({ [name]: [...new Set([...asked, id])].join(","), open: null });
  };
  return (
    <Details class="compare" id="compare">
      <summary>{texts.several.compare}</summary>
      <SearchBox
        id="find-another"
        label={texts.several.university}
        kinds={["UNIVERSITY"]}
        choose={({ id }) => more("university", id)}
      />
      <SearchBox
        id="find-party"
        label={texts.several.party}
        kinds={PARTIES}
        choose={({ id }) => more("target", id)}
      />
    </Details>
  );
}

function hrefOfChoice(choice: Choice, place: Place): string {
  const isFlag = choice.kind === "PROBE" || choice.kind === "LISTING";
  const href = isFlag ? hrefOf("/", { flag: choice.id }) : entityHref(choice);
  return withClocks(href, place);
}

/** One click to today, and to the day of the letter or of the university's own decisions. */
function Shortcuts({
  university,
  place,
  clocks: { validAt },
}: {
  readonly university: University;
  readonly place: Place;
  readonly clocks: Clocks;
}): JSX.Element {
  const days = university.decisions.nodes.flatMap(({ start, by }) =>
    start !== null && /^\d{4}-\d\d-\d\d$/.test(start) && by.id === university.id ? [start] : [],
  );
  const offered =
    university.id === STORY.university
      ? [{ day: STORY.letter, why: texts.clocks.letter }]
      : [...new Set(days)].slice(-2).map((day) => ({ day, why: texts.clocks.decided }));
  const link = (day: string | null, name: string) => (
    <Link
      class="chip"
      id={`day-${day ?? "today"}`}
      {...linkTo(place, { at: day })}
      data-stay
      aria-current={validAt === day ? "true" : undefined}
    >
      {name}
    </Link>
  );
  return (
    <div class="row shortcuts">
      {link(null, texts.clocks.today)}
      {offered.map(({ day, why }) => link(day, `${dayText(day)}, ${why}`))}
    </div>
  );
}
