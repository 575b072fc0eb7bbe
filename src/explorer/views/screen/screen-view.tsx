import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { ClockFields } from "../../components/clock-fields.js";
import { useFieldValue } from "../../components/field-value.js";
import { clocksOf } from "../../state/clocks.js";
import type { Place } from "../../state/place.js";
import { screen as screenTexts } from "../../texts/screen.js";
import type { OpenView, Stage } from "../view.js";
import { type NameTable, NoCsv, namesIn, namesOfCsv } from "./names-of-csv.js";
import { ScreenTable } from "./screen-table.js";
import { type Screened, screen } from "./screening.js";
import "./screen.css";

/** As many as an address holds without harm. */
const MOST_NAMES = 100;

const say = screenTexts;

/** Names, pasted or from a CSV: candidates with the reasons of each score, and the exposure beside each. */
export function open(): OpenView {
  return {
    async show(place, stage) {
      stage.title(say.title);
      const names = namesOf(place.values.names ?? "");
      const clocks = clocksOf(place);
      const draw = (screened: readonly Screened[]) =>
        stage.draw(<ScreenPage place={place} stage={stage} names={names} screened={screened} />);
      draw(names.map((name) => ({ name, candidates: null, exposure: null })));
      if (names.length > 0) await screen(names, clocks, stage.signal, draw);
    },
  };
}

interface ScreenPageProps {
  readonly place: Place;
  readonly stage: Stage;
  readonly names: readonly string[];
  /** What is found, as it comes. */
  readonly screened: readonly Screened[];
}

function ScreenPage({ place, stage, names, screened }: ScreenPageProps): JSX.Element {
  const done = screened.filter(({ candidates }) => candidates !== null).length;
  return (
    <div class="stack">
      <header class="lead">
        <h1 tabIndex={-1}>{say.title}</h1>
        <p class="prose">{say.lead}</p>
      </header>
      <Form place={place} stage={stage} names={names} />
      <p id="progress" role="status" class="small soft">
        {names.length > 0 && say.progress(done, names.length)}
      </p>
      <div id="screened">{names.length > 0 && <ScreenTable screened={screened} place={place} />}</div>
    </div>
  );
}

/** As many as are screened at once, each once. */
function namesOf(text: string): readonly string[] {
  return [...new Set(namesGiven(text))].slice(0, MOST_NAMES);
}

function namesGiven(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** Names and a file that were not handed in yet outlast a change of days. */
function Form({ place, stage, names }: Omit<ScreenPageProps, "screened">): JSX.Element {
  const asked = names.join("\n");
  const field = useFieldValue<HTMLTextAreaElement>(asked, 0);
  const [table, setTable] = useState<NameTable | null>(null);
  const [trouble, setTrouble] = useState("");
  useLayoutEffect(() => setTrouble(""), [place]);
  const write = (text: string) => {
    if (field.current !== null) field.current.value = text;
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const given = namesOf(field.current?.value ?? "");
    if (given.length === 0) return setTrouble(say.noNames);
    const text = given.join("\n");
    write(text);
    stage.go({ names: text });
  };
  const fill = (from: NameTable, column: number) => {
    const found = namesIn(from, column);
    write(found.slice(0, MOST_NAMES).join("\n"));
    setTrouble(
      found.length === 0
        ? say.noNames
        : found.length > MOST_NAMES
          ? say.tooMany(found.length, MOST_NAMES)
          : "",
    );
  };
  /** Fills the names from a file; a choice of columns where it has several. */
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setTrouble("");
    setTable(null);
    try {
      const read = namesOfCsv(await file.text());
      fill(read, read.column);
      if (read.columns.length > 1) setTable(read);
    } catch (fault) {
      if (!(fault instanceof NoCsv)) throw fault;
      setTrouble(fault.message);
    }
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void take(file);
  };
  return (
    <form
      class="card screen-form"
      onSubmit={submit}
      onDrop={drop}
      onDragOver={(event: Event) => event.preventDefault()}
    >
      <div>
        <label for="names">{say.names}</label>
        <textarea ref={field} id="names" rows={8} spellcheck={false} />
      </div>
      <div class="stack tight">
        <div>
          <label for="file">{say.file}</label>
          <input
            id="file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </div>
        <div id="columns">
          {table !== null && <ColumnChoice table={table} choose={(column) => fill(table, column)} />}
        </div>
        <div id="screen-clocks">
          <ClockFields clocks={clocksOf(place)} go={stage.go} />
        </div>
        <p id="trouble" role="alert" class="trouble">
          {trouble}
        </p>
        <p class="row">
          <button type="submit">{say.go}</button>
          <button
            id="example"
            type="button"
            class="quiet"
            hidden={names.length > 0}
            onClick={() => stage.go({ names: say.exampleNames.join("\n") })}
          >
            {say.example}
          </button>
        </p>
      </div>
    </form>
  );
}

function ColumnChoice({
  table: { columns, column },
  choose,
}: {
  readonly table: NameTable;
  readonly choose: (column: number) => void;
}): JSX.Element {
  return (
    <div>
      <label for="column">{say.column}</label>
      <select
        id="column"
        onChange={(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}
      >
        {columns.map((name, at) => (
          <option key={at} value={at} selected={at === column}>
            {say.columnOf(at + 1, name)}
          </option>
        ))}
      </select>
    </div>
  );
}
