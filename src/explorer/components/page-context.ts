import { createContext } from "preact";
import type { Place } from "../state/place.js";

/** What a component may have to know of the page on which it stands. */
export interface PageTerms {
  /** The address that is shown: links to other views keep its clocks. Null: the page has none of its own. */
  readonly place: Place | null;
  /** A snapshot runs no script and stands alone. */
  readonly isSnapshot: boolean;
}

export const PageContext = createContext<PageTerms>({ place: null, isSnapshot: false });
