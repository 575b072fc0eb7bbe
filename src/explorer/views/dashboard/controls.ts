import { printDay, today } from "../../../domain/day.js";
import { LISTS } from "../../../domain/lists.js";
import { clockFields } from "../../looks/clock-fields.js";
import { countryName } from "../../looks/country-name.js";
import { dateInput } from "../../looks/date-input.js";
import { h, type Markup } from "../../looks/markup.js";
import { texts } from "../../texts/english.js";
import type { Stage } from "../view.js";
import { currencyName } from "./currency-name.js";
import type { DashboardPlace } from "./dashboard-place.js";
import type { Choices } from "./questions.js";

const CURRENCIES = ["USD", "EUR", "GBP", "CAD", "CNY", "AUD", "CHF", "SEK", "DKK", "HKD", "SGD", "JPY"];

export interface ControlsOptions {
  readonly asked: DashboardPlace;
  readonly choices: Choices;
  readonly go: Stage["go"];
}

/** What is counted in all pictures: whose universities, whose money, flagged by whom, since when, as of when. */
export function controls({ asked, choices, go }: ControlsOptions): Markup {
  const say = texts.dashboard;
  const countries = (codes: Iterable<string>) =>
    [...codes].map((code): Option => ({ value: code, name: countryName(code) }));
  const lists = Object.entries(LISTS).map(([value, { name }]): Option => ({ value, name }));
  const now = printDay(today());
  const currencies = [...new Set([...CURRENCIES, asked.currency])];
  return h(
    "section",
    { class: "stack tight", "aria-label": say.filters },
    h(
      "div",
      { class: "counted" },
      choice({
        name: "country",
        label: say.universities,
        value: asked.country,
        none: say.anyCountry,
        options: countries(choices.countries.keys()),
        go,
      }),
      choice({
        name: "payer",
        label: say.payer,
        value: asked.payer,
        none: say.anyCountry,
        options: countries(choices.payers),
        go,
      }),
      choice({
        name: "list",
        label: say.list,
        value: asked.lists?.join(",") ?? null,
        none: say.anyList,
        options:
          asked.lists !== null && asked.lists.length > 1
            ? [...lists, { value: asked.lists.join(","), name: asked.lists.map(listName).join(", ") }]
            : lists,
        go,
      }),
      day("from", say.from, asked.from, go),
      day("to", say.to, asked.to, go),
      choice({
        name: "currency",
        label: say.currency,
        value: asked.currency,
        none: null,
        options: currencies.map((value) => ({ value, name: currencyName(value) })),
        go,
      }),
    ),
    h(
      "div",
      { class: "row" },
      clockFields({
        clocks: asked,
        asked: { validAt: now, knownAt: now },
        go: (values, step) => go({ ...values, cell: null }, step),
      }),
      h(
        "button",
        {
          type: "button",
          id: "reset",
          class: "quiet small",
          onclick: () =>
            go({
              country: null,
              payer: null,
              list: null,
              from: null,
              to: null,
              at: null,
              known: null,
              cell: null,
            }),
        },
        say.reset,
      ),
    ),
  );
}

interface Option {
  readonly value: string;
  readonly name: string;
}

export interface ChoiceOptions {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  /** What choosing nothing is called; null: something must be chosen. */
  readonly none: string | null;
  readonly options: readonly Option[];
  readonly go: ControlsOptions["go"];
}

/** A list to choose from, which changes a value of the address. */
export function choice({ name, label, value, none, options, go }: ChoiceOptions): Markup {
  const change = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value;
    go({ [name]: chosen === "" ? null : chosen, cell: null });
  };
  return h(
    "div",
    { class: "field" },
    h("label", { for: `choose-${name}` }, label),
    h(
      "select",
      { id: `choose-${name}`, onchange: change },
      none !== null && h("option", { value: "", selected: value === null }, none),
      options.map((option) =>
        h("option", { value: option.value, selected: option.value === value }, option.name),
      ),
    ),
  );
}

function day(name: "from" | "to", label: string, value: string | null, go: ControlsOptions["go"]): Markup {
  return h(
    "div",
    { class: "field" },
    h("label", { for: `choose-${name}` }, label),
    dateInput({
      id: `choose-${name}`,
      value,
      choose: (chosen, step) => go({ [name]: chosen, cell: null }, step),
    }),
  );
}

function listName(list: string): string {
  return LISTS[list]?.name ?? list;
}
