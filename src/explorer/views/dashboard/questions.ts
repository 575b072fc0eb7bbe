import type { ask } from "../../api/ask.js";
import {
  type DashboardBarQuery,
  type DashboardCellQuery,
  type DashboardFlagsQuery,
  type DashboardMatrixQuery,
  type DealingsFragment,
  dashboardBarQuestion,
  dashboardCellQuestion,
  dashboardChoicesQuestion,
  dashboardCurrenciesQuestion,
  dashboardFlagsQuestion,
  dashboardMatrixQuestion,
  type MatrixAxis,
  type MatrixMeasure,
} from "../../api/documents.generated.js";
import { countryName } from "../../components/country-name.js";
import { BadPlace } from "../../state/bad-place.js";
import { texts } from "../../texts/english.js";
import type { DashboardPlace } from "./dashboard-place.js";

export type Matrix = NonNullable<DashboardMatrixQuery["exposureMatrix"]>;
export type BarGifts = NonNullable<DashboardBarQuery["exposureMatrix"]>;
export type Cell = NonNullable<DashboardCellQuery["exposureMatrix"]>;
export type DashboardFlag = NonNullable<DashboardFlagsQuery["flags"]>["nodes"][number];

export interface Flags {
  readonly total: number;
  readonly flags: readonly DashboardFlag[];
  readonly graphVersion: string;
  readonly dossiers: readonly string[];
}

/** By what a dashboard may be filtered, and which universities lie in which country. */
export interface Choices {
  readonly countries: ReadonlyMap<string, readonly string[]>;
  readonly payers: readonly string[];
}

type Asker = typeof ask;

const MOST_COLUMNS = 14;
const PARTIES = 12;
const FLAGS_READ = 200;
/** Asked for with their dealings: more would cost more than an answer may. */
const YEARS_OPENED = 40;

/** Asks for the parts of a dashboard; each is a question of its own, so that one that fails leaves the others. */
export class DashboardQuestions {
  private readonly ask: Asker;

  constructor(ask: Asker) {
    this.ask = ask;
  }

  /** Countries of universities and of payers, in the order of their names. */
  async choices(signal?: AbortSignal): Promise<Choices> {
    const { universities, payers } = await this.ask(dashboardChoicesQuestion, {}, signal);
    const countries = new Map<string, string[]>();
    for (const { id, country } of universities?.nodes ?? []) {
      if (country !== null) countries.set(country, [...(countries.get(country) ?? []), id]);
    }
    const keys =
      payers?.nodes.flatMap((node) => node.keys.filter(({ dimension }) => dimension === "COUNTRY")) ?? [];
    const codes = new Set(keys.map(({ key }) => key).filter((key) => /^[A-Z]{2}$/.test(key)));
    const byName = (a: string, b: string) => countryName(a).localeCompare(countryName(b), "en");
    return {
      countries: new Map([...countries].sort(([a], [b]) => byName(a, b))),
      payers: [...codes].sort(byName),
    };
  }

  /** Universities by a column of the reader's choice; columns are cut to those that measure most. */
  async heat(asked: DashboardPlace, choices: Choices, signal?: AbortSignal): Promise<Matrix> {
    const { columns, measure, rows } = asked;
    const matrix = await this.matrix(
      asked,
      choices,
      { rows: "UNIVERSITY", columns, measure, limit: rows },
      signal,
    );
    return underSystems(withFewerColumns(matrix, MOST_COLUMNS, columns === "YEAR"));
  }

  years(asked: DashboardPlace, choices: Choices, signal?: AbortSignal): Promise<Matrix> {
    return this.matrix(
      asked,
      choices,
      { rows: "YEAR", columns: "TIMING", measure: "GROSS", limit: 200 },
      signal,
    );
  }

  parties(asked: DashboardPlace, choices: Choices, signal?: AbortSignal): Promise<Matrix> {
    const terms = { rows: "COUNTERPARTY", columns: "TIMING", measure: "GROSS", limit: PARTIES } as const;
    return this.matrix(asked, choices, terms, signal);
  }

  /** The dealings behind the bars of years or of counterparties. */
  async bars(
    rows: "YEAR" | "COUNTERPARTY",
    asked: DashboardPlace,
    choices: Choices,
    signal?: AbortSignal,
  ): Promise<BarGifts> {
    const { exposureMatrix } = await this.ask(
      dashboardBarQuestion,
      {
        rows,
        limit: rows === "YEAR" ? YEARS_OPENED : PARTIES,
        currency: asked.currency,
        ...filterOf(asked),
        universities: universitiesOf(asked, choices),
      },
      signal,
    );
    if (exposureMatrix === null) throw new Error("the bars were not answered");
    return exposureMatrix;
  }

  /** The currencies in which there is money under the same filters. */
  async currencies(
    asked: DashboardPlace,
    choices: Choices,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    const { exposureMatrix } = await this.ask(
      dashboardCurrenciesQuestion,
      { ...filterOf(asked), universities: universitiesOf(asked, choices) },
      signal,
    );
    return exposureMatrix?.totals.map(({ currency }) => currency) ?? [];
  }

