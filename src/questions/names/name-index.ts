import type { EntityTable } from "../../projection/entity-table.js";
import type { Projection } from "../../projection/projection.js";
import { foldText } from "./fold-text.js";

/** How well one name of an entity fits the words that were asked for. */
export interface NameMatch {
  readonly entity: number;
  /** Which of the entity's names: 0 is the name, the others are aliases. */
  readonly place: number;
  /** Words of the question that stand in the name as words, or as beginnings of words (whole ones included). */
  readonly wholeWords: number;
  readonly words: number;
  /** Words of the name, legal forms left out. */
  readonly length: number;
}

/** Words that tell no company from another. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  "co company corp corporation inc incorporated limited llc llp lp ltd plc gmbh ag sa sarl sas bv nv ab as oy kk spa srl pte pty".split(
    " ",
  ),
);

/** Questions are cut to so many words. */
const MOST_WORDS = 12;

/**
 * Every word of every name and alias, with the names in which it stands. Made once for a table of entities, when it
 * is first searched (versions in which no entity changed share theirs); numbers in typed arrays, words as texts.
 */
export class NameIndex {
  /** Distinct words in the order of their code units. */
  private readonly words: readonly string[];
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
      const { name, aliases } = entities.at(entity);
      [name, ...aliases].forEach((text, place) => {
        const words = new Set(foldText(text).split(" "));
        const telling = [...words].filter((word) => !LEGAL_FORMS.has(word)).length;
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

  /** Every name in which at least one word of a folded text stands, or begins a word. */
  *matches(folded: string): Iterable<NameMatch> {
    const { whole, begun, met } = this.countWords(questionWords(folded));
    for (const name of met) {
      yield {
        entity: this.entityOf[name] as number,
        place: this.placeOf[name] as number,
        wholeWords: whole[name] as number,
        words: begun[name] as number,
        length: this.lengthOf[name] as number,
      };
    }
  }

  /** The entities of which one name holds every word of a folded text, whole or as a beginning. */
  entitiesWith(folded: string): ReadonlySet<number> {
    const asked = questionWords(folded).length;
    const found = new Set<number>();
    for (const match of this.matches(folded)) if (match.words === asked) found.add(match.entity);
    return found;
  }

  private countWords(asked: readonly string[]): {
    readonly whole: Uint8Array;
    readonly begun: Uint8Array;
    readonly met: readonly number[];
  } {
    const whole = new Uint8Array(this.entityOf.length);
    const begun = new Uint8Array(this.entityOf.length);
    const lastAsked = new Uint8Array(this.entityOf.length);
    const met: number[] = [];
    asked.forEach((word, at) => {
      for (let place = this.placeFrom(word); this.words[place]?.startsWith(word); place += 1) {
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
        }
      }
    });
    return { whole, begun, met };
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

const INDICES = new WeakMap<EntityTable, NameIndex>();

function questionWords(folded: string): readonly string[] {
  return [...new Set(folded.split(" ").filter((word) => word !== ""))].slice(0, MOST_WORDS);
}
