import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useFieldValue } from "./field-value.js";

export interface DateInputOptions {
  readonly id: string;
  readonly value: string | null;
  readonly describedBy?: string;
  /**
   * Called with each whole day that stands in the field, null where it is emptied. `replace`: it takes the place of
   * another that was passed through since the field got the focus, and is no step of its own to come back to.
   */
  readonly choose: (day: string | null, step: { readonly replace: boolean }) => void;
}

/** Gives the year four digits: without it a field takes six. */
const LAST_DAY = "9999-12-31";
/** While a year is typed the field passes through the years 2, 20 and 201. */
const FIRST_DAY = "1000-01-01";

/** A field for a day. */
export function DateInput({ id, value, describedBy, choose }: DateInputOptions): JSX.Element {
  const field = useFieldValue<HTMLInputElement>(value ?? "");
  const passed = useRef(false);
  const change = (event: Event) => {
    const { value: day, validity } = event.target as HTMLInputElement;
    if (validity.badInput || (day !== "" && day < FIRST_DAY)) return;
    const step = { replace: passed.current };
    passed.current = true;
    choose(day === "" ? null : day, step);
  };
  const leave = () => {
    passed.current = false;
  };
  return (
    <input
      ref={field}
      id={id}
      type="date"
      max={LAST_DAY}
      aria-describedby={describedBy}
      onChange={change}
      onBlur={leave}
    />
  );
}
