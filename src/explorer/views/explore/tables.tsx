import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { onDate } from "../../../explain/date-words.js";
import { FAMILY_OF, KINDS } from "../../api/relation-kinds.js";
import { countryName } from "../../components/country-name.js";
import { type Column, SortableTable, type Sorted, type TableRow } from "../../components/sortable-table.js";
import { sortedOf, sortValue } from "../../state/sorting.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { markOf } from "./lines.js";
import { KindMark, LineSample } from "./marks.js";
import { nameOf, type Shown } from "./shown.js";

const FIRST_ROWS = 25;
const say = exploreTexts.tables;

export const ENTITY_COLUMNS: readonly Column[] = [
  { key: "name", title: say.name },
  { key: "kind", title: say.kind },
  { key: "country", title: say.country },
  { key: "drawn", title: say.drawn, isNumber: true },
  { key: "record", title: say.onRecord, isNumber: true },
];

export const RELATION_COLUMNS: readonly Column[] = [
  { key: "what", title: say.what },
  { key: "kind", title: say.kind },
  { key: "when", title: say.when },
  { key: "status", title: say.status },
  { key: "line", title: say.line },
];

/** Everything on the canvas as two tables; relations come in the order of their dates. */
export function Tables({ shown }: { readonly shown: Shown }): JSX.Element {
  const { scene } = shown;
  return (
    <div class="stack">
      <h2>{say.title}</h2>
      <Table
        shown={shown}
        id="relations"
        caption={say.relations(scene.relations.length)}
        columns={RELATION_COLUMNS}
        rows={relationRows(shown)}
        byDefault={{ column: "when", descending: false }}
      />
      <Table
        shown={shown}
        id="entities"
        caption={say.entities(scene.entities.size)}
        columns={ENTITY_COLUMNS}
        rows={entityRows(shown)}
        byDefault={null}
      />
    </div>
  );
}

interface TableProps {
  readonly shown: Shown;
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly byDefault: Sorted | null;
}

function Table({ shown, byDefault, ...rest }: TableProps): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  return (
    <SortableTable
      {...rest}
      sorted={sortedOf(shown.asked.place, rest.id) ?? byDefault}
      sort={(sorted) => shown.set({ sort: sortValue(shown.now().place, rest.id, sorted) })}
      limit={isWhole ? rest.rows.length : FIRST_ROWS}
      showAll={() => setWhole(true)}
    />
  );
}

/** A row for each entity, in the order in which they came. */
export function entityRows(shown: Shown): readonly TableRow[] {
  const drawn = new Map<string, number>();
  for (const { from, to } of shown.drawing.lines) {
    for (const id of new Set([from, to])) drawn.set(id, (drawn.get(id) ?? 0) + 1);
  }
  return [...shown.scene.entities.values()].map(({ id, kind, name, country, onRecord }) => ({
    cells: [
      { show: name, value: name },
      {
        show: (
          <span class="row tight">
            <KindMark kind={kind} />
            {texts.kinds[kind]}
          </span>
        ),
        value: texts.kinds[kind],
      },
      country === null
        ? { show: say.noCountry, value: null }
        : { show: countryName(country), value: countryName(country) },
      { show: drawn.get(id) ?? 0, value: drawn.get(id) ?? 0 },
      { show: onRecord, value: onRecord },
    ],
    actions: (
      <button
        type="button"
        class="quiet small"
        id={`select-${id}`}
        aria-label={say.selectRow(name)}
        onClick={() => shown.select(id)}
      >
        {say.select}
      </button>
    ),
  }));
}

/** A row for each relation, also for those that the day or a filter hides. */
export function relationRows(shown: Shown): readonly TableRow[] {
  return shown.scene.relations.map((relation) => {
    const { id, kind, status, text, from, to, start, span } = relation;
    const mark = shown.asked.without.has(kind) ? null : markOf(relation, shown.asked.day);
    const word = exploreTexts.marks[mark ?? "none"];
    return {
      cells: [
        { show: text, value: text },
        { show: KINDS[kind].title, value: KINDS[kind].title },
        { show: start === null ? say.noDay : onDate(start), value: start === null ? null : span.startLatest },
        { show: texts.status[status], value: texts.status[status] },
        {
          show:
            mark === null ? (
              word
            ) : (
              <span class="row tight">
                <LineSample family={FAMILY_OF[kind]} mark={mark} />
                {word}
              </span>
            ),
          value: word,
        },
      ],
      actions: (
        <button
          type="button"
          class="quiet small"
          id={`words-${id}`}
          aria-label={say.wordsRow(nameOf(shown, from), nameOf(shown, to))}
          onClick={() => shown.select(from, to)}
        >
          {say.words}
        </button>
      ),
    };
  });
}
