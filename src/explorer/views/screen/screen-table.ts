import { type Child, h, type Markup } from "../../looks/markup.js";
import { plainTable, type TableCell } from "../../looks/plain-table.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { type Candidate, isNear, type Screened } from "./screening.js";

const say = texts.screen;

/** Each name with its candidates, the reasons of their scores, their probes and listings, and the exposure beside. */
export function screenTable(screened: readonly Screened[], { values: { at, known } }: Place): Markup {
  return plainTable({
    look: "folding screened",
    columns: [say.name, say.candidate, say.score, say.flags, say.exposure],
    rows: screened.map((one, index) => row(one, index, { at, known })),
  });
}

interface ClockValues {
  readonly at: string | undefined;
  readonly known: string | undefined;
}

function row(
  { name, candidates, exposure }: Screened,
  index: number,
  clocks: ClockValues,
): readonly TableCell[] {
  const [first, ...others] = candidates ?? [];
  if (first === undefined) {
    const show = candidates === null ? texts.shell.loading : say.none;
    return [name, { show, class: "soft", span: 4 }];
  }
  if (!isNear(first)) {
    const nearest = h(
      "details",
      { class: "small", id: `far-${index}` },
      h("summary", {}, say.far(candidates?.length ?? 0)),
      [first, ...others].map((one) => h("div", {}, candidateLink(one, clocks), reasons(one, index))),
    );
    return [name, { show: [say.none, nearest], class: "soft", span: 4 }];
  }
  return [
    name,
    [
      candidateLink(first, clocks),
      others.length > 0 &&
        h(
          "details",
          { class: "small", id: `others-${index}` },
          h("summary", {}, say.more(others.length)),
          others.map((other) => h("div", {}, candidateLink(other, clocks), reasons(other, index))),
        ),
    ],
    reasons(first, index),
    say.flagsOf(first.entity.flags.totalCount),
    { show: exposure ?? texts.shell.loading, class: exposure === null ? "soft" : undefined },
  ];
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
function reasons({ entity, score, features }: Candidate, row: number): Markup {
  return h(
    "details",
    { class: "small", id: `why-${row}-${entity.id}` },
    h("summary", {}, say.scored(score.toFixed(2))),
    h(
      "ul",
      { class: "plain" },
      features.map(({ id, value }) => h("li", {}, `${Math.round(value * 100)} % `, say.feature[id] ?? id)),
    ),
  );
}
