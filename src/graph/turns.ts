/** So long an operation works before it lets others have their turn. */
const SLICE_MS = 2;
/** So many rounds of the event loop pass between two slices of long operations. */
const ROUNDS_BETWEEN = 3;

/** Somebody whose operations are worked on: a key, or an address. */
interface Party {
  /** Milliseconds that were worked for it, counted from what others had when it came. */
  served: number;
}

interface Waiting {
  readonly place: Place;
  begin(): void;
}

/**
 * Whose turn it is to work, of all operations. One works at a time, for a slice; then whoever has had least goes
 * on: first the party that has had least, then of its operations the one that has, in turn with the one that has waited
 * longest, or long ones would never end while short ones come. So a short question waits for a slice or two, however many
 * long ones there are, and whoever asks for much at once waits for themselves.
 *
 * This is start-time fair queueing among parties (Goyal, Vin and Cheng 1996) and least attained service within each
 * (Kleinrock 1975, section 4.7). Between two slices of long operations the event loop goes round a few times: a request
 * needs several rounds from its first byte to its last, and would otherwise wait for a slice in each of them.
 */
export class Turns {
  /** Milliseconds; any clock that never goes back. */
  readonly now: () => number;
  private readonly waiting: Waiting[] = [];
  private readonly parties = new Map<string, Party>();
  /** What the party had had whose slice began last: whoever comes now begins there. */
  private level = 0;
  private isHandingOut = false;
  private isLongestNext = false;
  private sharedSliceEnds: number | null = null;

  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Where a slice that begins now ends; all operations that begin in one round of the event loop have one together. */
  sharedSlice(): number {
    if (this.sharedSliceEnds === null) {
      this.sharedSliceEnds = this.now() + SLICE_MS;
      setImmediate(() => {
        this.sharedSliceEnds = null;
      });
    }
    return this.sharedSliceEnds;
  }

  /** Resolves when a slice of a place begins, with its end. */
  async next(place: Place): Promise<number> {
    await new Promise<void>((resolve) => this.wait({ place, begin: resolve }));
    return this.now() + SLICE_MS;
  }

  private wait(waiting: Waiting): void {
    const party = this.partyOf(waiting);
    party.served = Math.max(party.served, this.level);
    this.waiting.push(waiting);
    if (this.isHandingOut) return;
    this.isHandingOut = true;
    setImmediate(() => this.handOut(0));
  }

  private partyOf({ place: { party: name } }: Waiting): Party {
    const party = this.parties.get(name) ?? { served: this.level };
    this.parties.set(name, party);
    return party;
  }

  /** Begins the next slice, when `rounds` more have passed unless somebody waits for their first. */
  private handOut(rounds: number): void {
    const next = this.whoIsNext();
    if (next === null) {
      this.parties.clear();
      this.level = 0;
      this.isHandingOut = false;
      return;
    }
    if (rounds > 0 && next.place.served > 0) {
      setImmediate(() => this.handOut(rounds - 1));
      return;
    }
    this.waiting.splice(this.waiting.indexOf(next), 1);
    this.isLongestNext = !this.isLongestNext;
    const party = this.partyOf(next);
    const isLong = next.place.served > 0;
    this.level = party.served;
    const began = this.now();
    next.begin();
    setImmediate(() => {
      const took = this.now() - began;
      party.served += took;
      next.place.served += took;
      setImmediate(() => this.handOut(isLong ? ROUNDS_BETWEEN : 0));
    });
  }

  /** Of the party that has had least: the operation that has, and every other time the one that has waited longest. */
  private whoIsNext(): Waiting | null {
    const served = Math.min(...this.waiting.map((each) => this.partyOf(each).served));
    const of = this.waiting.filter((each) => this.partyOf(each).served === served);
    if (this.isLongestNext) return of[0] ?? null;
    return of.reduce<Waiting | null>(
      (first, each) => (first && first.place.served <= each.place.served ? first : each),
      null,
    );
  }
}

/** An operation's place among those that are worked on. */
export class Place {
  readonly party: string;
  /** Milliseconds of slices so far. */
  served = 0;
  private readonly turns: Turns;
  private sliceEnds: number;

  constructor(party: string, turns: Turns = TURNS) {
    this.party = party;
    this.turns = turns;
    this.sliceEnds = turns.sharedSlice();
  }

  /** Whether its slice is over. */
  get isOver(): boolean {
    return this.turns.now() >= this.sliceEnds;
  }

  /** Resolves when a slice of its own begins. */
  async next(): Promise<void> {
    this.sliceEnds = await this.turns.next(this);
  }
}

/** Those of this process: its one thread works for all. */
const TURNS = new Turns();
