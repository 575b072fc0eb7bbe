import type { Day } from "../../domain/day.js";

/** Days on which something stays the same: from `from` up to, not including, `until`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/**
 * A cache of answers about parties, each good for its period: most of a graph changes seldom. It is emptied when the answers
 * are larger than `most` together.
 */
export class PeriodCache<Answer extends Period> {
  private readonly answers = new Map<number, Answer[]>();
  private readonly most: number;
  private size = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** The answer for a day; `find` works it out where none is cached. */
  on(party: number, day: Day, find: () => Answer): Answer {
    return this.known(party, day) ?? this.add(party, find());
  }

  /** The cached answer for a day; null: there is none. */
  known(party: number, day: Day): Answer | null {
    const known = this.answers.get(party);
    if (known !== undefined)
      for (const answer of known) if (answer.from <= day && day < answer.until) return answer;
    return null;
  }

  /** Keeps an answer of some size. */
  add(party: number, found: Answer, size = 1): Answer {
    if (this.size + size > this.most) this.empty();
    this.size += size;
    const others = this.answers.get(party);
    if (others === undefined) this.answers.set(party, [found]);
    else others.push(found);
    return found;
  }

  private empty(): void {
    this.answers.clear();
    this.size = 0;
  }
}
