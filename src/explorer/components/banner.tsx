import type { JSX } from "preact";
import { texts } from "../texts/english.js";

/** That the server is away, what happens next, and a button that does it now. */
export function Banner({
  what,
  next,
  retry,
}: {
  readonly what: string;
  readonly next: string;
  readonly retry: () => void;
}): JSX.Element {
  return (
    <div class="banner">
      <p>
        <strong>{what}</strong> <span aria-hidden="true">{next}</span>
      </p>
      <button id="retry" type="button" onClick={retry}>
        {texts.trouble.retry}
      </button>
    </div>
  );
}
