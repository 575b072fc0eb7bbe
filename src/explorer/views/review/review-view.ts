import { ask } from "../../api/ask.js";
import {
  partyNamesQuestion,
  type ReviewCounterpartyQuery,
  type ReviewingUniversitiesQuery,
  reviewCounterpartyQuestion,
  reviewingUniversitiesQuestion,
} from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { citeBar } from "../../looks/cite-bar.js";
import { clockFields } from "../../looks/clock-fields.js";
import { h, type Markup } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { searchBox } from "../../looks/search-box.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { OpenView, Stage } from "../view.js";
import { reviewForm } from "./review-form.js";
import "./review.css";

type Review = NonNullable<ReviewCounterpartyQuery["elevatedRiskReview"]>;

const EXAMPLE = { university: "university:mit", counterparty: "company:hisilicon" };

const say = texts.review;

/** What a university's own review policies ask about a counterparty, as a form that prints on two pages. */
export function open(): OpenView {
  return {
    async show(place, stage) {
      const { university, counterparty } = place.values;
      stage.title(say.title);
      if (university === undefined || counterparty === undefined) {
        const [names, { universities }] = await Promise.all([
          namesOf([university, counterparty], stage.signal),
          ask(reviewingUniversitiesQuestion, {}, stage.signal),
        ]);
        const begin = beginning(universities?.nodes ?? [], place);
        if (!stage.signal.aborted) mount(stage.host, controls(place, stage, names, null), begin);
        return;
      }
      const review = await reviewOf(university, counterparty, place, stage.signal);
      if (stage.signal.aborted) return;
      const names = [review.university.name, review.counterparty.name];
      const title = say.of(review.counterparty.name, review.university.name);
      stage.title(title);
      mount(
        stage.host,
        controls(place, stage, names, review.scope),
        h("div", { class: "stack" }, reviewForm(review, place), cite(review, place)),
      );
    },
  };
}

function cite({ summary, scope }: Review, place: Place): Markup {
  return h(
    "div",
    { class: "card screen-only" },
    citeBar({ title: summary, scope, place, citation: null, embed: null }),
  );
}

async function reviewOf(university: string, counterparty: string, place: Place, signal: AbortSignal) {
  const asked = ask(reviewCounterpartyQuestion, { university, counterparty, ...clocksOf(place) }, signal);
  const noUniversity = new BadPlace(texts.trouble.noUniversity(university), { university: null });
  const { elevatedRiskReview } = await explained(asked, { WRONG_KIND: noUniversity });
  if (elevatedRiskReview !== null) return elevatedRiskReview;
  const [found] = await namesOf([university], signal);
  throw found === null
    ? noUniversity
    : new BadPlace(texts.trouble.noEntity(counterparty), { counterparty: null });
}

/** The names of entities by id, in order; null where there is no id or nothing has it. */
async function namesOf(
  ids: readonly (string | undefined)[],
  signal: AbortSignal,
): Promise<readonly (string | null)[]> {
  const given = ids.filter((id) => id !== undefined);
  if (given.length === 0) return ids.map(() => null);
  const { nodes } = await ask(partyNamesQuestion, { ids: given }, signal);
  const byId = new Map(
    nodes.flatMap((node) => (node !== null && "name" in node ? [[node.id, node.name]] : [])),
  );
  return ids.map((id) => (id === undefined ? null : (byId.get(id) ?? null)));
}

function controls(
  place: Place,
  stage: Stage,
  [university, counterparty]: readonly (string | null | undefined)[],
  asked: { readonly validAt: string; readonly knownAt: string } | null,
): Markup {
  return h(
    "div",
    { class: "controls three screen-only" },
    searchBox({
      id: "find-university",
      label: say.university,
      hint: say.findUniversity,
      kinds: ["UNIVERSITY"],
      value: university ?? "",
      choose: ({ id }) => stage.go({ university: id }),
    }),
    searchBox({
      id: "find-counterparty",
      label: say.counterparty,
      hint: say.findCounterparty,
      value: counterparty ?? "",
      choose: ({ id }) => stage.go({ counterparty: id }),
    }),
    asked !== null && clockFields({ clocks: clocksOf(place), asked, go: stage.go }),
  );
}

type Reviewing = NonNullable<ReviewingUniversitiesQuery["universities"]>["nodes"];

/** What one may begin with: the universities that have policies of their own. */
function beginning(universities: Reviewing, place: Place): Markup {
  const reviewing = universities.filter(({ reviewPolicies }) => reviewPolicies.length > 0);
  return h(
    "div",
    { class: "stack" },
    h("h1", { tabindex: "-1" }, say.title),
    h("p", { class: "prose" }, say.lead),
    h(
      "p",
      { class: "row" },
      say.example,
      h("a", { class: "chip", href: hrefOf("/review", EXAMPLE) }, say.exampleName),
    ),
    reviewing.length > 0 &&
      card(
        say.reviewing(reviewing.length),
        h(
          "ul",
          { class: "columns" },
          reviewing.map(({ id, name, reviewPolicies }) =>
            h(
              "li",
              {},
              h("a", linkTo(place, { university: id }), name),
              h("span", { class: "soft" }, `: ${reviewPolicies.map((policy) => policy.name).join("; ")}`),
            ),
          ),
        ),
      ),
  );
}
