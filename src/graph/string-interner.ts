import type { StringTable } from "./string-table.js";

/** Gives each distinct text a number, in the order in which they are met. */
export class StringInterner {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Texts with more after them, and the number of each of those that come. */
export function internedAfter(
  known: readonly string[],
  coming: readonly string[],
): { readonly texts: readonly string[]; readonly numbers: readonly number[] } {
  const fresh = coming.filter((text) => !known.includes(text));
  const texts = fresh.length === 0 ? known : [...known, ...fresh];
  return { texts, numbers: coming.map((text) => texts.indexOf(text)) };
}

/** The place of each text among all of them in their order; no text comes twice. */
export function ranksOf(texts: readonly string[]): readonly number[] {
  const ranks = new Map([...texts].sort().map((text, rank) => [text, rank]));
  return texts.map((text) => ranks.get(text) as number);
}

/**
 * Numbers texts by their place in a table, in which none comes twice; the answer gives the number of each text of a list, or
 * -1. The same as a Map, but five to ten times as fast for texts that were just read, and a projection is built of two such
 * texts a relation: a Map has the engine hash each of them in a call of its own, and what it looks at lies far apart. Open
 * addressing, at most half full; texts are compared in full.
 */
export function numberTexts(table: StringTable): (texts: readonly string[]) => Int32Array {
  const { bytes, offsets, length } = table;
  const mask = 2 ** Math.ceil(Math.log2(Math.max(1, length) * 2)) - 1;
  /** Of each place a hash and, beside it, the number of its text plus one; 0: empty. */
  const places = new Int32Array(2 * (mask + 1));
  for (let number = 0; number < length; number += 1) {
    const hash = hashOfBytes(bytes, offsets[number] as number, offsets[number + 1] as number);
    let place = hash & mask;
    while (places[2 * place + 1] !== 0) place = (place + 1) & mask;
    places[2 * place] = hash;
    places[2 * place + 1] = number + 1;
  }

  /** The first place with a hash, from one on, or an empty one. */
  const placeOf = (hash: number, from = hash): number => {
    let place = from & mask;
    while (places[2 * place + 1] !== 0 && places[2 * place] !== hash) place = (place + 1) & mask;
    return place;
  };
  const numberAt = (place: number) => (places[2 * place + 1] as number) - 1;

  const beginsLike = (number: number, text: string) =>
    bytes[offsets[number] as number] === text.charCodeAt(0);
  const isLike = (number: number, text: string): boolean => {
    const start = offsets[number] as number;
    if (start + text.length !== offsets[number + 1]) return false;
    for (let at = 0; at < text.length; at += 1) if (bytes[start + at] !== text.charCodeAt(at)) return false;
    return true;
  };
  /** For texts that are not ASCII, and where two share a hash. */
  const find = (text: string): number => {
    const hash = hashOfText(text);
    for (let place = placeOf(hash); ; place = placeOf(hash, place + 1)) {
      const number = numberAt(place);
      if (number < 0 || table.at(number) === text) return number;
    }
  };

  // A pass for each memory that lies apart: there no text waits for what the one before it waits for.
  return (texts) => {
    const numbers = new Int32Array(texts.length);
    for (let at = 0; at < texts.length; at += 1) numbers[at] = hashOfText(texts[at] as string);
    for (let at = 0; at < texts.length; at += 1) numbers[at] = numberAt(placeOf(numbers[at] as number));
    for (const isSame of [beginsLike, isLike])
      for (let at = 0; at < texts.length; at += 1) {
        const number = numbers[at] as number;
        const text = texts[at] as string;
        if (number >= 0 && !isSame(number, text)) numbers[at] = find(text);
      }
    return numbers;
  };
}

/** FNV-1a over the bytes of a text in UTF-8, its high bits mixed into the low ones, which choose the place. */
function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = BASIS;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), PRIME);
  return mixed(hash);
}

/** The same of a text, whose bytes are its letters as long as it is ASCII. */
function hashOfText(text: string): number {
  let hash = BASIS;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter > 0x7f) {
      const bytes = Buffer.from(text, "utf8");
      return hashOfBytes(bytes, 0, bytes.length);
    }
    hash = Math.imul(hash ^ letter, PRIME);
  }
  return mixed(hash);
}

const BASIS = 0x811c9dc5 | 0;

const PRIME = 0x01000193;

const mixed = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) | 0;
