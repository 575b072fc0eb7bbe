import type { ComponentChildren, JSX } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { printDay, today } from "../../domain/day.js";
import { hrefOf } from "../state/place.js";
import { chooseTheme, theme } from "../state/theme.js";
import { texts } from "../texts/english.js";
import { dayText } from "./day.js";
import { Link } from "./link.js";
import { PageContext } from "./page-context.js";

export interface FrameProps {
  readonly views: readonly { readonly path: string; readonly name: string }[];
  /** The path of the view that is shown. */
  readonly path: string;
  /** An answer is on its way. */
  readonly isBusy: boolean;
  readonly alerts: ComponentChildren;
  /** Forgets the key of this tab; null: none is kept. */
  readonly forgetKey: (() => void) | null;
  readonly children: ComponentChildren;
}

/** The page around every view: skip link, name, navigation, ground, a place for alerts, the view, a last line. */
export function Frame({ views, path, isBusy, alerts, forgetKey, children }: FrameProps): JSX.Element {
  return (
    <>
      <a class="skip" href="#content">
        {texts.shell.skip}
      </a>
      <header class="top">
        <p class="named">
          <Link class="brand" href="/">
            {texts.product}
          </Link>
          <span class="tagline">{texts.shell.tagline}</span>
        </p>
        <Navigation views={views} path={path} />
        <ThemeButton />
      </header>
      <div id="alerts" role="alert">
        {alerts}
      </div>
      <main id="content" tabIndex={-1} aria-busy={isBusy ? "true" : undefined}>
        {children}
      </main>
      <PrintNote />
      <footer class="bottom">
        <p>{texts.shell.footer}</p>
        <p id="key-kept">
          {forgetKey !== null && (
            <>
              {texts.key.kept}{" "}
              <button type="button" class="quiet small" onClick={forgetKey}>
                {texts.key.forget}
              </button>
            </>
          )}
        </p>
        <p>
          <a href="/graphql" target="_top">
            {texts.shell.api}
          </a>
        </p>
      </footer>
    </>
  );
}

/** On paper: where the page is, with both clocks as days, and when it was printed. */
function PrintNote(): JSX.Element | null {
  const { place } = useContext(PageContext);
  if (place === null) return null;
  const now = printDay(today());
  const { at = now, known = now, ...others } = place.values;
  const address = location.origin + hrefOf(place.path, { ...others, at, known });
  return <p class="print-only small soft">{texts.shell.printed(dayText(now), address)}</p>;
}

/** The names of the views; on a narrow page a strip that scrolls to the one that is shown. */
function Navigation({ views, path }: Pick<FrameProps, "views" | "path">): JSX.Element {
  const strip = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const nav = strip.current;
    const link = nav?.querySelector<HTMLElement>("[aria-current]");
    if (nav && link) nav.scrollLeft = link.offsetLeft - nav.clientWidth / 2;
  }, [path]);
  return (
    <nav aria-label={texts.shell.navigation} ref={strip}>
      <ul>
        {views.map((view) => (
          <li key={view.path}>
            <Link href={view.path} aria-current={view.path === path ? "page" : undefined}>
              {view.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ThemeButton(): JSX.Element {
  const [shown, setShown] = useState(theme);
  const other = shown === "dark" ? "light" : "dark";
  const choose = () => {
    chooseTheme(other);
    setShown(other);
  };
  return (
    <button
      id="theme"
      class="quiet"
      type="button"
      aria-label={other === "dark" ? texts.shell.toDark : texts.shell.toLight}
      onClick={choose}
    >
      {texts.shell[other]}
    </button>
  );
}
