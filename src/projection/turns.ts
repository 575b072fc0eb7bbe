/** So long an operation works before it lets others have their turn. */
const SLICE_MS = 5;
/** So many rounds of the event loop pass between two slices of long operations. */
const ROUNDS_BETWEEN = 3;

/** Somebody whose operations are worked on: a key, or an address. */
interface Party {
  /** Milliseconds that were worked for it, counted from what others had when it came. */
  served: number;
}

/**
 * An operation's place among those that are worked on. One works at a time, for a slice; then whoever has had least goes
 * on: first the party that has had least, then of its operations the one that has, in turn with the one that has waited
 * longest, or long ones would never end while short ones come. So a short question waits for a slice or two, however many
 * long ones there are, and whoever asks for much at once waits for themselves.
 *
 * This is start-time fair queueing among parties (Goyal, Vin and Cheng 1996) and least attained service within each
 * (Kleinrock 1975, section 4.7). Between two slices of long operations the event loop goes round a few times: a request
 * needs several rounds from its first byte to its last, and would otherwise wait for a slice in each of them.
 */
export class Place {
  readonly party: string;
  /** Milliseconds of slices so far. */
  served = 0;
  private sliceEnds = sharedSlice();

  constructor(party: string) {
    this.party = party;
  }

  /** Whether its slice is over. */
  get isOver(): boolean {
    return performance.now() >= this.sliceEnds;
  }

  /** Resolves when a slice of its own begins. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => wait({ place: this, begin: resolve }));
    this.sliceEnds = performance.now() + SLICE_MS;
  }
}

/** All operations that begin in one round of the event loop have one slice together. */
function sharedSlice(): number {
  if (sharedSliceEnds === null) {
    sharedSliceEnds = performance.now() + SLICE_MS;
    setImmediate(() => {
      sharedSliceEnds = null;
    });
  }
  return sharedSliceEnds;
}

let sharedSliceEnds: number | null = null;

interface Waiting {
  readonly place: Place;
  begin(): void;
}

const WAITING: Waiting[] = [];
const PARTIES = new Map<string, Party>();
/** What the party had had whose slice began last: whoever comes now begins there. */
let level = 0;
let isHandingOut = false;

function wait(waiting: Waiting): void {
  const party = partyOf(waiting);
  party.served = Math.max(party.served, level);
  WAITING.push(waiting);
  if (isHandingOut) return;
  isHandingOut = true;
  setImmediate(handOut, 0);
}

function partyOf({ place: { party: name } }: Waiting): Party {
  const party = PARTIES.get(name) ?? { served: level };
  PARTIES.set(name, party);
  return party;
}

/** Begins the next slice, when `rounds` more have passed unless somebody waits for their first. */
function handOut(rounds: number): void {
  const next = whoIsNext();
  if (next === null) {
    PARTIES.clear();
    level = 0;
    isHandingOut = false;
    return;
  }
  if (rounds > 0 && next.place.served > 0) {
    setImmediate(handOut, rounds - 1);
    return;
  }
  WAITING.splice(WAITING.indexOf(next), 1);
  isLongestNext = !isLongestNext;
  const party = partyOf(next);
  const isLong = next.place.served > 0;
  level = party.served;
  const began = performance.now();
  next.begin();
  setImmediate(() => {
    const took = performance.now() - began;
    party.served += took;
    next.place.served += took;
    setImmediate(handOut, isLong ? ROUNDS_BETWEEN : 0);
  });
}

/** Of the party that has had least: the operation that has, and every other time the one that has waited longest. */
function whoIsNext(): Waiting | null {
  const served = Math.min(...WAITING.map((each) => partyOf(each).served));
  const of = WAITING.filter((each) => partyOf(each).served === served);
  if (isLongestNext) return of[0] ?? null;
  return of.reduce<Waiting | null>(
    (first, each) => (first && first.place.served <= each.place.served ? first : each),
    null,
  );
}

let isLongestNext = false;
