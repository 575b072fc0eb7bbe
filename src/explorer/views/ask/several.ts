import type { AskSeveralQuery } from "../../api/documents.generated.js";
import { entityLink } from "../../looks/chain.js";
import { h, type Markup } from "../../looks/markup.js";
import { scopeNote } from "../../looks/scope-note.js";
import { sumList } from "../../looks/sum-list.js";
import { timingText } from "../../looks/timing-mark.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Shared = NonNullable<AskSeveralQuery["sharedExposures"]>;

/** A university that is compared with others. */
export type Compared = Extract<NonNullable<AskSeveralQuery["nodes"][number]>, { readonly exposure: unknown }>;

const say = texts.several;

/** Several universities: what each is exposed to in figures, and the targets that at least two of them share. */
export function several(universities: readonly Compared[], { shared, scope }: Shared, place: Place): Markup {
  const { at, known } = place.values;
  return h(
    "div",
    { class: "stack answer" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, universities.map(({ name }) => name).join(", ")),
      h("h1", { tabindex: "-1" }, say.title(shared.length, universities.length)),
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, say.each),
      table(
        [say.university, texts.ask.findings, texts.ask.money],
        universities.map(({ id, name, exposure }) => [
          h("a", { href: hrefOf("/", { university: id, at, known }) }, name),
          say.findings(exposure?.findings.totalCount ?? 0, exposure?.groups.totalCount ?? 0),
          sumList(exposure?.totals ?? []) ?? texts.ask.noMoney,
        ]),
      ),
      h("p", { class: "small soft" }, say.neverAdd),
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, say.shared),
      shared.length === 0
        ? h("p", {}, say.none)
        : table(
            [say.target, say.how],
            shared.map(({ target, findings }) => [
              entityLink(target),
              h(
                "ul",
                { class: "plain" },
                findings.map(({ university, channel, timing, key }) =>
                  h(
                    "li",
                    { class: "row" },
                    h(
                      "a",
                      { href: hrefOf("/", { university: university.id, open: key, at, known }) },
                      `${university.name}: ${texts.channels[channel]}`,
                    ),
                    timingText(timing),
                  ),
                ),
              ),
            ]),
          ),
      scopeNote(scope),
    ),
  );
}

type Cell = Parameters<typeof h>[2];

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  return h(
    "table",
    { class: "folding" },
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
      rows.map(([first, ...rest]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, first),
          rest.map((cell, at) => h("td", { "data-label": columns[at + 1] }, cell)),
        ),
      ),
    ),
  );
}
