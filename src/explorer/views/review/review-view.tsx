import type { JSX } from "preact";
import { ask } from "../../api/ask.js";
import {
  partyNamesQuestion,
  type ReviewCounterpartyQuery,
  type ReviewingUniversitiesQuery,
  reviewCounterpartyQuestion,
  reviewingUniversitiesQuestion,
} from "../../api/documents.generated.js";
import { Card } from "../../components/card.js";
import { CiteBar } from "../../components/cite-bar.js";
import { ClockFields } from "../../components/clock-fields.js";
import { Link } from "../../components/link.js";
import { SearchBox } from "../../components/search-box.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import { explained } from "../../state/explained.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { review as reviewTexts } from "../../texts/review.js";
import type { OpenView, Stage } from "../view.js";
import { ReviewForm } from "./review-form.js";
import "./review.css";

type Review = NonNullable<ReviewCounterpartyQuery["elevatedRiskReview"]>;

const EXAMPLE = { university: "university:mit", counterparty: "company:hisilicon" };

const say = reviewTexts;

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
        stage.draw(
          <>
            <Controls place={place} stage={stage} names={names} asked={null} />
            <Beginning universities={universities?.nodes ?? []} place={place} />
          </>,
        );
        return;
      }
      const review = await reviewOf(university, counterparty, place, stage.signal);
      if (stage.signal.aborted) return;
      const names = [review.university.name, review.counterparty.name];
      const title = say.of(review.counterparty.name, review.university.name);
      stage.title(title);
      stage.draw(
        <>
          <Controls place={place} stage={stage} names={names} asked={review.scope} />
          <div class="stack">
            <ReviewForm review={review} place={place} />
            <Cite review={review} place={place} />
          </div>
        </>,
      );
    },
  };
}

function Cite({
  review: { summary, scope },
  place,
}: {
  readonly review: Review;
  readonly place: Place;
}): JSX.Element {
  return (
    <div class="card screen-only">
      <CiteBar title={summary} scope={scope} place={place} citation={null} embed={null} />
    </div>
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

function Controls({
  place,
  stage,
  names: [university, counterparty],
  asked,
}: {
  readonly place: Place;
  readonly stage: Stage;
  readonly names: readonly (string | null | undefined)[];
  readonly asked: { readonly validAt: string; readonly knownAt: string } | null;
}): JSX.Element {
  return (
    <div class="controls three screen-only">
      <SearchBox
        id="find-university"
        label={say.university}
        hint={say.findUniversity}
        kinds={["UNIVERSITY"]}
        value={university ?? ""}
        choose={({ id }) => stage.go({ university: id })}
      />
      <SearchBox
        id="find-counterparty"
        label={say.counterparty}
        hint={say.findCounterparty}
        value={counterparty ?? ""}
        choose={({ id }) => stage.go({ counterparty: id })}
      />
      {asked !== null && <ClockFields clocks={clocksOf(place)} asked={asked} go={stage.go} />}
    </div>
  );
}

type Reviewing = NonNullable<ReviewingUniversitiesQuery["universities"]>["nodes"];

/** What one may begin with: the universities that have policies of their own. */
function Beginning({
  universities,
  place,
}: {
  readonly universities: Reviewing;
  readonly place: Place;
}): JSX.Element {
  const reviewing = universities.filter(({ reviewPolicies }) => reviewPolicies.length > 0);
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{say.title}</h1>
      <p class="prose">{say.lead}</p>
      <p class="row">
        {say.example}
        <Link class="chip" href={hrefOf("/review", EXAMPLE)}>
          {say.exampleName}
        </Link>
      </p>
      {reviewing.length > 0 && (
        <Card title={say.reviewing(reviewing.length)}>
          <ul class="columns">
            {reviewing.map(({ id, name, reviewPolicies }) => (
              <li key={id}>
                <Link {...linkTo(place, { university: id })}>{name}</Link>
                <span class="soft">{`: ${reviewPolicies.map((policy) => policy.name).join("; ")}`}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
