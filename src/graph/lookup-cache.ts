/** So many are kept: some two million bytes. */
const KEPT = 20_000;

/**
 * What was found for the ids that were looked up last. Answers name the same few thousand again and again, and every look-up
 * in packed columns decodes texts. A full cache is emptied: that is rare, and costs as much as if nothing had been kept.
 */
export class LookupCache<Found> {
  readonly #found = new Map<string, Found>();

  /** What `look` finds, unless it was found before; null, which is not kept, where there is nothing. */
  find(id: string, look: (id: string) => Found | null): Found | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const found = look(id);
    if (found === null) return null;
    if (this.#found.size >= KEPT) this.#found.clear();
    // A copy: an id that was read out of a document would hold the whole of it fast.
    this.#found.set(Buffer.from(id, "utf8").toString("utf8"), found);
    return found;
  }
}
