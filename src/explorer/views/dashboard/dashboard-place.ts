import { parseDay } from "../../../domain/day.js";
import { LISTS } from "../../../domain/lists.js";
import type { FlagKind, MatrixAxis, MatrixMeasure } from "../../api/documents.generated.js";
import { BadPlace } from "../../state/bad-place.js";
import { clocksOf } from "../../state/clocks.js";
import type { Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

/** The axes that the columns of the heat map may have; its rows are universities. */
export type HeatAxis = Exclude<MatrixAxis, "UNIVERSITY">;

/** Everything that an address says of the dashboard. */
export interface DashboardPlace {
  readonly validAt: string | null;
  readonly knownAt: string | null;
  /** The country of the universities, and that of the payers; null: any. */
  readonly country: string | null;
  readonly payer: string | null;
  /** The lists that count; null: all that count by themselves, and probes. */
  readonly lists: readonly string[] | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly currency: string;
  readonly columns: HeatAxis;
  readonly measure: MatrixMeasure;
  readonly rows: number;
  /** The keys of the university and the column that are open. */
  readonly cell: { readonly row: string; readonly column: string } | null;
  /** The bar that is open: of a year, or of a counterparty. */
  readonly bar: { readonly rows: "YEAR" | "COUNTERPARTY"; readonly key: string } | null;
  /** Which flags the time line shows; null: both kinds. */
  readonly flagKind: FlagKind | null;
  readonly allFlags: boolean;
}

export const ROWS = [10, 20, 40, 80];
export const AXES = Object.keys(texts.dashboard.heat.axes) as HeatAxis[];
export const MEASURES = Object.keys(texts.dashboard.heat.measures) as MatrixMeasure[];

/** Reads the address. @throws BadPlace that says which value cannot be read, and offers to go on without it. */
export function dashboardPlaceOf(place: Place): DashboardPlace {
  const { values } = place;
  const say = texts.dashboard;
  return {
    ...clocksOf(place),
    country: matching(values, "country", /^[A-Z]{2}$/, say.notCountry),
    payer: matching(values, "payer", /^[A-Z]{2}$/, say.notCountry),
    lists: listsOf(values.list),
    from: dayOf(values, "from"),
    to: dayOf(values, "to"),
    currency: matching(values, "currency", /^[A-Z]{3}$/, say.notCurrency) ?? "USD",
    columns: oneOf(values, "columns", AXES) ?? "TARGET_GROUP",
    measure: oneOf(values, "measure", MEASURES) ?? "FINDINGS",
    rows: Number(oneOf(values, "rows", ROWS.map(String)) ?? 20),
    cell: cellOf(values.cell),
    bar: barOf(values.bar),
    flagKind: oneOf(values, "flags", ["PROBE", "LISTING"] as const),
    allFlags: values.all === "flags",
  };
}

type Values = Place["values"];

function matching(values: Values, name: string, form: RegExp, say: (text: string) => string): string | null {
  const text = values[name];
  if (text === undefined) return null;
  if (!form.test(text)) throw new BadPlace(say(text), { [name]: null });
  return text;
}

function oneOf<Choice extends string>(
  values: Values,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const text = values[name];
  if (text === undefined) return null;
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw new BadPlace(texts.trouble.notOneOf(text, choices), { [name]: null });
  return choice;
}

function listsOf(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const lists = text.split(",");
  const unknown = lists.find((list) => !Object.hasOwn(LISTS, list));
  if (unknown !== undefined) throw new BadPlace(texts.dashboard.notAList(unknown), { list: null });
  return lists;
}

function dayOf(values: Values, name: string): string | null {
  const text = values[name];
  if (text === undefined) return null;
  try {
    parseDay(text);
    return text;
  } catch {
    throw new BadPlace(texts.trouble.badDay(text), { [name]: null });
  }
}

function cellOf(text: string | undefined): DashboardPlace["cell"] {
  if (text === undefined) return null;
  const [row, column, more] = text.split("|");
  if (!row || !column || more !== undefined)
    throw new BadPlace(texts.dashboard.notCell(text), { cell: null });
  return { row, column };
}

function barOf(text: string | undefined): DashboardPlace["bar"] {
  if (text === undefined) return null;
  const [rows, key, more] = text.split("|");
  if ((rows !== "YEAR" && rows !== "COUNTERPARTY") || !key || more !== undefined)
    throw new BadPlace(texts.dashboard.notCell(text), { bar: null });
  return { rows, key };
}
