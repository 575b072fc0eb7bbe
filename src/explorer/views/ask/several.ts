import type {
  AskSeveralQuery,
  ComparedRowFragment,
  FlaggedPartyFragment,
} from "../../api/documents.generated.js";
import { card } from "../../looks/card.js";
import { entityLink } from "../../looks/chain.js";
import { flagBriefs } from "../../looks/flag-briefs.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { plainTable } from "../../looks/plain-table.js";
import { scopeNote } from "../../looks/scope-note.js";
import { sumList } from "../../looks/sum-list.js";
import { timingText } from "../../looks/timing-mark.js";
import { toldPath } from "../../looks/told-path.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Shared = NonNullable<AskSeveralQuery["sharedExposures"]>;

/** A university that is compared with others. */
export type Compared = Extract<NonNullable<AskSeveralQuery["nodes"][number]>, { readonly exposure: unknown }>;

export interface SeveralAnswer {
  readonly universities: readonly Compared[];
  /** The parties that the address names; empty: it names none. */
  readonly named: readonly FlaggedPartyFragment[];
  readonly shared: Shared;
  /** How to cite it. */
  readonly cite: Child;
}

const say = texts.several;

/** "What MIT and Stanford have to do with ZTE", "What MIT and Stanford have in common". */
export function severalTitle({ universities, named }: Pick<SeveralAnswer, "universities" | "named">): string {
  const who = texts.list(universities.map(({ shortName }) => shortName));
  return named.length === 0
    ? say.common(who)
    : say.toDo(who, texts.list(named.map(({ shortName }) => shortName)));
}

/**
 * Several universities: what each is exposed to in figures; then the parties that the address names, or else those that
 * at least two of them have findings on, each with the findings, the decisions about it, and what was said and answered.
 */
export function several(answer: SeveralAnswer, place: Place): Markup {
  const { universities, named, shared, cite } = answer;
  const { at, known } = place.values;
  return h(
    "div",
    { class: "stack answer" },
    h("header", { class: "lead" }, h("h1", { tabindex: "-1" }, severalTitle(answer))),
    h(
      "div",
      { class: "row chosen screen-only" },
      [...universities, ...named].map((one) => chosen(one, place)),
    ),
    card(
      say.each,
      plainTable({
        columns: [say.university, texts.ask.findings, texts.ask.money],
        rows: universities.map(({ id, name, exposure }) => [
          h("a", { href: hrefOf("/", { university: id, target: place.values.target, at, known }) }, name),
          say.findings(exposure?.findings.totalCount ?? 0, exposure?.groups.totalCount ?? 0),
          sumList(exposure?.totals ?? []) ?? texts.ask.noMoney,
        ]),
      }),
      h("p", { class: "small soft" }, say.neverAdd),
    ),
    partiesOf(answer).map((party) => partyCard(party, answer, place)),
    h(
      "section",
      { class: "card" },
      named.length === 0 && shared.shared.length === 0 && h("p", {}, say.none),
      scopeNote(shared.scope),
      cite,
    ),
  );
}

interface Party {
  readonly party: FlaggedPartyFragment;
  readonly findings: readonly ComparedRowFragment[];
}

function partiesOf({ universities, named, shared }: SeveralAnswer): readonly Party[] {
  if (named.length === 0) return shared.shared.map(({ target, findings }) => ({ party: target, findings }));
  const all = universities.flatMap(({ exposure }) => exposure?.findings.nodes ?? []);
  return named.map((party) => ({ party, findings: all.filter(({ target }) => target.id === party.id) }));
}

/** A party: which of the universities have findings on it, how, and which have none; what they decided; what was answered. */
function partyCard({ party, findings }: Party, { universities }: SeveralAnswer, place: Place): Markup {
  const replies = party.flags.nodes.flatMap(({ responses }) => responses).length;
  const decided = universities.flatMap(({ decisions }) =>
    decisions.nodes.filter(
      ({ by, counterparties }) =>
        universities.some(({ id }) => id === by.id) && counterparties.some(({ id }) => id === party.id),
    ),
  );
  return card(
    entityLink(party),
    h(
      "ul",
      { class: "plain stack tight" },
      universities.map((university) =>
        ofUniversity(
          university,
          findings.filter((finding) => finding.university.id === university.id),
          { party: party.id, place },
        ),
      ),
    ),
    decided.length > 0 && [
      h("h3", { class: "label" }, say.decided),
      h(
        "ul",
        {},
        decided.map(({ text, responses }) =>
          h("li", {}, [text, ...responses.map((reply) => reply.text)].join(" ")),
        ),
      ),
    ],
    flagBriefs(party.flags.nodes, say.flags(party.flags.totalCount, replies), `flags-${party.id}`),
  );
}

function ofUniversity(
  university: Compared,
  findings: readonly ComparedRowFragment[],
  { party, place }: { readonly party: string; readonly place: Place },
): Markup {
  const { at, known } = place.values;
  const name = h("strong", {}, university.name);
  if (findings.length === 0) {
    const why = hrefOf("/", { university: university.id, target: party, at, known });
    return h(
      "li",
      {},
      h(
        "p",
        {},
        name,
        ": ",
        say.findings(0, 0),
        ". ",
        h("a", { href: why, "aria-label": say.whyOf(university.name) }, say.why),
      ),
    );
  }
  return h(
    "li",
    {},
    findings.map(({ key, channel, timing, path, totals }) =>
      h(
        "div",
        { class: "compared" },
        h(
          "p",
          { class: "row" },
          h(
            "a",
            { href: hrefOf("/", { university: university.id, open: key, at, known }) },
            `${university.name}: ${texts.channels[channel]}`,
          ),
          timingText(timing),
        ),
        h("p", { class: "soft" }, toldPath(path)),
        sumList(totals),
      ),
    ),
  );
}

/** One of those that are compared, or asked about, and the way to leave it out. */
function chosen(one: Compared | FlaggedPartyFragment, place: Place): Markup {
  const without = (list: string | undefined) =>
    (list ?? "")
      .split(",")
      .filter((id) => id.trim() !== one.id)
      .join(",");
  const { university, target } = place.values;
  const link = linkTo(place, { university: without(university), target: without(target) });
  return h(
    "a",
    { class: "chip", ...link, "aria-label": say.leaveOut(one.shortName) },
    `${one.shortName} `,
    h("span", { "aria-hidden": "true" }, "×"),
  );
}
