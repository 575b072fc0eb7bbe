import type { JSX } from "preact";
import { printDay, today } from "../../../domain/day.js";
import { LISTS } from "../../../domain/lists.js";
import { ClockFields } from "../../components/clock-fields.js";
import { countryName } from "../../components/country-name.js";
import { DateInput } from "../../components/date-input.js";
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
export function Controls({ asked, choices, go }: ControlsOptions): JSX.Element {
  const say = texts.dashboard;
  const countries = (codes: Iterable<string>) =>
    [...codes].map((code): Option => ({ value: code, name: countryName(code) }));
  const lists = Object.entries(LISTS).map(([value, { name }]): Option => ({ value, name }));
  const now = printDay(today());
  const currencies = [...new Set([...CURRENCIES, asked.currency])];
  return (
    <section class="stack tight" aria-label={say.filters}>
      <div class="counted">
        <Choice
          name="country"
          label={say.universities}
          value={asked.country}
          none={say.anyCountry}
          options={countries(choices.countries.keys())}
          go={go}
        />
        <Choice
          name="payer"
          label={say.payer}
          value={asked.payer}
          none={say.anyCountry}
          options={countries(choices.payers)}
          go={go}
        />
        <Choice
          name="list"
          label={say.list}
          value={asked.lists?.join(",") ?? null}
          none={say.anyList}
          options={
            asked.lists !== null && asked.lists.length > 1
              ? [...lists, { value: asked.lists.join(","), name: asked.lists.map(listName).join(", ") }]
              : lists
          }
          go={go}
        />
        <Day name="from" label={say.from} value={asked.from} go={go} />
        <Day name="to" label={say.to} value={asked.to} go={go} />
        <Choice
          name="currency"
          label={say.currency}
          value={asked.currency}
          none={null}
          options={currencies.map((value) => ({ value, name: currencyName(value) }))}
          go={go}
        />
      </div>
      <div class="row">
        <ClockFields
          clocks={asked}
          asked={{ validAt: now, knownAt: now }}
          go={(values, step) => go({ ...values, cell: null }, step)}
        />
        <button
          type="button"
          id="reset"
          class="quiet small"
          onClick={() =>
            go({
              country: null,
              payer: null,
              list: null,
              from: null,
              to: null,
              at: null,
              known: null,
              cell: null,
            })
          }
        >
          {say.reset}
        </button>
      </div>
    </section>
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
export function Choice({ name, label, value, none, options, go }: ChoiceOptions): JSX.Element {
  const change = (event: Event) => {
    const chosen = (event.target as HTMLSelectElement).value;
    go({ [name]: chosen === "" ? null : chosen, cell: null });
  };
  return (
    <div class="field">
      <label for={`choose-${name}`}>{label}</label>
      <select id={`choose-${name}`} onChange={change}>
        {none !== null && (
          <option value="" selected={value === null}>
            {none}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({
  name,
  label,
  value,
  go,
}: {
  readonly name: "from" | "to";
  readonly label: string;
  readonly value: string | null;
  readonly go: ControlsOptions["go"];
}): JSX.Element {
  return (
    <div class="field">
      <label for={`choose-${name}`}>{label}</label>
      <DateInput
        id={`choose-${name}`}
        value={value}
        choose={(chosen, step) => go({ [name]: chosen, cell: null }, step)}
      />
    </div>
  );
}

function listName(list: string): string {
  return LISTS[list]?.name ?? list;
}
