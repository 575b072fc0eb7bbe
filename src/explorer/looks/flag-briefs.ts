import type { FlaggedFragment } from "../api/documents.generated.js";
import { hrefOf } from "../state/place.js";
import { texts } from "../texts/english.js";
import { h, type Markup } from "./markup.js";

/**
 * Probes and listings in short, none without what came of it and what was answered; null: there are none.
 */
export function flagBriefs(flags: readonly FlaggedFragment[], title: string, id = "flags"): Markup | null {
  if (flags.length === 0) return null;
  const say = texts.explore.panel;
  return h(
    "details",
    { class: "flags", id },
    h("summary", {}, title),
    h(
      "ul",
      { class: "plain events small" },
      flags.map((flag) => {
        const { id, title: name, state, responses } = flag;
        return h(
          "li",
          {},
          h("a", { href: hrefOf("/", { flag: id }) }, name),
          " ",
          state !== null && h("span", { class: `tag state-${state.toLowerCase()}` }, texts.flagState[state]),
          h("p", {}, h("strong", {}, `${say.outcome}: `), flag.outcomeText),
          h(
            "p",
            { class: "replied" },
            h("strong", {}, `${say.answered}: `),
            responses.length === 0 ? say.noAnswer : responses.map(({ text }) => text).join(" "),
          ),
        );
      }),
    ),
  );
}
