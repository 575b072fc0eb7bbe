import { type Child, h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";
import type { Suppose, Supposed } from "./scenario.js";

const NOTHING: Supposed = { strike: [], distrust: [], shares: [], list: [], delist: [] };

const say = texts.whatIf;

interface Line {
  readonly words: string;
  /** What is left when it is no longer supposed. */
  readonly without: (now: Supposed) => Supposed;
}

/** What is supposed now, each with a button that drops it. */
export function supposedList(
  supposed: Supposed,
  names: ReadonlyMap<string, string>,
  suppose: Suppose,
): Markup {
  const name = (id: string) => names.get(id) ?? id;
  const dropping =
    (list: "strike" | "distrust" | "list" | "delist", words: (text: string) => string) =>
    (id: string): Line => ({
      words: words(name(id)),
      without: (now) => ({ ...now, [list]: now[list].filter((one) => one !== id) }),
    });
  const lines: readonly Line[] = [
    ...supposed.strike.map(dropping("strike", say.struck)),
    ...supposed.distrust.map(dropping("distrust", say.distrusted)),
    ...supposed.shares.map(({ claim, from, to }) => ({
      words: say.share(name(claim), from === to ? `${to} %` : `${from} to ${to} %`),
      without: (now: Supposed) => ({ ...now, shares: now.shares.filter((one) => one.claim !== claim) }),
    })),
    ...supposed.delist.map(dropping("delist", say.lifted)),
    ...supposed.list.map(dropping("list", say.listed)),
  ];
  return h(
    "section",
    { class: "card stack tight" },
    h("h2", {}, say.supposed),
    lines.length === 0
      ? h("p", { class: "soft" }, say.nothing)
      : [
          h(
            "ul",
            { class: "plain supposed" },
            lines.map((line) => supposedLine(line, suppose)),
          ),
          h(
            "p",
            {},
            h(
              "button",
              { type: "button", class: "quiet small", onclick: () => suppose(() => NOTHING) },
              say.reset,
            ),
          ),
        ],
  );
}

function supposedLine({ words, without }: Line, suppose: Suppose): Child {
  return h(
    "li",
    {},
    h("span", {}, words),
    h(
      "button",
      {
        type: "button",
        class: "quiet small drop",
        "aria-label": say.drop(words),
        onclick: () => suppose(without),
      },
      "×",
    ),
  );
}
