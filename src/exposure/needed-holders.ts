import type { Day } from "../domain/day.js";
import type { View } from "../projection/view.js";
import { COMPANY_CONTROL } from "./catch-rule.js";
import { heldCompany } from "./held-company.js";
import { PlainHolders } from "./plain-holders.js";

/** The holders needed to control companies (`HeldCompany.needed`), remembered for the view. */
export function neededHolders(view: View): NeededHolders {
  const known = KNOWN.get(view) ?? new NeededHolders(view);
  KNOWN.set(view, known);
  return known;
}

const KNOWN = new WeakMap<View, NeededHolders>();

const NOBODY = -1;
const SEVERAL = -2;

/**
 * Which holder of a company whoever controls it must control, in columns: one question looks at thousands of companies in
 * passing, nearly all of them held by plain shares and with one such holder or none. Of each company the period of days
 * that was asked about last is remembered.
 */
class NeededHolders {
  /** The days on which what is remembered of a company holds; none where nothing is. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  private readonly holder: Int32Array;
  private readonly several = new Map<number, readonly number[]>();
  private readonly plain: PlainHolders;
  private readonly view: View;

  constructor(view: View) {
    const { count } = view.projection.entities;
    this.view = view;
    this.from = new Int32Array(count);
    this.until = new Int32Array(count);
    this.holder = new Int32Array(count);
    this.plain = new PlainHolders(view);
  }

  /** Adds to a set: one holder without which all others could not control the company; all where there is no such. */
  addTo(set: Set<number>, company: number, day: Day): void {
    const isKnown = (this.from[company] as Day) <= day && day < (this.until[company] as Day);
    if (!isKnown) this.find(company, day);
    const holder = this.holder[company] as number;
    if (holder >= 0) set.add(holder);
    else if (holder === SEVERAL) for (const each of this.several.get(company) ?? []) set.add(each);
  }

  private find(company: number, day: Day): void {
    if (this.plain.read(company, day)) {
      const { plain } = this;
      this.remember(company, plain.from, plain.until, plain.needed());
    } else {
      const { from, until, needed } = heldCompany(this.view, company, COMPANY_CONTROL, day);
      this.remember(company, from, until, needed);
    }
  }

  private remember(company: number, from: Day, until: Day, needed: readonly number[]): void {
    const [first, second] = needed;
    this.from[company] = from;
    this.until[company] = until;
    this.holder[company] = second === undefined ? (first ?? NOBODY) : SEVERAL;
    if (second !== undefined) this.several.set(company, [...needed]);
  }
}
