import { type Child, h, type Markup } from "../../looks/markup.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { Candidate, Screened } from "./screening.js";

const say = texts.screen;

/** Each name with its candidates, the reasons of their scores, their probes and listings, and the exposure beside. */
export function screenTable(screened: readonly Screened[], { values: { at, known } }: Place): Markup {
  const columns = [say.name, say.candidate, say.score, say.flags, say.exposure];
  return h(
    "table",
    { class: "folding screened" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map((name) => h("th", { scope: "col" }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      screened.map((one, index) => row(one, index, { at, known })),
    ),
  );
}

interface ClockValues {
  readonly at: string | undefined;
  readonly known: string | undefined;
}

function row({ name, candidates, exposure }: Screened, index: number, clocks: ClockValues): Markup {
  const [first, ...others] = candidates ?? [];
  const label = (text: string) => ({ "data-label": text });
  if (first === undefined) {
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      h("td", { colspan: 4, class: "soft" }, candidates === null ? texts.shell.loading : say.none),
    );
  }
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name),
    h(
      "td",
      label(say.candidate),
      candidateLink(first, clocks),
      others.length > 0 &&
        h(
          "details",
          { class: "small", id: `others-${index}` },
          h("summary", {}, say.more(others.length)),
          others.map((other) => h("div", {}, candidateLink(other, clocks), reasons(other))),
        ),
    ),
    h("td", label(say.score), reasons(first)),
    h("td", label(say.flags), say.flagsOf(first.entity.flags.totalCount)),
    h(
      "td",
      { ...label(say.exposure), class: exposure === null ? "soft" : "" },
      exposure ?? texts.shell.loading,
    ),
  );
}

function candidateLink({ entity, matchedName }: Candidate, { at, known }: ClockValues): Child {
  const href =
    entity.kind === "UNIVERSITY"
      ? hrefOf("/", { university: entity.id, at, known })
      : hrefOf("/company", { id: entity.id, at, known });
  return h(
    "p",
    {},
    h("a", { href }, entity.name),
    h("span", { class: "small soft" }, ` ${texts.kinds[entity.kind]}`),
    matchedName !== entity.name && h("span", { class: "small soft" }, ` ${say.matched(matchedName)}`),
  );
}

/** The score, and what it is made of. */
function reasons({ score, features }: Candidate): Markup {
  return h(
    "details",
    { class: "small" },
    h("summary", {}, say.scored(score.toFixed(2))),
    h(
      "ul",
      { class: "plain" },
      features.map(({ id, value }) => h("li", {}, `${Math.round(value * 100)} % `, say.feature[id] ?? id)),
    ),
  );
}
