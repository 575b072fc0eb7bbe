import { type ComponentChildren, Fragment, render } from "preact";
import { Away, KeyNeeded, Refusal } from "../api/ask.js";
import { saveFile } from "../charts/save-file.js";
import { Banner } from "../components/banner.js";
import { Frame } from "../components/frame.js";
import { KeyForm } from "../components/key-form.js";
import { Notice } from "../components/notice.js";
import { PageContext, type PageTerms } from "../components/page-context.js";
import { UnknownNote } from "../components/unknown-note.js";
import { BadPlace } from "../state/bad-place.js";
import { currentKey, keepKey, keyHeaders } from "../state/key.js";
import { changed, hrefOf, type Place, placeOf, refuseDamaged } from "../state/place.js";
import { texts } from "../texts/english.js";
import { followedLink } from "./followed-link.js";
import type { OpenView, Stage, ViewEntry } from "./view.js";
import { VIEWS } from "./views.js";

const RETRY_AFTER_SECONDS = [2, 4, 8, 15, 30];

/** The frame around all views: follows the address, opens and closes views, tells what went wrong. */
export function openShell(body: HTMLElement): void {
  const shell = new Shell(body);
  // A step to another anchor of the same page shows nothing new.
  addEventListener("popstate", () => {
    if (withoutHash() === shell.shown) return;
    // While it has the focus a field keeps what was typed into it.
    document.querySelector<HTMLElement>(":is(input, textarea):focus")?.blur();
    void shell.show();
  });
  document.addEventListener("click", (event) => shell.follow(event));
  void shell.show();
}

function here(): Place {
  return placeOf(new URL(location.href));
}

function withoutHash(): string {
  return location.pathname + location.search;
}

class Shell {
  private readonly body: HTMLElement;
  /** What the view drew last. */
  private page: ComponentChildren = null;
  private alerts: ComponentChildren = null;
  private isBusy = false;
  private hasKey = currentKey() !== null;
  private terms: PageTerms = { place: here(), isSnapshot: false };
  private open: { readonly entry: ViewEntry; readonly view: OpenView } | null = null;
  private asking = new AbortController();
  private timer: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  /** The address that was shown last, without its anchor. */
  shown = "";

  constructor(body: HTMLElement) {
    this.body = body;
  }

  private draw(more: { readonly page?: ComponentChildren; readonly alerts?: ComponentChildren } = {}): void {
    if ("page" in more) this.page = more.page;
    if ("alerts" in more) this.alerts = more.alerts;
    const { path } = this.terms.place ?? here();
    render(
      <PageContext.Provider value={this.terms}>
        <Frame
          views={VIEWS}
          path={path}
          isBusy={this.isBusy}
          alerts={this.alerts}
          forgetKey={this.hasKey ? forgetKey : null}
        >
          {this.page}
        </Frame>
      </PageContext.Provider>,
      this.body,
    );
  }

  /** Shows what the address says. */
  async show(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.shown = withoutHash();
    const place = here();
    const entry = VIEWS.find(({ path }) => path === place.path);
    this.terms = { place, isSnapshot: false };
    this.isBusy = true;
    this.draw();
    try {
      if (entry === undefined) throw new BadPlace(texts.trouble.noView(place.path));
      refuseDamaged(place);
      const view = await this.viewOf(entry, signal);
      if (signal.aborted) return;
      await view.show(place, this.stage(place, signal));
      if (signal.aborted) return;
      this.answered(<UnknownNote place={place} />);
    } catch (fault) {
      if (!signal.aborted) this.tell(fault, place);
    } finally {
      if (!signal.aborted) {
        this.isBusy = false;
        this.draw();
      }
    }
  }

