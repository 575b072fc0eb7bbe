import type { AskUniversityQuery, ScopeFragment } from "../../api/documents.generated.js";
import { entityHref } from "../../looks/chain.js";
import { clockFields } from "../../looks/clock-fields.js";
import { dayText } from "../../looks/day.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { searchBox } from "../../looks/search-box.js";
import type { Choice } from "../../looks/search-choices.js";
import { type Clocks, clocksOf, withClocks } from "../../state/clocks.js";
import { hrefOf, idsOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { Stage } from "../view.js";
import { STORY } from "./story.js";

type University = NonNullable<AskUniversityQuery["university"]>;

/** What stands above an answer: the search, both clocks, and links to the days that matter to the university. */
export function controls(
  university: University | null,
  scope: ScopeFragment,
  place: Place,
  stage: Stage,
): Child[] {
  const clocks = clocksOf(place);
  return [
    searchBox({
      id: "find",
      label: texts.search.label,
      withFlags: true,
      choose: (choice) => stage.leaveTo(hrefOfChoice(choice, stage.now())),
    }),
    (university !== null || idsOf(place.values.university).length > 1) && compare(stage),
    clockFields({
      clocks,
      asked: scope,
      go: stage.go,
      shortcuts: university === null ? null : shortcuts(university, place, clocks),
    }),
  ];
}

/** Whom one may ask about. */
const PARTIES = ["COMPANY", "ORGANIZATION", "PUBLIC_BODY", "PROGRAM", "PERSON"] as const;

/** Adds a university to those that are asked about, and a party to those that alone are. */
function compare(stage: Stage): Markup {
  const more = (name: "university" | "target", id: string) => {
    const asked = idsOf(stage.now().values[name] ?? (name === "university" ? STORY.university : undefined));
    stage.go({ [name]: [...new Set([...asked, id])].join(","), open: null });
  };
  return h(
    "details",
    { class: "compare", id: "compare" },
    h("summary", {}, texts.several.compare),
    searchBox({
      id: "find-another",
      label: texts.several.university,
      kinds: ["UNIVERSITY"],
      choose: ({ id }) => more("university", id),
    }),
    searchBox({
      id: "find-party",
      label: texts.several.party,
      kinds: PARTIES,
      choose: ({ id }) => more("target", id),
    }),
  );
}

function hrefOfChoice(choice: Choice, place: Place): string {
  const isFlag = choice.kind === "PROBE" || choice.kind === "LISTING";
  const href = isFlag ? hrefOf("/", { flag: choice.id }) : entityHref(choice);
  return withClocks(href, place);
}

/** One click to today, and to the day of the letter or of the university's own decisions. */
function shortcuts(university: University, place: Place, { validAt }: Clocks): Markup {
  const days = university.decisions.nodes.flatMap(({ start, by }) =>
    start !== null && /^\d{4}-\d\d-\d\d$/.test(start) && by.id === university.id ? [start] : [],
  );
  const offered =
    university.id === STORY.university
      ? [{ day: STORY.letter, why: texts.clocks.letter }]
      : [...new Set(days)].slice(-2).map((day) => ({ day, why: texts.clocks.decided }));
  const link = (day: string | null, name: string) =>
    h(
      "a",
      {
        class: "chip",
        id: `day-${day ?? "today"}`,
        ...linkTo(place, { at: day }),
        "data-stay": true,
        "aria-current": validAt === day ? "true" : null,
      },
      name,
    );
  return h(
    "div",
    { class: "row shortcuts" },
    link(null, texts.clocks.today),
    offered.map(({ day, why }) => link(day, `${dayText(day)}, ${why}`)),
  );
}
