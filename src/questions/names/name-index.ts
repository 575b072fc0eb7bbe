import { LEGAL_FORM_WORDS } from "../../domain/legal-forms.js";
import { typingErrors } from "../../domain/nearest.js";
import { popCount } from "../../graph/bitset.js";
import type { EntityTable } from "../../graph/entity-table.js";
import type { Projection } from "../../graph/projection.js";

/** How well one name of an entity fits the words that were asked for. */
export interface NameMatch {
  readonly entity: number;
  /** Which of the entity's names (`namesOf`): 0 is the name. */
  readonly place: number;
  /** Words of the question that stand in the name as words, or as beginnings of words (whole ones included). */
  readonly wholeWords: number;
  readonly words: number;
  /** Those of `words` that stand in no name of the graph and differ by a letter or two from a word of this one. */
  readonly nearWords: number;
  /** Words of the name, legal forms left out. */
  readonly length: number;
}

/** Questions are cut to so many words. */
const MOST_WORDS = 12;

/** How many typing errors a word of so many letters or more may have, the longest first. */
const NEAR = [
  { letters: 9, errors: 2 },
  { letters: 5, errors: 1 },
] as const;

/** An entity's name, its aliases and its short name. */
export function namesOf(entities: EntityTable, entity: number): readonly string[] {
  const { name, aliases, short } = entities.at(entity);
  return short === null || aliases.includes(short) ? [name, ...aliases] : [name, ...aliases, short];
}

/**
 * Every word of every name, alias and short name, with the names in which it stands. Made once for a table of entities, when it
 * is first searched (versions in which no entity changed share theirs); numbers in typed arrays, words as texts.
 */
export class NameIndex {
  /** Distinct words in the order of their code units. */
  private readonly words: readonly string[];
  /** Of each word, which letters stand in it: 32 bits, so that most words are told apart from a misspelt one at once. */
  private readonly letters: Uint32Array;
  /** `starts[w]` to `starts[w + 1]` are the places of word w in `names`. */
  private readonly starts: Uint32Array;
  private readonly names: Uint32Array;
  /** By name: its entity, its place among the entity's names, its number of distinct words. */
  private readonly entityOf: Uint32Array;
  private readonly placeOf: Uint16Array;
  private readonly lengthOf: Uint16Array;

  private constructor(entities: EntityTable) {
    const postings = new Map<string, number[]>();
    const entityOf: number[] = [];
    const placeOf: number[] = [];
    const lengthOf: number[] = [];
    for (let entity = 0; entity < entities.count; entity += 1) {
      namesOf(entities, entity).forEach((text, place) => {
        const words = new Set(foldText(text).split(" "));
        const telling = [...words].filter((word) => !LEGAL_FORM_WORDS.has(word)).length;
        for (const word of words) {
          const names = postings.get(word);
          if (names) names.push(entityOf.length);
          else postings.set(word, [entityOf.length]);
        }
        entityOf.push(entity);
        placeOf.push(place);
        lengthOf.push(Math.max(1, telling));
      });
    }
    this.words = [...postings.keys()].sort();
    this.letters = Uint32Array.from(this.words, lettersOf);
    this.starts = new Uint32Array(this.words.length + 1);
    const names: number[] = [];
    this.words.forEach((word, at) => {
      for (const name of postings.get(word) ?? []) names.push(name);
      this.starts[at + 1] = names.length;
    });
    this.names = Uint32Array.from(names);
    this.entityOf = Uint32Array.from(entityOf);
    this.placeOf = Uint16Array.from(placeOf);
    this.lengthOf = Uint16Array.from(lengthOf);
  }

  static of({ entities }: Projection): NameIndex {
    const index = INDICES.get(entities) ?? new NameIndex(entities);
    INDICES.set(entities, index);
    return index;
  }

