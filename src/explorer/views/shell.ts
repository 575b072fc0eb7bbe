import { Away, KeyNeeded, Refusal } from "../api/ask.js";
import { banner } from "../looks/banner.js";
import { frame } from "../looks/frame.js";
import { keyForm } from "../looks/key-form.js";
import { h } from "../looks/markup.js";
import { keepClocks, mount } from "../looks/mount.js";
import { notice } from "../looks/notice.js";
import { unknownNote } from "../looks/unknown-note.js";
import { saveFile } from "../pictures/save-file.js";
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
  private readonly host: HTMLElement;
  private readonly alerts: HTMLElement;
  private open: { readonly entry: ViewEntry; readonly view: OpenView } | null = null;
  private asking = new AbortController();
  private timer: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  /** The address that was shown last, without its anchor. */
  shown = "";

  constructor(body: HTMLElement) {
    mount(body, frame(VIEWS));
    this.host = body.querySelector("main") as HTMLElement;
    this.alerts = body.querySelector("#alerts") as HTMLElement;
  }

  /** Shows what the address says. */
  async show(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.shown = withoutHash();
    const place = here();
    const entry = VIEWS.find(({ path }) => path === place.path);
    this.mark(place.path);
    this.host.setAttribute("aria-busy", "true");
    try {
      if (entry === undefined) throw new BadPlace(texts.trouble.noView(place.path));
      refuseDamaged(place);
      const view = await this.viewOf(entry, signal);
      if (signal.aborted) return;
      await view.show(place, this.stage(place, signal));
      if (signal.aborted) return;
      this.answered();
      mount(this.alerts, unknownNote(place));
    } catch (fault) {
      if (!signal.aborted) this.tell(fault, place);
    } finally {
      if (!signal.aborted) this.host.removeAttribute("aria-busy");
    }
  }

  /** Follows links of these pages without loading them anew. */
  follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.getAttribute("href")?.startsWith("/embed/") && currentKey() !== null) {
      // A browser opens an address without the key: the page is fetched with it, as a file.
      event.preventDefault();
      void saveFrozen(link.href);
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
        this.host.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
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

  private leave(): void {
    this.open?.view.close?.();
    this.open = null;
    mount(this.host);
  }

  private stage({ path }: Place, signal: AbortSignal): Stage {
    return {
      host: this.host,
      signal,
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

  private mark(path: string): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("header.top a")) {
      // Its clocks were those of the address before.
      link.setAttribute("href", link.pathname);
      keepClocks(link);
      if (link.classList.contains("brand")) continue;
      const isHere = link.pathname === path;
      if (isHere) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      // On a narrow page the names of the views are a strip that scrolls.
      const strip = link.closest("nav");
      if (isHere && strip !== null) strip.scrollLeft = link.offsetLeft - strip.clientWidth / 2;
    }
  }

  private answered(): void {
    clearInterval(this.timer);
    this.failures = 0;
    mount(this.alerts);
    this.tellKey();
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
    this.answered();
    this.leave();
    if (!(fault instanceof BadPlace) && !(fault instanceof Refusal)) console.error(fault);
    const dropped = fault instanceof BadPlace ? changed(place, fault.remedy) : null;
    const goOn = dropped !== null && VIEWS.some(({ path }) => path === place.path) ? dropped : null;
    mount(
      this.host,
      notice(
        fault instanceof BadPlace || fault instanceof Refusal ? texts.trouble.refused : texts.trouble.broken,
        fault instanceof Error ? fault.message : String(fault),
        goOn === null ? null : hrefOf(goOn.path, goOn.values),
      ),
    );
    document.title = `${texts.trouble.refused} · ${texts.product}`;
  }

  private askForKey(): void {
    this.answered();
    this.leave();
    document.title = `${texts.key.title} · ${texts.product}`;
    const use = (key: string) => {
      keepKey(key);
      void this.show();
    };
    mount(this.host, keyForm(use));
  }

  /** Says in the last line that a key is kept, with a button that forgets it. */
  private tellKey(): void {
    const forget = () => {
      keepKey(null);
      location.reload();
    };
    mount(
      document.getElementById("key-kept") as HTMLElement,
      currentKey() !== null && [
        texts.key.kept,
        " ",
        h("button", { type: "button", class: "quiet small", onclick: forget }, texts.key.forget),
      ],
    );
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
      mount(this.alerts, banner(texts.trouble.away, texts.trouble.retrying(left), retry));
      left -= 1;
    };
    tick();
    this.timer = setInterval(tick, 1000);
  }
}

/** Saves a frozen page, asked for with the key of this tab. */
async function saveFrozen(address: string): Promise<void> {
  const response = await fetch(address, { headers: keyHeaders() });
  saveFile(`${new URL(address).pathname.split("/").at(-1)}.html`, await response.blob());
}
