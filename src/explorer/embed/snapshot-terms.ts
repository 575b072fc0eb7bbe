import type { JSX } from "preact";
import type { ask } from "../api/ask.js";
import type { Place } from "../state/place.js";

/** Asks the API in process, as the caller would. */
export type Asker = typeof ask;

/** What a snapshot is made of. */
export interface SnapshotTerms {
  readonly ask: Asker;
  /** What the address names, as on the living page. */
  readonly values: Place["values"];
  /** Where the server is, without a slash at the end. */
  readonly origin: string;
  /** The day on which it is taken, as ISO text. */
  readonly today: string;
}

/** A snapshot: what it is called and what stands on it. */
export interface SnapshotBody {
  readonly title: string;
  readonly body: JSX.Element;
}
