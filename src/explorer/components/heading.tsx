import { h, type JSX } from "preact";

/** A heading of a level that its place on the page says. */
export function Heading({
  level,
  ...rest
}: JSX.HTMLAttributes<HTMLHeadingElement> & { readonly level: number }): JSX.Element {
  return h(`h${level}`, rest);
}
