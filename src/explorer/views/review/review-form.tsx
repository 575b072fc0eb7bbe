import type { ComponentChildren, JSX } from "preact";
import type { ReviewCounterpartyQuery } from "../../api/documents.generated.js";
import { ClaimText } from "../../components/claim.js";
import { countryName } from "../../components/country-name.js";
import { dayText } from "../../components/day.js";
import { Details } from "../../components/details.js";
import { Facts } from "../../components/facts.js";
import { KnownNote } from "../../components/known-note.js";
import { Link } from "../../components/link.js";
import { PlainTable } from "../../components/plain-table.js";
import { StrongestSource } from "../../components/sources.js";
import { toldPath } from "../../components/told-path.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { review as reviewTexts } from "../../texts/review.js";

type Review = NonNullable<ReviewCounterpartyQuery["elevatedRiskReview"]>;
type Criterion = Review["criteria"][number];

const say = reviewTexts;

/** The form: who and what was asked, policies and decisions on the first page; what is on record and the reviewer's lines on the second. */
export function ReviewForm({
  review,
  place,
}: {
  readonly review: Review;
  readonly place: Place;
}): JSX.Element {
  const { university, counterparty, scope, policies, decisions, criteria } = review;
  return (
    <article class="stack review">
      <section class="sheet stack">
        <header class="lead">
          <p class="eyebrow">{say.title}</p>
          <h1 tabIndex={-1}>{say.of(counterparty.name, university.name)}</h1>
          <p class="row screen-only">
            <button type="button" onClick={() => print()}>
              {say.print}
            </button>
            <Link
              class="button quiet"
              href={hrefOf("/", {
                university: university.id,
                target: counterparty.id,
                at: place.values.at,
                known: place.values.known,
              })}
            >
              {say.exposure}
            </Link>
          </p>
        </header>
        <Facts
          values={{
            [say.university]: university.name,
            [say.counterparty]: [counterparty.name, counterparty.country && countryName(counterparty.country)]
              .filter(Boolean)
              .join(", "),
            [say.countries]: countries(review.countries),
            [say.asked]: texts.scope.asked(dayText(scope.validAt), dayText(scope.knownAt)),
            [say.version]: scope.graphVersion,
          }}
        />
        <div class="print-only">
          <KnownNote knownAt={scope.knownAt} />
        </div>
        <Part title={say.summary}>
          <p class="prose">{review.summary}</p>
        </Part>
        <Part title={say.policies}>
          {policies.length === 0 ? <p>{say.noPolicies}</p> : <PolicyTable policies={policies} />}
        </Part>
        <Part title={say.decisions}>
          {decisions.length === 0 ? (
            <p>{say.noDecisions}</p>
          ) : (
            <ol class="plain stack tight">
              {[...decisions].sort(coveredFirst).map((of) => (
                <Decision key={of.decision.id} of={of} />
              ))}
            </ol>
          )}
        </Part>
      </section>
      <section class="sheet stack">
        <Part title={say.criteria}>
          {criteria.length === 0 ? (
            <>
              <p>{say.noCriteria}</p>
              <p class="screen-only">
                <Link
                  href={hrefOf("/company", {
                    id: counterparty.id,
                    at: place.values.at,
                    known: place.values.known,
                  })}
                >
                  {say.counterpartyPage}
                </Link>
              </p>
            </>
          ) : (
            <div class="criteria">
              {criteria.map((criterion) => (
                <Criterion key={criterion.criterion} criterion={criterion} />
              ))}
            </div>
          )}
        </Part>
        <Reviewer />
      </section>
    </article>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function countries(codes: readonly string[]): string {
  return codes.length === 0 ? say.noCountries : codes.map(countryName).join(", ");
}

function PolicyTable({ policies }: { readonly policies: Review["policies"] }): JSX.Element {
  return (
    <PlainTable
      columns={[say.policy, say.applies, say.why]}
      rows={policies.map(({ policy, applies, explanation, because }) => [
        [
          policy.name,
          policy.citations[0] !== undefined && (
            <p class="small">
              <StrongestSource citations={policy.citations} />
            </p>
          ),
        ],
        <strong>{texts.verdict[applies]}</strong>,
        {
          class: "small",
          show: [
            explanation,
            because.length > 0 && (
              <ul>
                {because.map((chain) => (
                  <li>{toldPath(chain)}</li>
                ))}
              </ul>
            ),
          ],
        },
      ])}
    />
  );
}

const COVERED = ["YES", "UNDETERMINED", "NO"];

function coveredFirst(a: Review["decisions"][number], b: Review["decisions"][number]): number {
  return COVERED.indexOf(a.covers) - COVERED.indexOf(b.covers);
}

function Decision({
  of: {
    decision: { text, responses, citations },
    covers,
    explanation,
  },
}: {
  readonly of: Review["decisions"][number];
}): JSX.Element {
  return (
    <li>
      <p>
        {text} <span class="tag">{texts.open.covers[covers]}</span>
      </p>
      {covers !== "NO" && (
        <>
          <p class="small">
            {explanation} {responses.map((response) => response.text).join(" ")}
          </p>
          {citations[0] !== undefined && (
            <p class="small soft">
              <StrongestSource citations={citations} />
            </p>
          )}
        </>
      )}
    </li>
  );
}

function Criterion({
  criterion: { criterion: topic, explanation, flags, claims },
}: {
  readonly criterion: Criterion;
}): JSX.Element {
  const items = flags.length + claims.length;
  return (
    <section class="criterion">
      <h3>
        {say.topics[topic]}{" "}
        <span class={`tag ${items > 0 ? "state-open" : ""}`}>
          {items === 0 ? say.nothing : say.onRecord(items)}
        </span>
      </h3>
      <p class="small">{explanation}</p>
      {flags.length > 0 && (
        <Details class="small screen-only">
          <summary>{say.flags}</summary>
          <ul>
            {flags.map(({ id, title }) => (
              <li key={id}>
                <Link href={hrefOf("/", { flag: id })}>{title}</Link>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {claims.length > 0 && (
        <Details class="small screen-only">
          <summary>{say.claims}</summary>
          {claims.map((claim) => (
            <ClaimText key={claim.id} claim={claim} />
          ))}
        </Details>
      )}
    </section>
  );
}

/** Lines to write on, on paper. */
function Reviewer(): JSX.Element {
  return (
    <section class="card reviewer">
      <h2>{say.reviewer}</h2>
      <p class="blank tall">
        <span>{say.conclusion}</span>
      </p>
      <p class="blank">
        <span>{say.reviewed}</span>
      </p>
      <p class="blank">
        <span>{say.day}</span>
      </p>
    </section>
  );
}
