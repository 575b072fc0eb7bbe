import type { ReviewCounterpartyQuery } from "../../api/documents.generated.js";
import { claimText } from "../../looks/claim.js";
import { countryName } from "../../looks/country-name.js";
import { dayText } from "../../looks/day.js";
import { facts } from "../../looks/facts.js";
import { knownNote } from "../../looks/known-note.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { plainTable } from "../../looks/plain-table.js";
import { sourceLink } from "../../looks/sources.js";
import { toldPath } from "../../looks/told-path.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Review = NonNullable<ReviewCounterpartyQuery["elevatedRiskReview"]>;
type Criterion = Review["criteria"][number];

const say = texts.review;

/** The form: who and what was asked, policies and decisions on the first page; what is on record and the reviewer's lines on the second. */
export function reviewForm(review: Review, place: Place): Markup {
  const { university, counterparty, scope, policies, decisions, criteria } = review;
  return h(
    "article",
    { class: "stack review" },
    h(
      "section",
      { class: "sheet stack" },
      h(
        "header",
        { class: "lead" },
        h("p", { class: "eyebrow" }, say.title),
        h("h1", { tabindex: "-1" }, say.of(counterparty.name, university.name)),
        h(
          "p",
          { class: "row screen-only" },
          h("button", { type: "button", onclick: () => print() }, say.print),
          h(
            "a",
            {
              class: "button quiet",
              href: hrefOf("/", {
                university: university.id,
                target: counterparty.id,
                at: place.values.at,
                known: place.values.known,
              }),
            },
            say.exposure,
          ),
        ),
      ),
      facts({
        [say.university]: university.name,
        [say.counterparty]: [counterparty.name, counterparty.country && countryName(counterparty.country)]
          .filter(Boolean)
          .join(", "),
        [say.countries]: countries(review.countries),
        [say.asked]: texts.scope.asked(dayText(scope.validAt), dayText(scope.knownAt)),
        [say.version]: scope.graphVersion,
      }),
      h("div", { class: "print-only" }, knownNote(scope.knownAt)),
      part(say.summary, h("p", { class: "prose" }, review.summary)),
      part(say.policies, policies.length === 0 ? h("p", {}, say.noPolicies) : policyTable(policies)),
      part(
        say.decisions,
        decisions.length === 0
          ? h("p", {}, say.noDecisions)
          : h("ol", { class: "plain stack tight" }, [...decisions].sort(coveredFirst).map(decision)),
      ),
    ),
    h(
      "section",
      { class: "sheet stack" },
      part(
        say.criteria,
        criteria.length === 0
          ? [
              h("p", {}, say.noCriteria),
              h(
                "p",
                { class: "screen-only" },
                h(
                  "a",
                  {
                    href: hrefOf("/company", {
                      id: counterparty.id,
                      at: place.values.at,
                      known: place.values.known,
                    }),
                  },
                  say.counterpartyPage,
                ),
              ),
            ]
          : h("div", { class: "criteria" }, criteria.map(criterion)),
      ),
      reviewer(),
    ),
  );
}

function part(title: string, ...children: readonly Child[]): Markup {
  return h("section", { class: "card" }, h("h2", {}, title), ...children);
}

function countries(codes: readonly string[]): string {
  return codes.length === 0 ? say.noCountries : codes.map(countryName).join(", ");
}

function policyTable(policies: Review["policies"]): Markup {
  return plainTable({
    columns: [say.policy, say.applies, say.why],
    rows: policies.map(({ policy, applies, explanation, because }) => [
      [
        policy.name,
        policy.citations[0] !== undefined && h("p", { class: "small" }, sourceLink(policy.citations[0])),
      ],
      h("strong", {}, texts.verdict[applies]),
      {
        class: "small",
        show: [
          explanation,
          because.length > 0 &&
            h(
              "ul",
              {},
              because.map((chain) => h("li", {}, toldPath(chain))),
            ),
        ],
      },
    ]),
  });
}

const COVERED = ["YES", "UNDETERMINED", "NO"];

function coveredFirst(a: Review["decisions"][number], b: Review["decisions"][number]): number {
  return COVERED.indexOf(a.covers) - COVERED.indexOf(b.covers);
}

function decision({
  decision: { text, responses, citations },
  covers,
  explanation,
}: Review["decisions"][number]): Markup {
  return h(
    "li",
    {},
    h("p", {}, text, " ", h("span", { class: "tag" }, texts.open.covers[covers])),
    covers !== "NO" && [
      h("p", { class: "small" }, explanation, " ", responses.map((response) => response.text).join(" ")),
      citations[0] !== undefined && h("p", { class: "small soft" }, sourceLink(citations[0])),
    ],
  );
}

function criterion({ criterion: topic, explanation, flags, claims }: Criterion): Markup {
  const items = flags.length + claims.length;
  return h(
    "section",
    { class: "criterion" },
    h(
      "h3",
      {},
      say.topics[topic],
      " ",
      h(
        "span",
        { class: `tag ${items > 0 ? "state-open" : ""}` },
        items === 0 ? say.nothing : say.onRecord(items),
      ),
    ),
    h("p", { class: "small" }, explanation),
    flags.length > 0 &&
      h(
        "details",
        { class: "small screen-only" },
        h("summary", {}, say.flags),
        h(
          "ul",
          {},
          flags.map(({ id, title }) => h("li", {}, h("a", { href: hrefOf("/", { flag: id }) }, title))),
        ),
      ),
    claims.length > 0 &&
      h(
        "details",
        { class: "small screen-only" },
        h("summary", {}, say.claims),
        claims.map((claim) => claimText(claim)),
      ),
  );
}

/** Lines to write on, on paper. */
function reviewer(): Markup {
  return h(
    "section",
    { class: "card reviewer" },
    h("h2", {}, say.reviewer),
    h("p", { class: "blank tall" }, h("span", {}, say.conclusion)),
    h("p", { class: "blank" }, h("span", {}, say.reviewed)),
    h("p", { class: "blank" }, h("span", {}, say.day)),
  );
}
