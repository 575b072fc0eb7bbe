import type { Slot } from "../graph/budget.js";

/** So long an operation works before it lets others work. */
const SLICE_MS = 2;
/** So many rounds of the event loop pass between two slices: a request needs several from its first byte to its last. */
const ROUNDS_BETWEEN = 3;

/**
 * Shares the one thread of a server among its operations: one works at a time, for a slice of two milliseconds. Each client (a
 * key, or an address) has a queue of the slots that wait, and the queues are served in turn (round robin). So a client with
 * many operations delays the others no more than one with a single operation, and itself only; and a long operation always
 * gets on, because after a slice it joins the end of its queue.
 */
export class FairScheduler {
  private readonly now: () => number;
  /** The slots of each client that wait, in the order in which clients are served; no queue is empty. */
  private readonly queues = new Map<string, (() => void)[]>();
  private isServing = false;
  private firstSliceEnds: number | null = null;

  /** `now`: milliseconds, by any clock that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /**
   * A slot for an operation that begins now. Its first slice does not queue: all operations that begin in one round of the
   * event loop share one.
   */
  slot(client: string): QueueSlot {
    if (this.firstSliceEnds === null) {
      this.firstSliceEnds = this.now() + SLICE_MS;
      setImmediate(() => {
        this.firstSliceEnds = null;
      });
    }
    return new QueueSlot(this.now, this.firstSliceEnds, () => this.nextSlice(client));
  }

  /** Resolves when a slice of the client's begins, with its end. */
  private async nextSlice(client: string): Promise<number> {
    await new Promise<void>((begin) => {
      const queue = this.queues.get(client);
      if (queue) queue.push(begin);
      else this.queues.set(client, [begin]);
      if (!this.isServing) void this.serve();
    });
    return this.now() + SLICE_MS;
  }

  private async serve(): Promise<void> {
    this.isServing = true;
    await rounds(1);
    for (let next = this.takeNext(); next !== null; next = this.takeNext()) {
      next();
      await rounds(1 + ROUNDS_BETWEEN);
    }
    this.isServing = false;
  }

  /** The slot that has waited longest, of the client whose turn it is; that client comes last then. */
  private takeNext(): (() => void) | null {
    for (const [client, queue] of this.queues) {
      const next = queue.shift() ?? null;
      this.queues.delete(client);
      if (queue.length > 0) this.queues.set(client, queue);
      return next;
    }
    return null;
  }
}

/** An operation's slot in the queue of its client. */
export class QueueSlot implements Slot {
  private readonly now: () => number;
  private sliceEnds: number;
  private readonly nextSlice: () => Promise<number>;

  constructor(now: () => number, sliceEnds: number, nextSlice: () => Promise<number>) {
    this.now = now;
    this.sliceEnds = sliceEnds;
    this.nextSlice = nextSlice;
  }

  get isOver(): boolean {
    return this.now() >= this.sliceEnds;
  }

  async next(): Promise<void> {
    this.sliceEnds = await this.nextSlice();
  }
}

/** Resolves after so many rounds of the event loop. */
async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round += 1) await new Promise(setImmediate);
}
