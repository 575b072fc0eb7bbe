import type { AskFlagQuery, WholeFlagFragment } from "../../api/documents.generated.js";
import { entityLink } from "../../looks/chain.js";
import { flagsAndReplies, kindOf } from "../../looks/flags-and-replies.js";
import { h, type Markup } from "../../looks/markup.js";
import { scopeNote } from "../../looks/scope-note.js";
import { hrefOf, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Matrix = NonNullable<AskFlagQuery["exposureMatrix"]>;
type Concerned = {
  readonly role: keyof typeof texts.role;
  readonly entity: Parameters<typeof entityLink>[0];
};
type Flag = WholeFlagFragment & {
  readonly subjects: { readonly totalCount: number; readonly nodes: readonly Concerned[] };
};

const SHOWN = 12;

/** A probe or a listing: what is said beside what was answered, whom it concerns, and which universities it reaches. */
export function flagPage(flag: Flag, matrix: Matrix, place: Place): Markup {
  return h(
    "div",
    { class: "stack" },
    h(
      "header",
      { class: "lead" },
      h("p", { class: "eyebrow" }, kindOf(flag), ...flag.authorities.map(({ name }) => `, ${name}`)),
      h("h1", { tabindex: "-1" }, flag.title),
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, texts.open.allegations),
      flagsAndReplies([{ flag, state: flag.state, phrases: [] }], {
        validAt: matrix.scope.validAt,
        level: 3,
      }),
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, texts.flag.concerns(flag.subjects.totalCount)),
      concerned(flag),
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, texts.flag.exposed(matrix.rows.length)),
      matrix.rows.length === 0 ? h("p", {}, texts.flag.exposedNone) : exposed(flag.id, matrix, place),
      scopeNote(matrix.scope),
    ),
  );
}

function concerned({ subjects }: Flag): Markup {
  const item = ({ role, entity }: Concerned) =>
    h("li", {}, entityLink(entity), h("span", { class: "soft" }, `, ${texts.role[role]}`));
  const [shown, rest] = [subjects.nodes.slice(0, SHOWN), subjects.nodes.slice(SHOWN)];
  return h(
    "div",
    {},
    h("ul", { class: "columns" }, shown.map(item)),
    rest.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, texts.flag.more(subjects.totalCount - SHOWN)),
        h("ul", { class: "columns" }, rest.map(item)),
      ),
  );
}

/** Each university with how many findings by channel. */
function exposed(flag: string, { rows, columns, cells }: Matrix, { values: { at, known } }: Place): Markup {
  const found = new Map(cells.map(({ row, column, min }) => [`${row} ${column}`, min]));
  const channelsOf = (row: number) =>
    columns.flatMap(({ key }, column) => {
      const n = found.get(`${row} ${column}`) ?? 0;
      const name = texts.channels[key as keyof typeof texts.channels];
      return n === 0 ? [] : [n === 1 ? name : `${name} (${n})`];
    });
  return h(
    "ul",
    { class: "columns" },
    rows.map(({ key, label }, row) =>
      h(
        "li",
        {},
        h("a", { href: hrefOf("/", { university: key, flag, at, known }) }, label),
        h("span", { class: "soft" }, `: ${channelsOf(row).join(", ")}`),
      ),
    ),
  );
}
