import type { ComponentChildren, JSX } from "preact";

/** A part of a page on a card, under its title. */
export function Card({
  title,
  children,
}: {
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="card stack tight">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
