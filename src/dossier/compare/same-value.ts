/** Whether two plain values (null, text, numbers, truth, lists and records of these) are equal. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  return firstDifference(a, b, []) === null;
}

/** The first key in which two records differ, keys in `except` apart; null where there is none. */
export function firstDifference(a: object, b: object, except: readonly string[]): string | null {
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  for (const key in left) {
    if (!except.includes(key) && !sameValue(left[key], right[key])) return key;
  }
  for (const key in right) if (!(key in left) && !except.includes(key)) return key;
  return null;
}
