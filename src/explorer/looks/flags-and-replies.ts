import { parseDay } from "../../domain/day.js";
import { LISTS } from "../../domain/lists.js";
import { parseUncertainDate } from "../../domain/uncertain-date.js";
import type { FlagState, WholeFlagFragment } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";
import { claimText } from "./claim.js";
import { h, type Markup } from "./markup.js";
import { citedWords } from "./sources.js";

export interface FlagInAnswer {
  readonly flag: WholeFlagFragment;
  /** Where it stands for the one concerned; null: it has no state on that day. */
  readonly state: FlagState | null;
  /** How the finding stands to it, or in which role; one short phrase each. */
  readonly phrases: readonly (Markup | string)[];
}

export interface FlagsOptions {
  /** The day asked about: what happened later is marked so. */
  readonly validAt: string;
  /** The level of a flag's heading, one below what stands above. */
  readonly level: number;
}

/** Probes and listings, each beside what was answered to it: never one without the other. */
export function flagsAndReplies(flags: readonly FlagInAnswer[], options: FlagsOptions): Markup {
  return h(
    "div",
    { class: "stack" },
    flags.map((one) => flagAndReplies(one, options)),
  );
}

function flagAndReplies({ flag, state, phrases }: FlagInAnswer, { validAt, level }: FlagsOptions): Markup {
  return h(
    "article",
    { class: "flag" },
    h(`h${level}`, { class: "flag-title" }, flag.title),
    h(
      "p",
      { class: "row small" },
      h("span", { class: "tag" }, kindOf(flag)),
      state !== null && h("span", { class: `tag state-${state.toLowerCase()}` }, texts.flagState[state]),
      phrases.map((phrase) => h("span", {}, phrase)),
    ),
    h(
      "div",
      { class: "beside" },
      h(
        "section",
        { "aria-label": texts.open.about(texts.open.says, flag.title) },
        h("p", { class: "label" }, texts.open.says),
        h(
          "ol",
          { class: "plain events" },
          flag.events.map((event) =>
            h("li", {}, isLater(event.date, validAt) && laterTag(), claimText(event)),
          ),
        ),
        h("p", { class: "outcome" }, h("strong", {}, texts.open.outcome, ": "), flag.outcomeText),
      ),
      h(
        "section",
        { class: "replies", "aria-label": texts.open.about(texts.open.replies, flag.title) },
        h("p", { class: "label" }, texts.open.replies),
        flag.whole.length === 0
          ? h("p", { class: "soft" }, texts.open.noReply)
          : h(
              "ol",
              { class: "plain events" },
              flag.whole.map((reply) =>
                h(
                  "li",
                  {},
                  isLater(reply.date, validAt) && laterTag(),
                  h("p", { class: "sentence" }, reply.text),
                  reply.quote !== null && !isQuoted(reply) && h("blockquote", {}, "“", reply.quote, "”"),
                  citedWords(reply.citations),
                ),
              ),
            ),
      ),
    ),
  );
}

function isLater(date: string | null, day: string): boolean {
  return date !== null && parseUncertainDate(date).earliest > parseDay(day);
}

function laterTag(): Markup {
  return h("p", { class: "small soft" }, texts.open.later);
}

function isQuoted(reply: WholeFlagFragment["whole"][number]): boolean {
  return reply.citations.some(({ quote }) => quote === reply.quote);
}

/** "Probe, E.D.N.Y. 18-cr-457" or "Listing, Entity List". */
export function kindOf(flag: WholeFlagFragment): string {
  const more = "list" in flag ? (LISTS[flag.list]?.name ?? flag.list) : flag.docket;
  return more === null ? texts.flagKind[flag.kind] : `${texts.flagKind[flag.kind]}, ${more}`;
}
