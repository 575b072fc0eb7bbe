import type { ComponentChildren } from "preact";
import type { Place } from "../state/place.js";

/** What a view works with while it is open. */
export interface Stage {
  /** Ends what is being asked when the reader leaves or asks otherwise: hand it to `ask`. */
  readonly signal: AbortSignal;
  /** Draws the view; again, when more of the answer has come. What is the same element stays, with its focus and what is typed into it. */
  draw(page: ComponentChildren): void;
  /** Changes values of the address (null drops one), which shows the view again. `replace`: without a step back. */
  go(values: Readonly<Record<string, string | null>>, options?: { readonly replace?: boolean }): void;
  /** Where the address is now: later than the place that is shown while an answer is on its way. */
  now(): Place;
  /** Leads to another address of these pages, as a link does. */
  leaveTo(href: string): void;
  /** Names the page, in the title of the window. */
  title(text: string): void;
}

/** A view that is open. */
export interface OpenView {
  /**
   * Draws what the place says; called on opening and whenever the address changes within the view. Resolves when it is
   * drawn. What it throws is shown by the shell: BadPlace and Refusal as a notice with a way on, Away as the banner,
   * and `show` is called again.
   */
  show(place: Place, stage: Stage): Promise<void>;
  /** Lets go of what outlives its elements: workers, timers, canvases. */
  close?(): void;
}

/** What a view's module exports. */
export interface ViewModule {
  open(): OpenView;
}

/** A line of the table of views. */
export interface ViewEntry {
  /** Its path, one of those at which src/http/pages.ts serves the page. */
  readonly path: string;
  /** Its name in the navigation. */
  readonly name: string;
  /** Loads it when it is opened. */
  load(): Promise<ViewModule>;
}
