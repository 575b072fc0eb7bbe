import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { PageContext } from "./page-context.js";

/** What is folded until it is asked for; on a snapshot everything is unfolded. */
export function Details({ open, ...rest }: JSX.DetailsHTMLAttributes<HTMLDetailsElement>): JSX.Element {
  const { isSnapshot } = useContext(PageContext);
  return <details {...rest} open={isSnapshot || open} />;
}
