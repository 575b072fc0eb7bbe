import { DAWN, type Day, NEVER } from "../../domain/day.js";
import type { View } from "../../projection/view.js";

/** Days on which something stays the same: from `from` up to, not including, `until`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/** The days around one on which the same claims hold, and may hold, a party: none of them begins or ends within. */
export function periodOf(view: View, party: number, day: Day): Period {
  const { relations } = view.projection;
  const { up } = relations;
  const places = up.relations as Int32Array;
  let from: Day = DAWN;
  let until: Day = NEVER;
  const turn = (at: Day) => {
    if (at > day) until = at < until ? at : until;
    else from = at > from ? at : from;
  };
  let member = party;
  do {
    const end = up.offsets[member + 1] as number;
    for (let place = up.offsets[member] as number; place < end; place += 1) {
      const relation = places[place] as number;
      turn(relations.startEarliest(relation));
      turn(relations.startLatest(relation));
      turn(relations.endEarliest(relation));
      turn(relations.endLatest(relation));
    }
    member = view.parties.next[member] as number;
  } while (member !== party);
  return { from, until };
}

/**
 * Answers about parties, each remembered for its period: most of a graph changes seldom. When there are `most` of them all
 * are forgotten.
 */
export class Remembered<Answer extends Period> {
  private readonly answers = new Map<number, Answer[]>();
  private readonly most: number;
  private count = 0;

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

  /** Remembers an answer. */
  add(party: number, found: Answer): Answer {
    if (this.count >= this.most) this.forget();
    this.count += 1;
    const others = this.answers.get(party);
    if (others === undefined) this.answers.set(party, [found]);
    else others.push(found);
    return found;
  }

  private forget(): void {
    this.answers.clear();
    this.count = 0;
  }
}
