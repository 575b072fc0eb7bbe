import { printDay, today } from "../../domain/day.js";
import type { Clocks } from "../state/clocks.js";
import { texts } from "../texts/english.js";
import { dateInput } from "./date-input.js";
import { knownNote } from "./known-note.js";
import { type Child, h, type Markup } from "./markup.js";

export interface ClockFieldsOptions {
  readonly clocks: Clocks;
  /** The days that the answer was asked for: shown where the address leaves a clock open; without them today is. */
  readonly asked?: { readonly validAt: string; readonly knownAt: string };
  readonly go: (values: Readonly<Record<string, string | null>>, step: { readonly replace: boolean }) => void;
  /** Links that set the clocks at once, beside the fields. */
  readonly shortcuts?: Child;
}

/** Both clocks as date fields, with a sentence on what is left out as known on an earlier day. Emptied, a field means today. */
export function clockFields({ clocks, asked, go, shortcuts }: ClockFieldsOptions): Markup {
  const now = printDay(today());
  const validAt = clocks.validAt ?? asked?.validAt ?? now;
  const knownAt = clocks.knownAt ?? asked?.knownAt ?? now;
  return h(
    "fieldset",
    { class: "clocks" },
    h("legend", { class: "hidden" }, texts.clocks.legend),
    dateField("at", texts.clocks.at, texts.clocks.atHelp, validAt, go),
    dateField("known", texts.clocks.known, texts.clocks.knownHelp, knownAt, go),
    shortcuts,
    knownNote(knownAt, now),
  );
}

function dateField(
  name: "at" | "known",
  label: string,
  help: string,
  value: string,
  go: ClockFieldsOptions["go"],
): Markup {
  return h(
    "div",
    { class: "field" },
    h("label", { for: name, title: help }, label),
    dateInput({
      id: name,
      value,
      describedBy: `${name}-help`,
      choose: (day, step) => go({ [name]: day }, step),
    }),
    h("span", { id: `${name}-help`, class: "hidden" }, help),
  );
}
