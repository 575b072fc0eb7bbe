import { AsyncLocalStorage } from "node:async_hooks";
import { ExposureError } from "../domain/errors.js";
import { DEFAULT_LIMITS, type Limits } from "../domain/limits.js";

/** After so many claims the clock is read: every some tens of microseconds. */
const LOOK_EVERY = 4096;

/** The part of an operation's time after which searches end with what they have: the rest is for telling it. */
const SEARCHING = 0.8;

/** What an operation may spend. */
export interface BudgetTerms {
  readonly limits: Pick<Limits, "rowBudget" | "pathBudget" | "deadlineMs">;
  /** Aborted when the caller has left. */
  readonly signal?: AbortSignal | undefined;
  /** Its slot among the operations that share the thread. Default: none, it never rests. */
  readonly slot?: Slot | undefined;
}

/** When an operation works: for a slice of time, then again when the next one begins. */
export interface Slot {
  /** Whether the slice is over. */
  readonly isOver: boolean;
  /** Resolves when the next slice begins. */
  next(): Promise<void>;
}

/**
 * What one operation has left: time, and claims to look at. Work that cannot be interrupted asks it as it goes: searches
 * call `spend` in their loops, resolvers `look` before they begin, waits for the store end with it.
 */
export class Budget {
  /** How many claims may be tried for one list of paths. */
  readonly pathSteps: number;
  private readonly terms: BudgetTerms;
  private rowsLeft: number;
  private untilLook = LOOK_EVERY;
  private deadlineAt: number;
  private endingAt: number;
  private readonly waiting: (() => void)[] = [];
  private releasing: Promise<void> | null = null;
  private late: ExposureError | null = null;

  constructor(terms: BudgetTerms) {
    this.terms = terms;
    this.pathSteps = terms.limits.pathBudget;
    this.rowsLeft = terms.limits.rowBudget;
    this.deadlineAt = performance.now() + terms.limits.deadlineMs;
    this.endingAt = performance.now() + SEARCHING * terms.limits.deadlineMs;
  }

  /** Counts claims that a search looks at. @throws as `look`, and COST_LIMIT_EXCEEDED when there are none left. */
  spend(rows = 1): void {
    this.untilLook -= rows;
    if (this.untilLook > 0) return;
    this.rowsLeft -= LOOK_EVERY - this.untilLook;
    this.untilLook = LOOK_EVERY;
    if (this.rowsLeft < 0) throw outOfRows(this.terms.limits.rowBudget);
    this.look();
  }

  /** @throws DEADLINE_EXCEEDED when the time is over or the caller has left. */
  look(): void {
    if (performance.now() >= this.deadlineAt) {
      // One error for all: hundreds of fields may end at once, and each new error would collect a stack trace.
      this.late ??= tooLate(this.terms.limits.deadlineMs);
      throw this.late;
    }
    if (this.terms.signal?.aborted) throw gone();
  }

  /** Whether a search that has something to show by now ends with it: the time that is left is for telling it. */
  get isEnding(): boolean {
    return performance.now() >= this.endingAt;
  }

  /** Whether the slice is used up and other operations are due. */
  get mustRest(): boolean {
    return this.terms.slot?.isOver === true;
  }

  /**
   * Waits for a turn. Parts of the operation that wait here go on one after the other, each when the one before waits
   * again or is done; other operations run whenever the slice is used up. @throws as `look`.
   */
  async turn(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
      this.releasing ??= this.release();
    });
    this.look();
  }

  /** Waits for a turn if other operations are due. @throws as `look`. */
  async rest(): Promise<void> {
    if (this.mustRest) await this.turn();
  }

  /** Does work when no part of the operation waits for a turn: then the ids that a loader needs are all known. */
  async afterTurns(work: () => void): Promise<void> {
    do {
      await this.releasing;
      await afterPromises();
    } while (this.releasing !== null);
    work();
  }

  private async release(): Promise<void> {
    // Those that begin to wait meanwhile stand at its end.
    for (const next of this.waiting) {
      if (this.terms.slot?.isOver) await this.terms.slot.next();
      next();
      await afterPromises();
    }
    this.waiting.length = 0;
    this.releasing = null;
  }

  /**
   * Waits for work until the deadline, and not at all once the caller has left. The signal tells the work so; work that
   * does not listen is left behind.
   */
  wait<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    return this.signalled(
      (signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason), { once: true });
          work(signal).then(resolve, reject);
        }),
    );
  }

  /** Waits for work to the end; its signal is aborted at the deadline or when the caller has left. @throws as `look`. */
  async signalled<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    this.look();
    const ending = new AbortController();
    const { signal, limits } = this.terms;
    const leave = () => ending.abort(gone());
    const timer = setTimeout(() => ending.abort(tooLate(limits.deadlineMs)), this.msLeft);
    signal?.addEventListener("abort", leave, { once: true });
    try {
      return await work(ending.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    }
  }

  /** A timer can wait no longer than this, some 25 days. */
  private get msLeft(): number {
    return Math.min(0x7fffffff, this.deadlineAt - performance.now());
  }

  /** Starts the budget again: after a write, whose answer is owed, or for the next event of a subscription. */
  renew(): void {
    this.deadlineAt = performance.now() + this.terms.limits.deadlineMs;
    this.endingAt = performance.now() + SEARCHING * this.terms.limits.deadlineMs;
    this.rowsLeft = this.terms.limits.rowBudget;
  }
}

/** Without bounds: for the command line, and for the answers that it prepares. */
export const UNBOUNDED = new Budget({
  limits: {
    rowBudget: Number.POSITIVE_INFINITY,
    pathBudget: DEFAULT_LIMITS.pathBudget,
    deadlineMs: Number.POSITIVE_INFINITY,
  },
});

const CURRENT = new AsyncLocalStorage<Budget>();

/**
 * Does work within a budget: everything that it begins, now or later, finds it as `currentBudget`. So a view that many
 * operations share, with its caches, spends the budget of the operation that asks.
 */
export function withinBudget<Value>(budget: Budget, work: () => Value): Value {
  return CURRENT.run(budget, work);
}

/** The budget of the operation that is being worked on; without one, no bounds. */
export function currentBudget(): Budget {
  return CURRENT.getStore() ?? UNBOUNDED;
}

/** Resolves when the queue of microtasks is empty. */
function afterPromises(): Promise<void> {
  return new Promise((resolve) => {
    Promise.resolve().then(() => process.nextTick(resolve));
  });
}

function tooLate(deadlineMs: number): ExposureError {
  return new ExposureError(
    "DEADLINE_EXCEEDED",
    `deadlineMs: the answer took longer than ${deadlineMs} milliseconds and was cut short: ask for less at a time`,
    { details: { limit: "deadlineMs", allowed: deadlineMs } },
  );
}

function gone(): ExposureError {
  return new ExposureError("DEADLINE_EXCEEDED", "the caller has left before the answer");
}

function outOfRows(rowBudget: number): ExposureError {
  return new ExposureError(
    "COST_LIMIT_EXCEEDED",
    `rowBudget: the searches would look at more than ${rowBudget} claims: name targets, fewer hops or fewer universities`,
    { details: { limit: "rowBudget", allowed: rowBudget } },
  );
}
