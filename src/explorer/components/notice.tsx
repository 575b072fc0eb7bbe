import type { JSX } from "preact";
import { texts } from "../texts/english.js";
import { Link } from "./link.js";

/** What is wrong with an address or a question, and the ways on. */
export function Notice({
  title,
  message,
  goOn,
}: {
  readonly title: string;
  readonly message: string;
  readonly goOn: string | null;
}): JSX.Element {
  return (
    <section class="notice">
      <h1 tabIndex={-1}>{title}</h1>
      <p role="alert">{message}</p>
      <p class="row">
        {goOn !== null && (
          <Link class="button" href={goOn}>
            {texts.trouble.goOn}
          </Link>
        )}
        <Link class="button quiet" href="/" data-today>
          {texts.trouble.start}
        </Link>
      </p>
    </section>
  );
}
