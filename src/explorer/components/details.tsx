import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { PageContext } from "./page-context.js";

/** What is folded until it is asked for; on a frozen page everything is unfolded. */
export function Details({ open, ...rest }: JSX.DetailsHTMLAttributes<HTMLDetailsElement>): JSX.Element {
  const { isFrozen } = useContext(PageContext);
  return <details {...rest} open={isFrozen || open} />;
}
