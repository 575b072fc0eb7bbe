import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { withClocks } from "../state/clocks.js";
import { PageContext } from "./page-context.js";

export type LinkProps = JSX.AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string;
  /** From where it changes an address (`linkTo`): it has the clocks that it means. */
  readonly "data-from"?: string;
  /** It leads to today. */
  readonly "data-today"?: boolean;
  /** The page stays where it is scrolled to. */
  readonly "data-stay"?: boolean;
};

/**
 * A link. One to another view keeps both clocks of the page, unless it says which clocks it means. A snapshot has no
 * server behind it, so that a link into these pages is only text there.
 */
export function Link({ href, children, ...rest }: LinkProps): JSX.Element {
  const { place, isSnapshot } = useContext(PageContext);
  if (isSnapshot && href.startsWith("/")) return <span>{children}</span>;
  const saysClocks = rest["data-from"] !== undefined || rest["data-today"] === true;
  return (
    <a {...rest} href={saysClocks || place === null ? href : withClocks(href, place)}>
      {children}
    </a>
  );
}