  /** Follows links of these pages without loading them anew. */
  follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.getAttribute("href")?.startsWith("/embed/") && currentKey() !== null) {
      // A browser opens an address without the key: the page is fetched with it, as a file.
      event.preventDefault();
      void saveSnapshot(link.href);
      return;
    }
    const address = link === null ? null : followedLink(link, event, here());
    if (link === null || address === null) return;
    event.preventDefault();
    this.go(address, link.hasAttribute("data-stay"));
  }

  /** Shows another address; `stay` keeps the place on the page where the view is the same. */
  private go(address: URL, stay: boolean): void {
    const otherView = address.pathname !== location.pathname;
    history.pushState(null, "", address.href);
    if (otherView) this.leave();
    const focused = document.activeElement;
    void this.show().then(() => {
      // The reader may have begun to do something on the page before all of it is there.
      if (otherView && document.activeElement === focused)
        this.body.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    });
    if (otherView || !stay) scrollTo(0, 0);
  }

  private async viewOf(entry: ViewEntry, signal: AbortSignal): Promise<OpenView> {
    if (this.open?.entry === entry) return this.open.view;
    const module = await entry.load();
    if (signal.aborted) return { show: async () => {} };
    this.leave();
    const view = module.open();
    this.open = { entry, view };
    return view;
  }

  /** Ends the view and what it asks, and is done with the address. */
  private end(): void {
    this.asking.abort();
    this.isBusy = false;
    this.answered();
    this.leave();
  }

  private leave(): void {
    this.open?.view.close?.();
    this.open = null;
    this.draw({ page: null });
  }

  private stage({ path }: Place, signal: AbortSignal): Stage {
    return {
      signal,
      draw: (page) => {
        // Nothing of one view stays in the next.
        if (!signal.aborted) this.draw({ page: <Fragment key={path}>{page}</Fragment> });
      },
      go: (values, options) => {
        const now = here();
        // A view that is being left, whose timers still run, changes nothing of the next one's address.
        if (now.path !== path) return;
        const there = changed(now, values);
        history[options?.replace ? "replaceState" : "pushState"](null, "", hrefOf(there.path, there.values));
        void this.show();
      },
      now: here,
      leaveTo: (href) => {
        if (here().path === path) this.go(new URL(href, location.href), false);
      },
      title: (text) => {
        document.title = `${text} · ${texts.product}`;
      },
    };
  }

  private answered(alerts: ComponentChildren = null): void {
    clearInterval(this.timer);
    this.failures = 0;
    this.hasKey = currentKey() !== null;
    this.draw({ alerts });
  }

  private tell(fault: unknown, place: Place): void {
    if (fault instanceof Away) {
      this.tellAway();
      return;
    }
    if (fault instanceof KeyNeeded) {
      this.askForKey();
      return;
    }
    this.end();
    if (!(fault instanceof BadPlace) && !(fault instanceof Refusal)) console.error(fault);
    const dropped = fault instanceof BadPlace ? changed(place, fault.remedy) : null;
    const goOn = dropped !== null && VIEWS.some(({ path }) => path === place.path) ? dropped : null;
    this.draw({
      page: (
        <Notice
          title={
            fault instanceof BadPlace || fault instanceof Refusal
              ? texts.trouble.refused
              : texts.trouble.broken
          }
          message={fault instanceof Error ? fault.message : String(fault)}
          goOn={goOn === null ? null : hrefOf(goOn.path, goOn.values)}
        />
      ),
    });
    document.title = `${texts.trouble.refused} · ${texts.product}`;
  }

  private askForKey(): void {
    this.end();
    document.title = `${texts.key.title} · ${texts.product}`;
    const use = (key: string) => {
      keepKey(key);
      void this.show();
    };
    this.draw({ page: <KeyForm use={use} /> });
  }

  /** The banner counts down, then asks again; what stood on the page stays. */
  private tellAway(): void {
    clearInterval(this.timer);
    const at = Math.min(this.failures++, RETRY_AFTER_SECONDS.length - 1);
    let left = RETRY_AFTER_SECONDS[at] as number;
    const retry = () => {
      clearInterval(this.timer);
      void this.show();
    };
    const tick = () => {
      if (left === 0) return retry();
      this.draw({
        alerts: <Banner what={texts.trouble.away} next={texts.trouble.retrying(left)} retry={retry} />,
      });
      left -= 1;
    };
    tick();
    this.timer = setInterval(tick, 1000);
  }
}

function forgetKey(): void {
  keepKey(null);
  location.reload();
}

/** Saves a snapshot, asked for with the key of this tab. */
async function saveSnapshot(address: string): Promise<void> {
  const response = await fetch(address, { headers: keyHeaders() });
  saveFile(`${new URL(address).pathname.split("/").at(-1)}.html`, await response.blob());
}
