import { h, type Markup } from "./markup.js";

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
export function dateInput({ id, value, describedBy, choose }: DateInputOptions): Markup {
  let replace = false;
  const change = (event: Event) => {
    const { value: day, validity } = event.target as HTMLInputElement;
    if (validity.badInput || (day !== "" && day < FIRST_DAY)) return;
    const step = { replace };
    replace = true;
    // The field goes on to its next part only after it told of a change, and must find itself in place.
    setTimeout(() => choose(day === "" ? null : day, step));
  };
  const left = () => {
    replace = false;
  };
  return h("input", {
    id,
    type: "date",
    max: LAST_DAY,
    value,
    "aria-describedby": describedBy,
    onchange: change,
    onblur: left,
  });
}
