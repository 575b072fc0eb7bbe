import { LRUCache } from "lru-cache";
import type { Day } from "../domain/day.js";
import type { Admitted } from "../graphql/admission/admission.js";
import type { Projection } from "../projection/projection.js";

/** An answer as it was sent, and what those who watch are told of it. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The root field that was asked for. */
  readonly field: string;
}

/** So many characters of answers are kept at most, and of one answer. */
const ROOM = 32_000_000;
const LONGEST = ROOM / 16;

/**
 * Answers to questions of the version that is resident, so that a dashboard that asks the same again, from however many
 * screens, costs no work. They are kept by all that an answer depends on (`keyOf`) and let go with their version; those
 * that were asked for longest ago make room. Every reader sees the same graph, so an answer to one is an answer to all.
 */
export class KeptAnswers {
  /** Not held fast: an older version may go though nobody asks any more. */
  private projection: WeakRef<Projection> | null = null;
  private readonly answers = new LRUCache<string, KeptAnswer>({
    maxSize: ROOM,
    maxEntrySize: LONGEST,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  });

  /** The answer to this question; null where it is not kept. Answers of any other version are let go. */
  find(projection: Projection, key: string): KeptAnswer | null {
    if (!this.isOf(projection)) {
      this.answers.clear();
      this.projection = new WeakRef(projection);
    }
    return this.answers.get(key) ?? null;
  }

  /** Keeps an answer, unless another version was asked for meanwhile. */
  keep(projection: Projection, key: string, answer: KeptAnswer): void {
    if (this.isOf(projection)) this.answers.set(key, answer);
  }

  private isOf(projection: Projection): boolean {
    return this.projection?.deref() === projection;
  }
}

/** What an answer over one version depends on beside the operation that was let in. */
export interface AskedHow {
  readonly today: Day;
  /** The form that is wanted. */
  readonly accept: string;
  /** The caller's own limit, which `graph { limits }` tells. */
  readonly requestsPerMinute: number | null;
}

/** What an answer over one version depends on; null for what is no question. */
export function keyOf(
  admitted: Admitted | null,
  { today, accept, requestsPerMinute }: AskedHow,
): string | null {
  if (admitted?.operation.operation !== "query") return null;
  return JSON.stringify([admitted.text, admitted.name, admitted.variables, today, accept, requestsPerMinute]);
}
