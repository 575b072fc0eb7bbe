import { clockFields } from "../../looks/clock-fields.js";
import { h, type Markup } from "../../looks/markup.js";
import { mount } from "../../looks/mount.js";
import { clocksOf } from "../../state/clocks.js";
import type { Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import type { OpenView, Stage } from "../view.js";
import { type NameTable, NoCsv, namesIn, namesOfCsv } from "./names-of-csv.js";
import { screenTable } from "./screen-table.js";
import { type Screened, screen } from "./screening.js";
import "./screen.css";

/** As many as an address holds without harm. */
const MOST_NAMES = 100;

const say = texts.screen;

/** Names, pasted or from a CSV: candidates with the reasons of each score, and the exposure beside each. */
export function open(): OpenView {
  let isDrawn = false;
  return {
    async show(place, stage) {
      stage.title(say.title);
      const clocks = clocksOf(place);
      const names = namesOf(place.values.names ?? "");
      if (!isDrawn) mount(stage.host, frame(stage));
      isDrawn = true;
      const part = (id: string) => stage.host.querySelector(`#${id}`) as HTMLElement;
      mount(part("screen-clocks"), clockFields({ clocks, go: stage.go }));
      mount(part("trouble"));
      part("example").hidden = names.length > 0;
      give(part("names") as HTMLTextAreaElement, names.join("\n"));
      mount(part("progress"));
      mount(part("screened"));
      if (names.length > 0) await result(names, place, stage);
    },
  };
}

/** The page around the result, which is drawn once: names and a file that were not handed in yet outlast a change of days. */
function frame(stage: Stage): Markup {
  return h(
    "div",
    { class: "stack" },
    h(
      "header",
      { class: "lead" },
      h("h1", { tabindex: "-1" }, say.title),
      h("p", { class: "prose" }, say.lead),
    ),
    form(stage),
    h("p", { id: "progress", role: "status", class: "small soft" }),
    h("div", { id: "screened" }),
  );
}

/** The names of the address, unless it names the same as before. */
function give(field: HTMLTextAreaElement, text: string): void {
  if (field.defaultValue === text) return;
  field.defaultValue = text;
  field.value = text;
}

/** Shows what is found as it comes. */
async function result(names: readonly string[], place: Place, stage: Stage): Promise<void> {
  const [progress, host] = ["#progress", "#screened"].map((id) => stage.host.querySelector(id) as Element);
  const draw = (screened: readonly Screened[]) => {
    if (stage.signal.aborted || progress === undefined || host === undefined) return;
    const done = screened.filter(({ candidates }) => candidates !== null).length;
    progress.textContent = say.progress(done, names.length);
    mount(host, screenTable(screened, place));
  };
  draw(names.map((name) => ({ name, candidates: null, exposure: null })));
  await screen(names, clocksOf(place), stage.signal, draw);
}

function namesOf(text: string): readonly string[] {
  const names = text.split(/\r?\n/).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== "").slice(0, MOST_NAMES);
}

function form(stage: Stage): Markup {
  const submit = (event: Event) => {
    event.preventDefault();
    const { value } = fieldsOf(event.currentTarget as Element).names;
    const given = value.split(/\r?\n/).filter((name) => name.trim() !== "").length;
    if (given === 0) return tell(event.currentTarget as Element, say.noNames);
    const text = namesOf(value).join("\n");
    fieldsOf(event.currentTarget as Element).names.value = text;
    stage.go({ names: text });
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void take(file, event.currentTarget as Element);
  };
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file !== undefined) void take(file, input.closest("form") as Element);
  };
  const example = () => stage.go({ names: say.exampleNames.join("\n") });
  return h(
    "form",
    {
      class: "card screen-form",
      onsubmit: submit,
      ondrop: drop,
      ondragover: (event: Event) => event.preventDefault(),
    },
    h(
      "div",
      {},
      h("label", { for: "names" }, say.names),
      h("textarea", { id: "names", rows: 8, spellcheck: "false" }),
    ),
    h(
      "div",
      { class: "stack tight" },
      h(
        "div",
        {},
        h("label", { for: "file" }, say.file),
        h("input", { id: "file", type: "file", accept: ".csv,.tsv,.txt,text/csv", onchange: choose }),
      ),
      h("div", { id: "columns" }),
      h("div", { id: "screen-clocks" }),
      h("p", { id: "trouble", role: "alert", class: "trouble" }),
      h(
        "p",
        { class: "row" },
        h("button", { type: "submit" }, say.go),
        h("button", { id: "example", type: "button", class: "quiet", onclick: example }, say.example),
      ),
    ),
  );
}

function fieldsOf(within: Element) {
  return {
    names: within.querySelector("#names") as HTMLTextAreaElement,
    columns: within.querySelector("#columns") as HTMLElement,
    trouble: within.querySelector("#trouble") as HTMLElement,
  };
}

function tell(within: Element, trouble: string): void {
  fieldsOf(within).trouble.textContent = trouble;
}

/** Fills the names from a file; a choice of columns where it has several. */
async function take(file: File, within: Element): Promise<void> {
  const { columns } = fieldsOf(within);
  tell(within, "");
  mount(columns);
  try {
    const table = namesOfCsv(await file.text());
    fill(table, table.column, within);
    if (table.columns.length > 1)
      mount(
        columns,
        columnChoice(table, (column) => fill(table, column, within)),
      );
  } catch (fault) {
    if (!(fault instanceof NoCsv)) throw fault;
    tell(within, fault.message);
  }
}

function fill(table: NameTable, column: number, within: Element): void {
  const names = namesIn(table, column);
  fieldsOf(within).names.value = names.slice(0, MOST_NAMES).join("\n");
  const trouble =
    names.length === 0 ? say.noNames : names.length > MOST_NAMES ? say.tooMany(names.length, MOST_NAMES) : "";
  tell(within, trouble);
}

function columnChoice({ columns, column }: NameTable, choose: (column: number) => void): Markup {
  return h(
    "div",
    {},
    h("label", { for: "column" }, say.column),
    h(
      "select",
      { id: "column", onchange: (event: Event) => choose(Number((event.target as HTMLSelectElement).value)) },
      columns.map((name, at) =>
        h("option", { value: at, selected: at === column }, say.columnOf(at + 1, name)),
      ),
    ),
  );
}