  private async matrix(
    asked: DashboardPlace,
    choices: Choices,
    terms: {
      readonly rows: MatrixAxis;
      readonly columns: MatrixAxis;
      readonly measure: MatrixMeasure;
      readonly limit: number;
    },
    signal?: AbortSignal,
  ): Promise<Matrix> {
    const { exposureMatrix } = await this.ask(
      dashboardMatrixQuestion,
      {
        ...terms,
        currency: asked.currency,
        ...filterOf(asked),
        universities: universitiesOf(asked, choices),
      },
      signal,
    );
    if (exposureMatrix === null) throw new Error("the matrix was not answered");
    return exposureMatrix;
  }

  /** The findings of one university, by column. */
  async cell(asked: DashboardPlace, row: string, signal?: AbortSignal): Promise<Cell> {
    const { exposureMatrix } = await this.ask(
      dashboardCellQuestion,
      { columns: asked.columns, ...filterOf(asked), universities: [row] },
      signal,
    );
    if (exposureMatrix === null) throw new Error("the cell was not answered");
    return exposureMatrix;
  }

  /** Probes and listings of the lists that count, those on a party of the payers' country where one is named. */
  async flags(asked: DashboardPlace, signal?: AbortSignal): Promise<Flags> {
    const { lists, flagKind, validAt, knownAt, payer } = asked;
    const filter = {
      ...(lists === null ? {} : { lists }),
      ...(flagKind === null ? {} : { kinds: [flagKind] }),
    };
    const { flags, graph } = await this.ask(
      dashboardFlagsQuestion,
      { filter, validAt, knownAt, first: FLAGS_READ },
      signal,
    );
    const concerned = (flags?.nodes ?? []).filter(
      ({ subjects }) => payer === null || subjects.nodes.some(({ entity }) => entity.country === payer),
    );
    return {
      total: payer === null ? (flags?.totalCount ?? 0) : concerned.length,
      flags: concerned,
      graphVersion: graph?.version ?? "",
      dossiers: graph?.dossiers.map(({ title }) => title) ?? [],
    };
  }
}

function filterOf({ payer, from, to, lists, validAt, knownAt }: DashboardPlace) {
  return {
    countries: payer === null ? null : [payer],
    from,
    to,
    flags: lists === null ? null : { lists: [...lists] },
    validAt,
    knownAt,
  };
}

function universitiesOf({ country }: DashboardPlace, { countries }: Choices): readonly string[] | null {
  if (country === null) return null;
  const ids = countries.get(country);
  if (ids === undefined)
    throw new BadPlace(texts.dashboard.noUniversity(countryName(country)), { country: null });
  return ids;
}

/** The dealings of several cells as one list. */
export function dealingsOf(
  cells: readonly { readonly transactions: DealingsFragment }[],
): Pick<DealingsFragment, "totalCount" | "nodes"> {
  return {
    totalCount: cells.reduce((sum, { transactions }) => sum + transactions.totalCount, 0),
    nodes: cells.flatMap(({ transactions }) => transactions.nodes),
  };
}

/** Of what a university is a part; nothing for any other row. */
export function wholesOf({ entity }: Matrix["rows"][number]): readonly string[] {
  return entity !== null && "partOf" in entity ? entity.partOf.map(({ id }) => id) : [];
}

/** The rows of campuses right below their system's, where that is a row too; else in the order of the answer. */
export function underSystems(matrix: Matrix): Matrix {
  const at = new Map(matrix.rows.map(({ key }, place) => [key, place]));
  const systemOf = matrix.rows.map((row) => wholesOf(row).find((id) => at.has(id)));
  const order = matrix.rows.flatMap(({ key }, place) => {
    if (systemOf[place] !== undefined) return [];
    return [place, ...systemOf.flatMap((system, part) => (system === key ? [part] : []))];
  });
  const placeOf = new Map(order.map((before, place) => [before, place]));
  return {
    ...matrix,
    rows: order.flatMap((place) => matrix.rows[place] ?? []),
    cells: matrix.cells
      .map((cell) => ({ ...cell, row: placeOf.get(cell.row) ?? 0 }))
      .toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** The first columns, since the API puts those that measure most first; of years, which come in their order, the last. */
export function withFewerColumns(matrix: Matrix, most: number, isInOrder: boolean): Matrix {
  const dropped = isInOrder ? Math.max(0, matrix.columns.length - most) : 0;
  const isKept = (column: number) => column >= dropped && column < dropped + most;
  if (matrix.columns.every((_, at) => isKept(at))) return matrix;
  const cells = matrix.cells.filter(({ column }) => isKept(column));
  const filled = new Set(cells.map(({ row }) => row));
  const kept = matrix.rows.flatMap((row, at) => (filled.has(at) ? [{ row, at }] : []));
  const placeOf = new Map(kept.map(({ at }, place) => [at, place]));
  return {
    ...matrix,
    columns: matrix.columns.filter((_, at) => isKept(at)),
    rows: kept.map(({ row }) => row),
    cells: cells.map((cell) => ({
      ...cell,
      row: placeOf.get(cell.row) ?? 0,
      column: cell.column - dropped,
    })),
  };
}
