import type { ComponentChildren, JSX } from "preact";
import { printDay, today } from "../../domain/day.js";
import type { Clocks } from "../state/clocks.js";
import { texts } from "../texts/english.js";
import { DateInput } from "./date-input.js";
import { KnownNote } from "./known-note.js";

export interface ClockFieldsOptions {
  readonly clocks: Clocks;
  /** The days that the answer was asked for: shown where the address leaves a clock open; without them today is. */
  readonly asked?: { readonly validAt: string; readonly knownAt: string };
  readonly go: (values: Readonly<Record<string, string | null>>, step: { readonly replace: boolean }) => void;
  /** Links that set the clocks at once, beside the fields. */
  readonly shortcuts?: ComponentChildren;
}

/** Both clocks as date fields, with a sentence on what is left out as known on an earlier day. Emptied, a field means today. */
export function ClockFields({ clocks, asked, go, shortcuts }: ClockFieldsOptions): JSX.Element {
  const now = printDay(today());
  const validAt = clocks.validAt ?? asked?.validAt ?? now;
  const knownAt = clocks.knownAt ?? asked?.knownAt ?? now;
  return (
    <fieldset class="clocks">
      <legend class="hidden">{texts.clocks.legend}</legend>
      <DateField name="at" label={texts.clocks.at} help={texts.clocks.atHelp} value={validAt} go={go} />
      <DateField
        name="known"
        label={texts.clocks.known}
        help={texts.clocks.knownHelp}
        value={knownAt}
        go={go}
      />
      {shortcuts}
      <KnownNote knownAt={knownAt} now={now} />
    </fieldset>
  );
}

function DateField({
  name,
  label,
  help,
  value,
  go,
}: {
  readonly name: "at" | "known";
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly go: ClockFieldsOptions["go"];
}): JSX.Element {
  return (
    <div class="field">
      <label for={name} title={help}>
        {label}
      </label>
      <DateInput
        id={name}
        value={value}
        describedBy={`${name}-help`}
        choose={(day, step) => go({ [name]: day }, step)}
      />
      <span id={`${name}-help`} class="hidden">
        {help}
      </span>
    </div>
  );
}
