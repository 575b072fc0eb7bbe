import type { FlaggedFragment } from "../../api/documents.generated.js";
import { h, type Markup } from "../../looks/markup.js";
import { hrefOf } from "../../state/place.js";
import { texts } from "../../texts/english.js";

/** Flags of the university itself on a day: state, outcome and replies in a few lines each. */
export function ownFlags(flags: readonly FlaggedFragment[]): Markup {
  return h(
    "ul",
    { class: "plain stack tight" },
    flags.map((flag) =>
      h(
        "li",
        {},
        h(
          "p",
          {},
          h("a", { href: hrefOf("/", { flag: flag.id }) }, flag.title),
          flag.state !== null && [" ", h("span", { class: "tag" }, texts.flagState[flag.state])],
        ),
        h("p", { class: "small" }, h("strong", {}, texts.open.outcome, ": "), flag.outcomeText),
        h(
          "p",
          { class: "small" },
          h("strong", {}, texts.open.replies, ": "),
          flag.responses.length === 0 ? texts.open.noReply : flag.responses.map(({ text }) => text).join(" "),
        ),
      ),
    ),
  );
}