  /**
   * Every name in which at least one word of a folded text stands, or begins a word; with `near`, a word that begins none
   * in the graph counts where one differs by a letter or two.
   */
  *matches(folded: string, { near: isNear }: { readonly near: boolean }): Iterable<NameMatch> {
    const { whole, begun, near, met } = this.countWords(questionWords(folded), isNear);
    for (const name of met) {
      yield {
        entity: this.entityOf[name] as number,
        place: this.placeOf[name] as number,
        wholeWords: whole[name] as number,
        words: begun[name] as number,
        nearWords: near[name] as number,
        length: this.lengthOf[name] as number,
      };
    }
  }

  /** The entities of which one name holds every word of a folded text, whole or as a beginning. */
  entitiesWith(folded: string): ReadonlySet<number> {
    const asked = questionWords(folded).length;
    const found = new Set<number>();
    for (const match of this.matches(folded, { near: false }))
      if (match.words === asked) found.add(match.entity);
    return found;
  }

  private countWords(
    asked: readonly string[],
    isNear: boolean,
  ): {
    readonly whole: Uint8Array;
    readonly begun: Uint8Array;
    readonly near: Uint8Array;
    readonly met: readonly number[];
  } {
    const whole = new Uint8Array(this.entityOf.length);
    const begun = new Uint8Array(this.entityOf.length);
    const near = new Uint8Array(this.entityOf.length);
    const lastAsked = new Uint8Array(this.entityOf.length);
    const met: number[] = [];
    asked.forEach((word, at) => {
      const begins = this.wordsBegunBy(word);
      const isMisspelt = isNear && begins.length === 0;
      for (const place of isMisspelt ? this.wordsNear(word) : begins) {
        for (
          let posting = this.starts[place] as number;
          posting < (this.starts[place + 1] as number);
          posting += 1
        ) {
          const name = this.names[posting] as number;
          if (this.words[place] === word) whole[name] = (whole[name] as number) + 1;
          if (lastAsked[name] === at + 1) continue;
          if (lastAsked[name] === 0) met.push(name);
          lastAsked[name] = at + 1;
          begun[name] = (begun[name] as number) + 1;
          if (isMisspelt) near[name] = (near[name] as number) + 1;
        }
      }
    });
    return { whole, begun, near, met };
  }

  private wordsBegunBy(word: string): readonly number[] {
    const begun: number[] = [];
    for (let place = this.placeFrom(word); this.words[place]?.startsWith(word); place += 1) begun.push(place);
    return begun;
  }

  /**
   * The words with the fewest typing errors, as many as a word of that length may have. Each word of the index is looked
   * at, but only those compared of which few letters differ: one error changes two of them at most.
   */
  private wordsNear(word: string): readonly number[] {
    const errors = NEAR.find(({ letters }) => word.length >= letters)?.errors ?? 0;
    const letters = lettersOf(word);
    let limit = errors + 1;
    let near: number[] = [];
    for (let place = 0; place < this.words.length && errors > 0; place += 1) {
      if (popCount(letters ^ (this.letters[place] as number)) > 2 * errors) continue;
      const known = this.words[place] as string;
      if (Math.abs(known.length - word.length) > errors) continue;
      const found = typingErrors(word, known, limit + 1);
      if (found > limit || found > errors) continue;
      if (found < limit) near = [];
      limit = found;
      near.push(place);
    }
    return near;
  }

  /** The first word that is not before `word`. */
  private placeFrom(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A bit for each letter that stands in a word; letters 32 apart share one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}

const INDICES = new WeakMap<EntityTable, NameIndex>();

function questionWords(folded: string): readonly string[] {
  return [...new Set(folded.split(" ").filter((word) => word !== ""))].slice(0, MOST_WORDS);
}

/**
 * A text as it is compared: letters and digits only, without case and diacritics, words parted by one space.
 * "Universität Zürich" is "universitat zurich".
 */
export function foldText(text: string): string {
  const plain = text.toLowerCase();
  if (/^[a-z0-9 ]*$/.test(plain)) return plain.trim().replace(/ +/g, " ");
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/æ/g, "ae")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
