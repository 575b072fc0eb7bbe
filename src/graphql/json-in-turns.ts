import { currentBudget } from "../projection/budget.js";

/** So many values are written in one go: about half a millisecond. */
const AT_ONCE = 8_000;

/**
 * An answer as JSON, to the byte as JSON.stringify writes it, with turns for others while a large one is written. What
 * was worked out is written, however late it has become.
 */
export async function jsonInTurns(answer: unknown): Promise<string> {
  if (countOf(answer, AT_ONCE) < AT_ONCE) return JSON.stringify(answer);
  const budget = currentBudget();
  const written: string[] = [];
  for (const piece of piecesOfLarge(answer)) {
    written.push(piece);
    if (budget.mustRest) await budget.turn().catch(() => {});
  }
  return written.join("");
}

function* piecesOf(value: unknown): Generator<string> {
  if (countOf(value, AT_ONCE) < AT_ONCE) yield JSON.stringify(value) ?? "null";
  else yield* piecesOfLarge(value);
}

/** Writes lists item by item and records value by value, as far as these are large. */
function* piecesOfLarge(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    yield "[";
    for (const part of partsOf(value)) {
      if (part.from > 0) yield ",";
      if (part.to - part.from > 1) yield JSON.stringify(value.slice(part.from, part.to)).slice(1, -1);
      else yield* piecesOf(value[part.from]);
    }
    yield "]";
  } else if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, of]) => of !== undefined);
    let before = "{";
    for (const [name, of] of members) {
      yield `${before}${JSON.stringify(name)}:`;
      // All that is in the record is in its only member: that need not be counted again.
      yield* members.length === 1 ? piecesOfLarge(of) : piecesOf(of);
      before = ",";
    }
    yield members.length === 0 ? "{}" : "}";
  } else yield JSON.stringify(value);
}

/** Cuts a list where so much has come together that it is enough for one piece. */
function* partsOf(list: readonly unknown[]): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0;
  let count = 0;
  for (let at = 0; at < list.length; at += 1) {
    const further = countOf(list[at], AT_ONCE);
    if (at > from && count + further > AT_ONCE) {
      yield { from, to: at };
      from = at;
      count = 0;
    }
    count += further;
  }
  if (from < list.length) yield { from, to: list.length };
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
  // In place of Object.values, which would make a list of each record.
  for (const name in value) {
    count += countOf((value as Record<string, unknown>)[name], most - count);
    if (count >= most) return most;
  }
  return count;
}
