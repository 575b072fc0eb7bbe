const NAME = "exposure-graph.key";

/** What a key or token is made of: signs that a header may hold. */
export const KEY_PATTERN = "[!-~]+";

let kept: string | null = null;

/**
 * The key with which this tab asks; null: it asks without one. It is sent as a header only, never written into an
 * address, and forgotten when the tab is closed.
 */
export function currentKey(): string | null {
  if (kept !== null) return kept;
  try {
    kept = sessionStorage.getItem(NAME);
  } catch {
    // A browser may forbid to remember; the key then holds for this page.
  }
  return kept;
}

/** Asks with this key from now on; null: without one again. */
export function keepKey(key: string | null): void {
  kept = key;
  try {
    if (key === null) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, key);
  } catch {
    // As above.
  }
}

/** The headers of a request that is made with the key, if there is one. */
export function keyHeaders(): Readonly<Record<string, string>> {
  const key = currentKey();
  return key === null ? {} : { authorization: `Bearer ${key}` };
}
