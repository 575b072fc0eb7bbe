import { h, type Markup } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { searchBox } from "../../looks/search-box.js";
import { texts } from "../../texts/english.js";
import { nameOf, type Shown } from "./shown.js";

/** The beginnings of a search for ways, kept while the reader chooses. */
export interface Connecting {
  from: Party | null;
  to: Party | null;
  limit: number;
  avoid: Party[];
  isOpen: boolean;
}
interface Party {
  readonly id: string;
  readonly name: string;
}

const WAYS = [1, 3, 5, 10];
const HUBS = 3;

/** Puts an entity on the canvas by its name. */
export function finder(shown: () => Shown): Markup {
  return searchBox({
    id: "find",
    label: texts.explore.find,
    hint: texts.explore.findHint,
    choose: ({ id }) => {
      const { act, select, scene } = shown();
      if (scene.entities.has(id)) select(id);
      else act({ act: "add", id });
    },
  });
}

/** Joins two entities by several ways, and leaves out who joins everybody with everybody. */
export function connectForm(shown: () => Shown, state: Connecting): Markup {
  return h(
    "details",
    {
      class: "connect",
      id: "connect",
      open: state.isOpen,
      ontoggle: (event: Event) => {
        state.isOpen = (event.currentTarget as HTMLDetailsElement).open;
      },
    },
    parts(shown, state),
  );
}

function parts(shown: () => Shown, state: Connecting): readonly Markup[] {
  const say = texts.explore.connect;
  const again = () => mount(document.getElementById("connect") as HTMLElement, parts(shown, state));
  return [
    h("summary", {}, say.title),
    h(
      "form",
      {
        class: "connecting",
        onsubmit: (event: Event) => {
          event.preventDefault();
          go(event.currentTarget as Element, shown(), state);
        },
      },
      end("from", say.from, state, again),
      end("to", say.to, state, again),
      h(
        "div",
        { class: "field" },
        h("label", { for: "ways" }, say.ways),
        h(
          "select",
          {
            id: "ways",
            onchange: (event: Event) => {
              state.limit = Number((event.target as HTMLSelectElement).value);
            },
          },
          WAYS.map((n) => h("option", { value: n, selected: n === state.limit }, n)),
        ),
      ),
      avoidance(shown(), state, again),
      h("div", {}, h("button", { type: "submit", id: "find-ways" }, say.go)),
      h("p", { class: "small wide", role: "alert", id: "connect-said" }),
    ),
  ];
}

function end(side: "from" | "to", label: string, state: Connecting, again: () => void): Markup {
  return searchBox({
    id: `connect-${side}`,
    label,
    hint: texts.explore.connect.hint,
    value: state[side]?.name ?? "",
    choose: ({ id, name }) => {
      state[side] = { id, name };
      again();
    },
  });
}

function avoidance(shown: Shown, state: Connecting, again: () => void): Markup {
  const say = texts.explore.connect;
  const put = (party: Party) => {
    if (!state.avoid.some(({ id }) => id === party.id)) state.avoid.push(party);
    again();
  };
  const hubs = [...shown.scene.entities.values()]
    .filter(({ id }) => ![state.from?.id, state.to?.id, ...state.avoid.map((one) => one.id)].includes(id))
    .sort((a, b) => b.onRecord - a.onRecord)
    .slice(0, HUBS);
  return h(
    "div",
    { class: "stack tight wide" },
    searchBox({ id: "avoid", label: say.avoid, hint: say.hint, choose: put }),
    h("p", { class: "small soft" }, say.avoidHelp),
    h(
      "div",
      { class: "row" },
      state.avoid.map(({ id, name }) =>
        h(
          "button",
          {
            type: "button",
            class: "quiet chip",
            "aria-current": "true",
            "aria-label": say.avoided(name),
            onclick: () => {
              state.avoid = state.avoid.filter((one) => one.id !== id);
              again();
            },
          },
          `${name} ×`,
        ),
      ),
      hubs.map(({ id, name, onRecord }) =>
        h(
          "button",
          { type: "button", class: "quiet chip", onclick: () => put({ id, name }) },
          say.without(nameOf(shown, id), onRecord),
        ),
      ),
    ),
  );
}

function go(form: Element, shown: Shown, { from, to, limit, avoid }: Connecting): void {
  if (from === null || to === null || from.id === to.id) {
    const said = form.querySelector("#connect-said");
    if (said !== null) mount(said, texts.explore.connect.missing);
    return;
  }
  shown.act({
    act: "connect",
    from: from.id,
    to: to.id,
    limit,
    day: shown.now().place.values.at ?? null,
    avoid: avoid.map(({ id }) => id),
  });
}
