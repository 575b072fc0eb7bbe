import type { JSX } from "preact";
import { parseDay, printDay } from "../../../domain/day.js";
import { Details } from "../../components/details.js";
import { type Column, SortableTable, type TableRow } from "../../components/sortable-table.js";
import { hrefOf, type Place } from "../../state/place.js";
import { sortedOf, sortValue } from "../../state/sorting.js";
import { texts } from "../../texts/english.js";
import type { Stage } from "../view.js";
import type { DashboardPlace } from "./dashboard-place.js";
import { untilOf } from "./flags-picture.js";

/** What every panel knows of the page. */
export interface PanelTerms {
  readonly asked: DashboardPlace;
  readonly place: Place;
  /** Where the address is by now. */
  readonly now: () => Place;
  /** Changes values of the address. */
  readonly go: Stage["go"];
  /** The same without a step back. */
  readonly set: (values: Readonly<Record<string, string | null>>) => void;
}

export interface PanelTableOptions {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly foot?: readonly TableRow[];
}

/** The equal table of a picture, folded. */
export function PanelTable({
  place,
  now,
  set,
  options,
}: PanelTerms & { readonly options: PanelTableOptions }): JSX.Element {
  const sorted = sortedOf(place, options.id);
  return (
    <Details id={`${options.id}-table`} open={sorted !== null}>
      <summary>{texts.pictures.table}</summary>
      <SortableTable
        {...options}
        sorted={sorted}
        sort={(next) => set({ sort: sortValue(now(), options.id, next) })}
      />
    </Details>
  );
}

/** Where the snapshot of a picture is: the same values, with both clocks as days. */
export function embedOf({ place, asked }: PanelTerms, picture: string): string {
  const { sort: _, cell: __, bar: ___, ...values } = place.values;
  const today = printDay(untilOf({ ...asked, validAt: null }));
  const at = asked.validAt ?? today;
  return hrefOf("/embed/dashboard", {
    picture,
    ...values,
    at: printDay(parseDay(at)),
    known: asked.knownAt ?? today,
  });
}
