import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { type Day, dayOf, parseDay, printDay, today } from "../../../domain/day.js";
import { DateInput } from "../../components/date-input.js";
import { dayText } from "../../components/day.js";
import { useFieldValue } from "../../components/field-value.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { Scene } from "./scene.js";

export interface ClockSliderOptions {
  /** Its name in the address. */
  readonly name: "at" | "known";
  readonly label: string;
  readonly help: string;
  /** Null: today. */
  readonly day: string | null;
  /** The first year of the slider. */
  readonly fromYear: number;
  /** While the slider moves. */
  readonly preview?: (day: Day) => void;
  readonly set: (day: string | null) => void;
}

/** A clock as a slider of months, with the day in words, a field for an exact day, and a button back to today. */
export function ClockSlider(options: ClockSliderOptions): JSX.Element {
  const { name, label, help, day, fromYear, preview, set } = options;
  const say = exploreTexts.time;
  const first = fromYear * 12;
  const last = monthOf(printDay(today()));
  const here = Math.min(last, Math.max(first, day === null ? last : monthOf(day)));
  const words = (text: string | null) => (text === null ? say.today : dayText(text));
  const slider = useFieldValue<HTMLInputElement>(String(here), options);
  const [shown, setShown] = useState(day);
  useLayoutEffect(() => setShown(day), [options]);
  const moved = (event: Event, then: (day: string | null) => void) => {
    const now = dayOfMonth(Number((event.currentTarget as HTMLInputElement).value), last);
    setShown(now);
    then(now);
  };
  return (
    <div class="clock">
      <div class="row spread">
        <label for={name} title={help}>
          {label}
        </label>
        <output id={`${name}-words`} for={`${name}-slider`}>
          {words(shown)}
        </output>
      </div>
      <input
        ref={slider}
        type="range"
        id={`${name}-slider`}
        aria-label={say.slider(label)}
        aria-valuetext={words(shown)}
        min={first}
        max={last}
        step={1}
        onInput={(event: Event) => moved(event, (now) => preview?.(now === null ? today() : parseDay(now)))}
        onChange={(event: Event) => moved(event, set)}
      />
      <div class="row">
        <DateInput id={name} value={day ?? printDay(today())} describedBy={`${name}-help`} choose={set} />
        <button
          type="button"
          class="quiet small"
          id={`${name}-today`}
          disabled={day === null}
          onClick={() => set(null)}
        >
          {say.toToday}
        </button>
      </div>
      <p class="small soft" id={`${name}-help`}>
        {help}
      </p>
    </div>
  );
}

/** Months since the year 0. */
function monthOf(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

/** The last day of a month, null for the month of today. */
function dayOfMonth(month: number, last: number): string | null {
  if (month >= last) return null;
  const next = month + 1;
  const day = dayOf(Math.floor(next / 12), (next % 12) + 1, 1);
  return day === null ? null : printDay(day - 1);
}

/** The year with which the sliders begin: a year before the first that a source gives. */
export function firstYear({ relations }: Scene): number {
  const years = relations.flatMap(({ start }) => /\d{4}/.exec(start ?? "")?.[0] ?? []).map(Number);
  return Math.max(1950, Math.min(2015, ...years) - 1);
}
