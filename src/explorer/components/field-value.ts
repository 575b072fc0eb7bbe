import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Gives a field what the address says whenever that, or `since`, is another (by default whenever it is drawn), but never
 * while it has the focus: what is half typed stays, also when an answer comes meanwhile.
 */
export function useFieldValue<F extends Field>(value: string, since: unknown = {}): RefObject<F> {
  const field = useRef<F>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (element !== null && element !== document.activeElement && element.value !== value)
      element.value = value;
  }, [value, since]);
  return field;
}
