import { printDay } from "../../../domain/day.js";
import { h, type Markup } from "../../looks/markup.js";
import { figure } from "../../pictures/figure.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { choice } from "./controls.js";
import {
  answeredWords,
  concernsWords,
  daysOf,
  flagsPicture,
  kindWords,
  outcomeWords,
  shownFlags,
  stateWords,
  untilOf,
} from "./flags-picture.js";
import { embedOf, type PanelTerms, panelTable } from "./panel-terms.js";
import type { Flags } from "./questions.js";

const say = texts.dashboard;

/** Probes and listings in time. */
export function flagsPanel(terms: PanelTerms, answer: Flags): Markup {
  const { asked, set } = terms;
  const shown = shownFlags(asked, answer);
  const all = shownFlags({ ...asked, allFlags: true }, answer).length;
  return figure({
    picture: flagsPicture(asked, answer),
    minWidth: 300,
    empty: say.empty,
    embed: embedOf(terms, "flags"),
    controls: h(
      "div",
      { class: "row screen-only" },
      choice({
        name: "flags",
        label: say.flags.kind,
        value: asked.flagKind,
        none: say.flags.all,
        options: [
          { value: "PROBE", name: say.flags.probes },
          { value: "LISTING", name: say.flags.listings },
        ],
        go: terms.go,
      }),
      shown.length > 0 && h("span", { class: "small soft" }, say.flags.shown(shown.length, all)),
      (asked.allFlags || shown.length < all) &&
        h(
          "button",
          {
            type: "button",
            id: "all-flags",
            class: "quiet small",
            onclick: () => set({ all: asked.allFlags ? null : "flags" }),
          },
          asked.allFlags ? say.flags.showFew : say.flags.showAll(all),
        ),
    ),
    below: flagsTable(terms, shown),
  });
}

function flagsTable(terms: PanelTerms, shown: ReturnType<typeof shownFlags>): Markup {
  const until = untilOf(terms.asked);
  const { at, known } = terms.place.values;
  return panelTable(terms, {
    id: "flags",
    caption: say.flags.title,
    columns: [
      { key: "flag", title: say.flags.flag },
      { key: "kind", title: say.flags.kind },
      { key: "concerns", title: say.flags.concerns },
      { key: "begun", title: say.flags.begun },
      { key: "latest", title: say.flags.latest },
      { key: "state", title: say.flags.state },
      { key: "outcome", title: say.flags.outcome },
      { key: "answered", title: say.flags.answered },
    ],
    rows: shown.map((flag) => {
      const days = daysOf(flag, until);
      const word = (text: string) => ({ show: text, value: text });
      const date = (day: number) => ({ show: printDay(day), value: day });
      return {
        cells: [
          {
            show: h("a", { href: hrefOf("/", { flag: flag.id, at, known }) }, flag.title),
            value: flag.title,
          },
          word(kindWords(flag)),
          word(concernsWords(flag)),
          date(Math.min(...days)),
          date(Math.max(...days)),
          word(stateWords(flag, until)),
          word(outcomeWords(flag, until)),
          word(answeredWords(flag)),
        ],
      };
    }),
  });
}
