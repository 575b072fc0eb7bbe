import type { Day } from "../../domain/day.js";

/** Days on which something stays the same: from `from` up to, not including, `until`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/**
 * Answers about parties, each remembered for its period: most of a graph changes seldom. When they are larger than `most`
 * together all are forgotten.
 */
export class Remembered<Answer extends Period> {
  private readonly answers = new Map<number, Answer[]>();
  private readonly most: number;
  private size = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** The answer for a day; `find` works it out where none is remembered. */
  on(party: number, day: Day, find: () => Answer): Answer {
    return this.known(party, day) ?? this.add(party, find());
  }

  /** The answer that is remembered for a day; null: none is. */
  known(party: number, day: Day): Answer | null {
    const known = this.answers.get(party);
    if (known !== undefined)
      for (const answer of known) if (answer.from <= day && day < answer.until) return answer;
    return null;
  }

  /** Remembers an answer of some size. */
  add(party: number, found: Answer, size = 1): Answer {
    if (this.size + size > this.most) this.forget();
    this.size += size;
    const others = this.answers.get(party);
    if (others === undefined) this.answers.set(party, [found]);
    else others.push(found);
    return found;
  }

  private forget(): void {
    this.answers.clear();
    this.size = 0;
  }
}
