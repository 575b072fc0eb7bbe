import type { Day } from "../domain/day.js";
import type { EntityId } from "../domain/entity.js";
import { type Cited, cited, type Marks, unmarked } from "./citations.js";
import type { FlagToTell } from "./flag-description.js";
import { Namer, type Names } from "./names.js";
import { inTwo, opening, wordCount } from "./sentence.js";

/**
 * How much room a text has: for full legal names once; for short names only; not for what an editor wrote of denials, which
 * are then told in the words of the table; or not for what an editor wrote of charges either, nor for a second source.
 */
export const ROOMS = ["FULL_NAMES", "SHORT_NAMES", "BRIEF_REPLIES", "TABLE_WORDS"] as const;
type Room = (typeof ROOMS)[number];

/** One text in the making: what its parts are called, what was said already, and the marks of what it cites. */
export class Teller {
  readonly names: Names;
  readonly namer: Namer;
  readonly marks: Marks;
  private readonly room: Room;
  /** Flags that were told to have ended, with the day. */
  readonly endedBy = new Map<FlagToTell, Day>();
  private readonly said = new Set<string>();

  constructor(names: Names, marks: Marks, room: Room = "SHORT_NAMES") {
    this.names = names;
    this.room = room;
    this.namer = new Namer(names);
    this.marks = marks;
  }

  short(id: EntityId): string {
    return this.namer.short(id);
  }

  /** By its full legal name the first time, where the text has room for that. */
  full(id: EntityId): string {
    return this.room === "FULL_NAMES" ? this.namer.full(id) : this.namer.short(id);
  }

  /** Whether charges are told in the words of the table. */
  get isBrief(): boolean {
    return this.room === "TABLE_WORDS";
  }

  /** Whether denials are. */
  get hasBriefReplies(): boolean {
    return this.isBrief || this.room === "BRIEF_REPLIES";
  }

  /** A clause as a sentence with its marks before the stop. */
  sentence(clause: string, ...claims: readonly Cited[]): string {
    return cited(opening(clause), claims.length === 0 ? "" : this.marks.of(...claims));
  }

  /** Whether something is said for the first time in this text. */
  isFirst(what: string): boolean {
    if (this.said.has(what)) return false;
    this.said.add(what);
    return true;
  }

  hasSaid(what: string): boolean {
    return this.said.has(what);
  }
}

// ---- paragraphs

/** Sentences that stand or fall together: what is accused with its outcome and its replies. */
export interface Unit {
  readonly sentences: readonly string[];
  /** Null: it is never left out. Of others the least goes first where a paragraph is too long. */
  readonly weight: number | null;
  /** A further flag has a sentence beyond the words that a paragraph may have. */
  readonly isExtra?: boolean;
}

/** What a paragraph came to: its text, and the weight of the heaviest unit that found no room, 0 where all did. */
export interface Fitted {
  readonly text: string;
  readonly leftOut: number;
}

/** A sentence without "; what came of it is not known" where the text before it says so. */
function unrepeated(sentence: string, before: string): string {
  const [lead = "", ...rest] = sentence.replace(/\.$/, "").split("; ");
  const fresh = rest.filter((part) => !/^what (?:be)?came of/.test(part) || !before.includes(part));
  return fresh.length === rest.length ? sentence : `${[lead, ...fresh].join("; ")}.`;
}

/** Units as one paragraph of at most so many words, in their order: what weighs most is let in first, as far as there is room. */
export function paragraph(units: readonly Unit[], mostWords: number): Fitted {
  const split = units.map((unit) => ({ ...unit, sentences: unit.sentences.flatMap(inTwo) }));
  const wordsOf = ({ sentences }: Unit) => wordCount(unmarked(sentences.join(" ")));
  const kept = new Set<Unit>(split.filter(({ weight }) => weight === null));
  let words = [...kept].reduce((sum, unit) => sum + (unit.isExtra ? 0 : wordsOf(unit)), 0);
  for (const unit of [...split].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))) {
    if (kept.has(unit)) continue;
    const more = unit.isExtra ? 0 : wordsOf(unit);
    if (words + more > mostWords) continue;
    kept.add(unit);
    words += more;
  }
  const text = split
    .filter((unit) => kept.has(unit))
    .flatMap(({ sentences }) => sentences)
    .reduce((before, each) => (before === "" ? each : `${before} ${unrepeated(each, before)}`), "");
  const leftOut = Math.max(0, ...split.filter((unit) => !kept.has(unit)).map(({ weight }) => weight ?? 0));
  return { text, leftOut };
}
