import { type Child, h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";
import type { Supposed } from "./scenario.js";

const NOTHING: Supposed = { strike: [], distrust: [], shares: [], list: [], delist: [] };

const say = texts.whatIf;

/** What is supposed now, each with a button that drops it. */
export function supposedList(
  supposed: Supposed,
  names: ReadonlyMap<string, string>,
  suppose: (next: Supposed) => void,
): Markup {
  const without = (list: readonly string[], id: string) => list.filter((one) => one !== id);
  const name = (id: string) => names.get(id) ?? id;
  const lines: { readonly words: string; readonly next: Supposed }[] = [
    ...supposed.strike.map((id) => ({
      words: say.struck(name(id)),
      next: { ...supposed, strike: without(supposed.strike, id) },
    })),
    ...supposed.distrust.map((id) => ({
      words: say.distrusted(name(id)),
      next: { ...supposed, distrust: without(supposed.distrust, id) },
    })),
    ...supposed.shares.map((share) => ({
      words: say.share(
        name(share.claim),
        share.from === share.to ? `${share.to} %` : `${share.from} to ${share.to} %`,
      ),
      next: { ...supposed, shares: supposed.shares.filter((one) => one !== share) },
    })),
    ...supposed.delist.map((id) => ({
      words: say.lifted(name(id)),
      next: { ...supposed, delist: without(supposed.delist, id) },
    })),
    ...supposed.list.map((id) => ({
      words: say.listed(name(id)),
      next: { ...supposed, list: without(supposed.list, id) },
    })),
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
            h("button", { type: "button", class: "quiet small", onclick: () => suppose(NOTHING) }, say.reset),
          ),
        ],
  );
}

function supposedLine(
  { words, next }: { readonly words: string; readonly next: Supposed },
  suppose: (next: Supposed) => void,
): Child {
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
        onclick: () => suppose(next),
      },
      "×",
    ),
  );
}
