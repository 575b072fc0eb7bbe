import type { GraphReader } from "../store/graph-store.js";
import { buildProjection } from "./build-projection.js";
import type { Projection } from "./projection.js";
import { refreshedProjection } from "./refresh-projection.js";
import { View, type ViewTerms } from "./view.js";

const KEPT_VIEWS = 16;

/**
 * The resident projection of a store. Readers keep the one they hold; when the version moves a new one is made beside it,
 * from this one and what changed, or from nothing where the store cannot tell what did, and replaces it. Views are kept by
 * their terms, so that questions on the same clocks share one.
 */
export class ResidentGraph {
  readonly store: GraphReader;
  /** When the store last said that the resident projection is its version (milliseconds since 1970); null: not yet. */
  confirmedAt: number | null = null;
  /** How long the last build or refresh took. */
  buildSeconds = 0;
  private projection: Projection | null = null;
  private building: Promise<Projection> | null = null;
  private views = new Map<string, View>();
  private readonly waiting = new Set<() => void>();

  constructor(store: GraphReader) {
    this.store = store;
  }

  /** The projection at hand; null before the first is built. */
  get resident(): Projection | null {
    return this.projection;
  }

  /** The projection at hand; built on the first call. */
  async current(): Promise<Projection> {
    return this.projection ?? this.refresh();
  }

  /**
   * Asks the store for its version and follows if it moved. `evenIfSame`: builds it anew, whatever the version says, for
   * edits by other tools. Several callers share one build.
   * @throws STORE_UNAVAILABLE; the projection at hand stays.
   */
  async refresh(options: { readonly evenIfSame?: boolean } = {}): Promise<Projection> {
    this.building ??= this.rebuild(options.evenIfSame ?? false).finally(() => {
      this.building = null;
    });
    return this.building;
  }

  private async rebuild(evenIfSame: boolean): Promise<Projection> {
    const { n } = await this.store.version();
    if (!evenIfSame && this.projection && this.projection.version === String(n)) {
      this.confirmedAt = Date.now();
      return this.projection;
    }
    const began = performance.now();
    const projection = await this.made(evenIfSame);
    this.buildSeconds = (performance.now() - began) / 1000;
    this.confirmedAt = Date.now();
    this.projection = projection;
    this.views = new Map();
    for (const wake of [...this.waiting]) wake();
    return projection;
  }

  private async made(anew: boolean): Promise<Projection> {
    const { projection, store } = this;
    const refreshed = anew || projection === null ? null : await refreshedProjection(projection, store);
    return refreshed ?? buildProjection(store);
  }

  /** How many wait for the graph to move. */
  get watchers(): number {
    return this.waiting.size;
  }

  /** Waits until another projection than this one is at hand, and gives it; null when the signal says to wait no more. */
  async moved(from: Projection, signal: AbortSignal): Promise<Projection | null> {
    while (!signal.aborted) {
      if (this.projection !== null && this.projection !== from) return this.projection;
      await new Promise<void>((resolve) => {
        const wake = () => {
          signal.removeEventListener("abort", wake);
          this.waiting.delete(wake);
          resolve();
        };
        signal.addEventListener("abort", wake);
        this.waiting.add(wake);
      });
    }
    return null;
  }

  /** The view of a projection for some terms. */
  view(projection: Projection, terms: ViewTerms): View {
    const key = [terms.validAt, terms.knownAt, [...terms.statuses].sort()].join();
    const known = this.views.get(key);
    const view = known?.projection === projection ? known : View.of(projection, terms);
    this.views.delete(key);
    this.views.set(key, view);
    const oldest = this.views.keys().next().value;
    if (this.views.size > KEPT_VIEWS && oldest !== undefined) this.views.delete(oldest);
    return view;
  }
}
