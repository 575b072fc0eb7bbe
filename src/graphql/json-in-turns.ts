import { currentBudget } from "../graph/budget.js";

/** So many values are written in one go: about half a millisecond. */
const AT_ONCE = 8_000;
/** At least so many characters are written between two turns: a smaller answer waits for none. */
const BETWEEN = 32_000;
/** A record of so few is not taken apart. */
const FEW = 100;

/**
 * An answer as JSON, to the byte as JSON.stringify writes it, with turns for others while a large one is written. What
 * was worked out is written, however late it has become.
 */
export async function jsonInTurns(answer: unknown): Promise<string> {
  const budget = currentBudget();
  let written = "";
  let rested = 0;
  for (const piece of piecesOf(answer)) {
    written += piece;
    if (written.length - rested < BETWEEN || !budget.mustRest) continue;
    await budget.turn().catch(() => {});
    rested = written.length;
  }
  return written;
}

/** Records value by value and lists item by item, as far as these may be large: so each item is counted once, by its list. */
function* piecesOf(value: unknown): Generator<string> {
  if (countOf(value, FEW) < FEW) yield JSON.stringify(value) ?? "null";
  else if (Array.isArray(value)) {
    let before = "[";
    for (const { from, to, count } of partsOf(value)) {
      yield before;
      if (to - from === 1 && count >= AT_ONCE) yield* piecesOf(value[from]);
      else yield JSON.stringify(value.slice(from, to)).slice(1, -1);
      before = ",";
    }
    yield "]";
  } else if (typeof value === "object" && value !== null) {
    let before = "{";
    for (const [name, of] of Object.entries(value)) {
      if (of === undefined) continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* piecesOf(of);
      before = ",";
    }
    yield before === "{" ? "{}" : "}";
  } else yield JSON.stringify(value);
}

/** Some items of a list one after the other, and how many values they hold: more than are written in one go where one is large alone. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Cuts a list where so much has come together that it is enough for one piece. */
function* partsOf(list: readonly unknown[]): Generator<Part> {
  let from = 0;
  let count = 0;
  for (let at = 0; at < list.length; at += 1) {
    const further = countOf(list[at], AT_ONCE);
    if (at > from && count + further > AT_ONCE) {
      yield { from, to: at, count };
      from = at;
      count = 0;
    }
    count += further;
  }
  if (from < list.length) yield { from, to: list.length, count };
}

/** How many values a value holds, itself included, long texts as several; not counted further than `most`. */
function countOf(value: unknown, most: number): number {
  if (typeof value === "string") return 1 + (value.length >>> 7);
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length && count < most; at += 1) count += countOf(value[at], most - count);
    return Math.min(count, most);
  }
  const names = Object.keys(value);
  for (let at = 0; at < names.length && count < most; at += 1)
    count += countOf((value as Record<string, unknown>)[names[at] as string], most - count);
  return Math.min(count, most);
}
