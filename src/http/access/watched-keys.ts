import { statSync } from "node:fs";
import { type Key, readKeys } from "./keys-file.js";

/** How often the file is looked at while requests come. */
const LOOK_EVERY_MS = 1000;

/** Told why a changed file of keys cannot be followed. */
export type OnUnreadable = (fault: unknown) => void;

/**
 * The keys of a file, read again when it changes: within a second a new key is known and one that was taken out is not.
 * What cannot be read, or not be followed to the last line, changes nothing and is told once: half a file would lock
 * people out by mistake. Keys whose line stayed as it was stay the same objects.
 */
export class WatchedKeys {
  private readonly path: string;
  private readonly onUnreadable: OnUnreadable;
  private known: readonly Key[];
  private stamp: string;
  private lookedAt = performance.now();

  /** @throws BAD_USER_INPUT for a file that cannot be read or holds no key. */
  constructor(path: string, onUnreadable: OnUnreadable) {
    this.path = path;
    this.onUnreadable = onUnreadable;
    this.stamp = stampOf(path);
    this.known = readKeys(path);
  }

  get keys(): readonly Key[] {
    if (performance.now() - this.lookedAt >= LOOK_EVERY_MS) this.look();
    return this.known;
  }

  private look(): void {
    this.lookedAt = performance.now();
    const stamp = stampOf(this.path);
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    try {
      const read = readKeys(this.path, { mayBeEmpty: true });
      this.known = read.map((key) => this.known.find((each) => isSame(each, key)) ?? key);
    } catch (fault) {
      this.onUnreadable(fault);
    }
  }
}

/** What tells two states of a file apart; "" where there is none. */
function stampOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? "" : [found.ino, found.size, found.mtimeNs].join(" ");
}

function isSame(one: Key, other: Key): boolean {
  return one.digest.equals(other.digest) && JSON.stringify(one.caller) === JSON.stringify(other.caller);
}
